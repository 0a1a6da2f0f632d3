import { Temporal } from 'temporal-polyfill'
import type { StoredCarriage } from '../../db/repos/carriage-repo.ts'
import type { PackageAnswer, StoredOffer } from '../../db/repos/exchange-repo.ts'
import type { Reads } from '../../db/store.ts'
import { wordCountsUpTo } from '../../domain/exchange/county-succession.ts'
import { packageStates } from '../../domain/exchange/package-state.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { CarriageView, PackageAnswerView, PackageView } from './views.ts'

function carriageView(row: StoredCarriage): CarriageView {
  const { carrier, place, person, at, accountId, accountName } = row
  return {
    carrier,
    place,
    person,
    at,
    by: accountId === null ? null : { id: accountId, name: accountName ?? '' },
  }
}

function answerView({ number, verdict, accepted, rejected, takenAt }: PackageAnswer): PackageAnswerView {
  return { number, verdict, accepted, rejected, takenAt }
}

/** Whole days between two instants as the calendar on the wall counts them; a clock that was set back makes none negative. */
function daysBetween(from: string, to: string): number {
  const days = Temporal.PlainDate.from(civilDateOf(from)).until(civilDateOf(to), { largestUnit: 'day' }).days
  return Math.max(0, days)
}

/**
 * The last word about each package; what a former database of the county said counts only as far as the present one still holds it, and its
 * mark does not tell that of a change which a later package passed over.
 */
function answersOf(
  read: Reads,
  passedOverLater: ReadonlySet<number>,
): (offer: StoredOffer | undefined) => PackageAnswer | undefined {
  const order = read.receipt.succession()
  const places = new Map(order.map(({ id }, at) => [id, at]))
  const about = Map.groupBy(
    read.exchange.answers(),
    ({ instanceId, sequence }) => `${instanceId} ${sequence}`,
  )
  return (offer) => {
    if (!offer) return undefined
    const counts = (about.get(`${offer.instanceId} ${offer.sequence}`) ?? []).filter(
      ({ countyInstanceId }) => {
        const limit = wordCountsUpTo(order, places.get(countyInstanceId) ?? 0, offer.instanceId)
        if (limit !== Number.POSITIVE_INFINITY && passedOverLater.has(offer.sequence)) return false
        return offer.lastChange <= limit
      },
    )
    return counts.toSorted((one, other) => placeOf(one, places) - placeOf(other, places)).at(-1)
  }
}

function placeOf({ countyInstanceId }: PackageAnswer, places: ReadonlyMap<string, number>): number {
  return places.get(countyInstanceId) ?? 0
}

/** For each card the first one of the same county: a county that renews its key or its database is the same. */
function countiesByCard(read: Reads): ReadonlyMap<number, number> {
  const cards = read.exchange.counties()
  return cards.reduce((known, { cardId, code, keyId, instanceId }) => {
    const same = cards.find(
      (other) =>
        other.cardId < cardId &&
        other.code === code &&
        (other.keyId === keyId || other.instanceId === instanceId),
    )
    return known.set(cardId, (same && known.get(same.cardId)) ?? cardId)
  }, new Map<number, number>())
}

/**
 * The packages written so far, newest first, each with how it left the house, what was answered, and how it stands.
 * @example listPackages(read, now)[0]?.state // 'SENT'
 */
export function listPackages(read: Reads, now: string): PackageView[] {
  const own = read.office.instance()?.id
  const packages = read.exchange.packages()
  const offers = new Map(read.exchange.offers().map((offer) => [offer.sequence, offer]))
  const carriages = Map.groupBy(read.carriage.all(), ({ sequence }) => sequence)
  const passedOverLater = read.exchange.passedOverLater()
  const answerOf = answersOf(read, passedOverLater)
  const cards = new Map(read.exchange.counties().map(({ cardId, name }) => [cardId, name]))
  const counties = countiesByCard(read)
  const states = packageStates(
    packages.map(({ sequence }) => {
      const offer = offers.get(sequence)
      return {
        sequence,
        offer: offer
          ? {
              instanceId: offer.instanceId,
              first: offer.firstChange,
              last: offer.lastChange,
              county: counties.get(offer.countyCardId ?? 0) ?? null,
            }
          : null,
        carriages: carriages.get(sequence)?.length ?? 0,
        verdict: answerOf(offer)?.verdict ?? null,
        passedOverLater: passedOverLater.has(sequence),
      }
    }),
    read.exchange.held(),
  )
  return packages.map((row): PackageView => {
    const offer = offers.get(row.sequence)
    const carried = carriages.get(row.sequence) ?? []
    const answer = answerOf(offer)
    const [left] = carried
    return {
      sequence: row.sequence,
      fileName: row.fileName,
      createdAt: row.createdAt,
      createdBy: { id: row.createdBy, name: row.createdByName },
      editionCount: row.editionCount,
      withdrawalCount: row.withdrawalCount,
      statisticCount: offer?.statisticCount ?? 0,
      attachmentCount: offer?.attachmentCount ?? 0,
      size: row.size,
      sha256: row.sha256,
      encryptedFor: cards.get(offer?.countyCardId ?? 0) ?? null,
      offer: offer
        ? {
            first: offer.firstChange,
            last: offer.lastChange,
            heldBack: offer.heldBack,
            reason: offer.reason,
          }
        : null,
      ofFormerInstance: offer !== undefined && offer.instanceId !== own,
      state: states.get(row.sequence) ?? 'WRITTEN',
      carriages: carried.map(carriageView),
      daysInTransit: left ? daysBetween(left.at, answer?.takenAt ?? now) : null,
      answer: answer ? answerView(answer) : null,
    }
  })
}
