import { accept, refuse, type Result } from '../refusal.ts'
import type { Receipt } from './receipt.ts'

/** What of the office decides whether a receipt is for it. */
export type ReceiptTaker = {
  readonly uscc: string
  readonly instance: { readonly id: string; readonly former: readonly string[] }
  /** Newest package this database wrote; 0 before the first. */
  readonly newestSequence: number
  /** Newest change of its outbox. */
  readonly newestChange: number
  /** Seal of a package this database wrote; undefined when it wrote none under that number. */
  readonly sealOf: (sequence: number) => string | undefined
  /** The county's instance by the newest receipt taken in, with its newest number; null before the first. */
  readonly county: { readonly instanceId: string; readonly number: number } | null
  /** The county's instance by the newest card of it that a person has taken in here; null before the first. */
  readonly cardInstanceId: string | null
  /** Instances of the county that the newest receipt taken in names as former. */
  readonly formerCountyInstances: readonly string[]
  /** Whether this very receipt (county instance and number) is on record; with other content it is refused. */
  readonly digestOf: (countyInstanceId: string, number: number) => string | undefined
}

/** What a receipt means for the office. */
export type ReceiptPlace =
  | { readonly place: 'NEW' }
  /** On record already: nothing changes. */
  | { readonly place: 'KNOWN' }
  /** The county's database was restored: what it does not hold any more must be offered again, from `held.change + 1`. */
  | { readonly place: 'COUNTY_RESTORED' }
  /**
   * Numbered below the newest one, or from a county database that was given up: its items count where no newer receipt speaks (and, after a
   * restore of the county, only up to what it still holds); its standing does not.
   */
  | { readonly place: 'LATE' }

/**
 * Says what a receipt, its signature proved, means here.
 * Refuses `receipt.other-office`, `receipt.other-instance` (for a database this one does not come from), `receipt.other-content` (the number is on record with other content), `receipt.never-sent` (about a
 * package of this instance that this database did not write), `receipt.unknown-county` (another county database that does not say it came
 * from the known one), and `receipt.ahead` (the county holds more of this database than it has
 * itself: the disk went back to a former state without a restore; the office needs a new instance, see docs/exchange.md).
 * Source: lessons 3 and 6, story 2.
 * @example placeReceipt(taker, receipt, digest) // { ok: true, value: { place: 'NEW' } }
 */
export function placeReceipt(taker: ReceiptTaker, receipt: Receipt, digest: string): Result<ReceiptPlace> {
  if (receipt.office.uscc !== taker.uscc)
    return refuse('receipt.other-office', { office: receipt.office.name })
  const { instance } = receipt.county
  const before = taker.digestOf(instance.id, receipt.number)
  if (before === digest) return accept({ place: 'KNOWN' })
  if (before !== undefined) return refuse('receipt.other-content', { number: receipt.number })
  const about = receipt.package
  if (about.instanceId !== taker.instance.id && !taker.instance.former.includes(about.instanceId)) {
    return refuse('receipt.other-instance', { number: receipt.number })
  }
  if (about.instanceId === taker.instance.id) {
    const { held } = receipt
    const ahead =
      about.sequence > taker.newestSequence ||
      (held?.instanceId === taker.instance.id &&
        (held.sequence > taker.newestSequence || held.change > taker.newestChange))
    if (ahead) return refuse('receipt.ahead', { sequence: about.sequence, own: taker.newestSequence })
    if (taker.sealOf(about.sequence) !== about.seal)
      return refuse('receipt.never-sent', { sequence: about.sequence })
  }
  if (taker.formerCountyInstances.includes(instance.id)) return accept({ place: 'LATE' })
  if (taker.county !== null && taker.county.instanceId !== instance.id) {
    return instance.former.includes(taker.county.instanceId) || instance.id === taker.cardInstanceId
      ? accept({ place: 'COUNTY_RESTORED' })
      : refuse('receipt.unknown-county', { number: receipt.number })
  }
  if (taker.county !== null && receipt.number < taker.county.number) return accept({ place: 'LATE' })
  return accept({ place: 'NEW' })
}
