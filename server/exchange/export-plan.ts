import type { OfferLine, StoredOutboxRow } from '../../db/repos/exchange-repo.ts'
import type { Reads } from '../../db/store.ts'
import { nextOffer, type NextOffer } from '../../domain/exchange/next-offer.ts'
import { expiryTime } from '../display/public-views.ts'
import { heldBackNotices } from '../notice/published-against-scope.ts'

/** What the next package carries, and what it passes over. */
export type ExportPlan = NextOffer & {
  /** Newest change it answers for; `first - 1` when it carries statistics only. */
  readonly last: number
  /** What it carries, oldest first. */
  readonly rows: readonly StoredOutboxRow[]
  /** Changes in its range that it passes over. */
  readonly heldBack: readonly number[]
  /** How many wait because their item goes to the persons concerned only: somebody must look at them. */
  readonly heldForPersons: number
}

/** Says of a change whether it may leave the office now; `NEEDS_PERSON`: no, and somebody must look at its notice. */
type TravelRule = (row: StoredOutboxRow) => 'GOES' | 'STAYS' | 'NEEDS_PERSON'

/** What the rule of travelling is read from. */
type TravelReads = Pick<Reads, 'placement' | 'edition' | 'editionRecord' | 'exchange' | 'audit'>

/**
 * What may leave the office: no edition for a limited circle or for named persons, none of a notice that stands for either, and none that
 * has run out by `now` although nothing has taken it down yet. It stays until its notice is taken down, its item is for everybody again, or
 * the clock is set right. Of what is not for everybody a withdrawal goes only to call back what went out before: that there was something
 * is nobody's business either.
 * @example travelRule(read, clock.now())(row) // 'GOES'
 */
export function travelRule(read: TravelReads, now: string): TravelRule {
  const closed = read.placement.closedEditions()
  const held = heldBackNotices(read)
  const ranOut = read.editionRecord.ranOut(expiryTime(read, now))
  return (row) => {
    const scope = closed.get(row.editionId)
    if (row.kind === 'WITHDRAWAL') {
      return scope === undefined || read.exchange.wasSent(row.editionId) ? 'GOES' : 'STAYS'
    }
    if (scope === 'LIMITED_CIRCLE') return 'STAYS'
    if (held.size > 0 && held.has(read.edition.byId(row.editionId)?.noticeId ?? '')) return 'NEEDS_PERSON'
    return scope !== undefined || ranOut.has(row.editionId) ? 'STAYS' : 'GOES'
  }
}

/**
 * Which packages a package goes on from: those of this database for this county.
 * @example offerLine(read)?.county // null while no county is enrolled
 */
export function offerLine(read: Pick<Reads, 'office' | 'exchange'>): OfferLine | null {
  const instance = read.office.instance()
  return instance ? { instanceId: instance.id, county: read.exchange.county() ?? null } : null
}

/**
 * From which change on the next package offers, and why: what wishes and receipts on record ask for. `whole`: from the first change.
 * @example whereNext(read, line, false).reason // 'INCREMENT'
 */
export function whereNext(read: Pick<Reads, 'exchange'>, line: OfferLine, whole: boolean): NextOffer {
  const { exchange } = read
  const sentUpTo = exchange.sentUpTo(line)
  const again = exchange.offersAgain(exchange.newestPackage()?.sequence ?? 0)
  if (sentUpTo !== null && (whole || again.some((one) => one.whole))) return { first: 1, reason: 'SNAPSHOT' }
  const held = exchange.held()
  // What another county holds of this database is no common point with this one.
  const common = held?.instanceId !== line.instanceId || exchange.isInLine(line, held.sequence)
  return nextOffer({
    instanceId: line.instanceId,
    newestChange: exchange.newestChange(),
    sentUpTo,
    held: common ? held : null,
    again: again.length > 0,
  })
}

/**
 * Reckons what the next package carries: the changes after the last one, or from the last point both sides know when something
 * must be offered again; `whole`: from the first change. What this county's packages passed over once does not go under its old number any
 * more: a mark beyond that number would cover it although it never came (`releasedChanges`).
 * @example planExport(read, line, { whole: false, now }).first // 8
 */
export function planExport(
  read: TravelReads,
  line: OfferLine,
  { whole, now }: { readonly whole: boolean; readonly now: string },
): ExportPlan {
  const next = whereNext(read, line, whole)
  const last = Math.max(read.exchange.newestChange(), next.first - 1)
  const rule = travelRule(read, now)
  const within = read.exchange.between(next.first, last)
  const empty = new Set([...read.exchange.passedOver(line), ...read.exchange.superseded()])
  const goes = (row: StoredOutboxRow): boolean => !empty.has(row.id) && rule(row) === 'GOES'
  const stay = within.filter((row) => !goes(row))
  const needPerson = [...read.exchange.waitingAgain(line), ...stay.filter(({ id }) => !empty.has(id))].filter(
    (row) => rule(row) === 'NEEDS_PERSON',
  )
  return {
    ...next,
    last,
    rows: within.filter(goes),
    heldBack: stay.map(({ id }) => id),
    heldForPersons: needPerson.length,
  }
}

/**
 * What packages for this county passed over and may go now, oldest first. An export queues each anew before it begins: under a new number
 * it is carried, answered and missed like any other change, and the old number stays empty.
 * @example releasedChanges(read, line, now).map(({ id }) => id) // [2]
 */
export function releasedChanges(read: TravelReads, line: OfferLine, now: string): readonly StoredOutboxRow[] {
  const passed = read.exchange.waitingAgain(line)
  if (passed.length === 0) return []
  const rule = travelRule(read, now)
  return passed.filter((row) => rule(row) === 'GOES')
}
