import type { PackageState } from './package-state.ts'

/** Days after which a package without a receipt is marked: two rounds of a weekly stick. */
const LATE_DAYS = 14

/** What of a package decides whether its receipt is late. */
type TransitFacts = {
  readonly state: PackageState
  /** Days since it first left the house; null while it has not left. */
  readonly daysInTransit: number | null
  /** The newest answer about it; null before the first. */
  readonly answer: object | null
}

/**
 * Whether a package is out and nobody has answered for a fortnight. What lies in the office is not out; what the county holds back has
 * its answer. Source: lessons, story 3.
 * @example isLate({ state: 'SENT', daysInTransit: 14, answer: null }) // true
 */
export function isLate({ state, daysInTransit, answer }: TransitFacts): boolean {
  const open = state === 'SENT' || (state === 'ARRIVED' && answer === null)
  return open && daysInTransit !== null && daysInTransit >= LATE_DAYS
}
