import type { HeldMark, ReceiptVerdict } from './receipt.ts'

/**
 * How a package stands, from what was carried and what was answered; a clock decides nothing.
 * WRITTEN: it lies in the office. SENT: it left the house; nobody knows more. HELD: the county has it and waits for earlier ones.
 * ARRIVED: a later receipt says the county has taken it in; its own receipt is missing. ACKNOWLEDGED: taken in, everything accepted.
 * PARTLY_REJECTED: taken in, with rejections. SUPERSEDED: a later package that carries its changes as well was answered.
 */
export const PACKAGE_STATES = [
  'WRITTEN',
  'SENT',
  'HELD',
  'ARRIVED',
  'ACKNOWLEDGED',
  'PARTLY_REJECTED',
  'SUPERSEDED',
] as const
/** One state. */
export type PackageState = (typeof PACKAGE_STATES)[number]

/** What of a package decides how it stands. */
export type PackageFacts = {
  readonly sequence: number
  /** The instance that wrote it, and the changes it answers for; null for a package of format 1, which nobody ever took in. */
  readonly offer: {
    readonly instanceId: string
    readonly first: number
    readonly last: number
    /** The same for all packages of one county; null when it was written while none was enrolled. */
    readonly county: number | null
  } | null
  /** How often it left the house. */
  readonly carriages: number
  /** Verdict of the newest receipt about it; null before the first. */
  readonly verdict: ReceiptVerdict | null
  /** A later package passed over a change of this one: a mark beyond that change does not say that it is there. */
  readonly passedOverLater: boolean
}

type Answered = PackageFacts & { readonly offer: NonNullable<PackageFacts['offer']> }

function isTakenIn(one: PackageFacts): one is Answered {
  return one.offer !== null && (one.verdict === 'ACCEPTED' || one.verdict === 'PARTLY_REJECTED')
}

/** What one county has says nothing of another; what was written while none was enrolled goes to any. */
function isSameCounty(one: Answered['offer'], other: Answered['offer']): boolean {
  return one.county === other.county || one.county === null || other.county === null
}

/** A package of another instance starts over: only one from the first change covers what another database sent. */
function covers(later: Answered, one: PackageFacts): boolean {
  if (later.sequence <= one.sequence) return false
  if (one.offer && !isSameCounty(later.offer, one.offer)) return false
  if (one.offer?.instanceId !== later.offer.instanceId) return later.offer.first === 1
  return later.offer.first <= one.offer.first && later.offer.last >= one.offer.last
}

/**
 * Reckons how each package stands. `held` is how the county stood by the newest receipt. "Sent" is not "received": only a receipt makes
 * a package more than sent (design §4.6; lessons, stories 1 and 3).
 * @example packageStates([{ sequence: 1, offer, carriages: 1, verdict: null, passedOverLater: false }], null).get(1) // 'SENT'
 */
export function packageStates(
  packages: readonly PackageFacts[],
  held: HeldMark | null,
): ReadonlyMap<number, PackageState> {
  const taken = packages.filter(isTakenIn)
  const newest = packages.find(
    ({ sequence, offer }) => sequence === held?.sequence && offer?.instanceId === held.instanceId,
  )?.offer
  return new Map(
    packages.map((one) => {
      const ofCounty = !newest || !one.offer || isSameCounty(newest, one.offer)
      return [one.sequence, stateOf(one, taken, ofCounty ? held : null)]
    }),
  )
}

function stateOf(one: PackageFacts, taken: readonly Answered[], held: HeldMark | null): PackageState {
  if (one.verdict === 'ACCEPTED') return 'ACKNOWLEDGED'
  if (one.verdict === 'PARTLY_REJECTED') return 'PARTLY_REJECTED'
  if (taken.some((later) => covers(later, one))) return 'SUPERSEDED'
  // The county takes packages in by their changes: what it holds up to there, it has, whichever package brought it.
  if (
    one.offer !== null &&
    held?.instanceId === one.offer.instanceId &&
    one.offer.last <= held.change &&
    !one.passedOverLater
  ) {
    return one.sequence <= held.sequence ? 'ARRIVED' : one.carriages > 0 ? 'SENT' : 'WRITTEN'
  }
  if (one.verdict === 'HELD') return 'HELD'
  return one.carriages > 0 ? 'SENT' : 'WRITTEN'
}
