import { epochOf, instantText } from './instant.ts'

/** What can stand on a screen's glass. */
export const SHOWN_KINDS = ['NOTICE', 'TAKEOVER', 'DEFAULT', 'CLOSED', 'SAFE'] as const
/** One of them. */
export type ShownKind = (typeof SHOWN_KINDS)[number]

/** What a screen tells of one thing it showed; ages in milliseconds on its monotonic clock, counted back from the report. */
export type ToldShowing = {
  readonly id: string
  readonly kind: ShownKind
  readonly hash: string | null
  readonly endedAgo: number
  /** From the first turn to the end of the last. */
  readonly spanned: number
  /** Of that, on the glass. */
  readonly lasted: number
  /** Instant before which nothing of this one counts: its edition came out then, or the screen told so far. Null for none. */
  readonly notBefore: string | null
}

/** What is kept of it: instants, and why they prove less than was told. */
export type SettledShowing = {
  readonly id: string
  readonly beganAt: string
  readonly endedAt: string
  readonly lasted: number
  readonly doubt: '' | 'CLOCK' | 'CLAMPED'
}

/** What told times are held against. */
export type ShownBounds = {
  /** When the report came in, by the clock of whoever took it. */
  readonly receivedAt: string
  /** That clock, or the way the ages were reckoned, is not to be believed. */
  readonly clockDoubt: boolean
  /** Nothing before this counts: the screen was paired then. */
  readonly pairedAt: string
  /** Nothing after this counts: the screen was taken out of use then; null while it is used. */
  readonly endedAt: string | null
}

/** Two reports of one screen may overlap by what the network takes; milliseconds. */
export const REPORT_JITTER = 5000

/**
 * Turns ages into instants and holds them against what can be: nothing before the pairing or what each may not begin before,
 * nothing after the report or the screen's end, no longer on the glass than the span is. What is cut by more than a network's delay
 * is marked CLAMPED, and what has no time left is kept as a moment without any, so that nothing acknowledged is missing; under a
 * doubtful clock everything is marked CLOCK.
 * @example settleShown([{ id, kind: 'NOTICE', hash, endedAgo: 0, spanned: 60_000, lasted: 60_000, notBefore: null }], bounds)
 */
export function settleShown(told: readonly ToldShowing[], bounds: ShownBounds): SettledShowing[] {
  const received = epochOf(bounds.receivedAt)
  const paired = epochOf(bounds.pairedAt)
  if (received === null || paired === null) throw new Error('a report is settled by instants')
  const over = bounds.endedAt === null ? null : epochOf(bounds.endedAt)
  const ceiling = Math.min(received, over ?? received)
  return told.map((one) => {
    const notBefore = one.notBefore === null ? null : epochOf(one.notBefore)
    // Under a clock in doubt nothing proves a time, and nothing is measured against one.
    const floor = bounds.clockDoubt
      ? Number.NEGATIVE_INFINITY
      : Math.min(ceiling, Math.max(paired, notBefore ?? paired))
    const endTold = Math.round(received - Math.max(0, one.endedAgo))
    const beganTold = Math.round(endTold - Math.max(0, one.spanned))
    const ended = Math.max(floor, Math.min(endTold, ceiling))
    const began = Math.min(ended, Math.max(beganTold, floor))
    const lasted = Math.min(Math.max(0, one.lasted), ended - began)
    const cut = Math.max(began - beganTold, endTold - ended, Math.max(0, one.lasted) - lasted)
    const doubt = bounds.clockDoubt ? 'CLOCK' : cut > REPORT_JITTER ? 'CLAMPED' : ''
    return { id: one.id, beganAt: instantText(began), endedAt: instantText(ended), lasted, doubt } as const
  })
}
