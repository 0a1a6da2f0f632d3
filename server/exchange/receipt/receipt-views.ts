import { heldOf, type ReceiptRow } from '../../../db/repos/receipt-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { UnknownEdition } from '../../../domain/exchange/receipt.ts'
import type { GapView, ReceiptsView, ReceiptView } from './views.ts'

/** More receipts than a desk ever shows. */
const MOST_SHOWN = 500

/**
 * A receipt on record as the desk shows it; `county` is the county's database that counts.
 * @example receiptView(read, row).verdict
 */
export function receiptView(
  read: Pick<Reads, 'receipt' | 'office'>,
  row: ReceiptRow,
  county = read.receipt.countyInstances().at(-1),
): ReceiptView {
  const { takenBy } = row
  return {
    id: row.id,
    number: row.number,
    formerCounty: row.countyInstanceId !== county,
    formerInstance: row.instanceId !== read.office.instance()?.id,
    sequence: row.sequence,
    verdict: row.verdict,
    accepted: row.accepted,
    rejected: row.rejected,
    held: heldOf(row),
    missingFrom: row.missingFrom,
    waiting: JSON.parse(row.waiting) as number[],
    unknown: JSON.parse(row.unknown) as UnknownEdition[],
    claimedAt: row.claimedAt,
    cameAs: row.cameAs,
    place: row.place,
    takenAt: row.takenAt,
    takenBy: takenBy === null ? null : { id: takenBy, name: row.takenByName ?? '' },
  }
}

/** Numbers up to the greatest that are not in the list; at most a hundred, since one wrong number must not fill the screen. */
function holes(numbers: readonly number[]): number[] {
  const missing: number[] = []
  let expected = 1
  for (const number of numbers) {
    for (; expected < number && missing.length < 100; expected++) missing.push(expected)
    expected = number + 1
  }
  return missing
}

/**
 * What the county is missing by the newest receipt, and which packages of this database carried it; null when nothing is missing, or
 * when what the receipt says is about a former state of this database.
 * @example gapOf(read)?.packages // [7]
 */
export function gapOf(read: Pick<Reads, 'receipt' | 'office' | 'exchange'>): GapView | null {
  const standing = read.receipt.standing()
  const instanceId = read.office.instance()?.id
  if (!standing || standing.missingFrom === null || standing.instanceId !== instanceId) return null
  const { missingFrom } = standing
  const waiting = JSON.parse(standing.waiting) as number[]
  const held = heldOf(standing)
  const heldSequence = held?.instanceId === instanceId ? held.sequence : 0
  const packages = read.exchange
    .offers()
    .filter((offer) => offer.instanceId === instanceId && offer.lastChange >= missingFrom)
    .map(({ sequence }) => sequence)
    .filter((sequence) => sequence > heldSequence && !waiting.includes(sequence))
    // What was written after the newest one the county knows of is on its way, not missing.
    .filter((sequence) => sequence < Math.max(standing.sequence, ...waiting))
  return { receipt: standing.number, missingFrom, packages, waiting }
}

/**
 * Numbers of receipts that never came, of the county's database that counts.
 * @example missingReceipts(read) // [4]
 */
export function missingReceipts(read: Pick<Reads, 'receipt'>): readonly number[] {
  const county = read.receipt.countyInstances().at(-1)
  return county === undefined ? [] : holes(read.receipt.numbers(county))
}

/**
 * Receipts on record, newest first, with the numbers that never came and what the county is missing.
 * @example receiptsView(read).missingNumbers // [4]
 */
export function receiptsView(read: Pick<Reads, 'receipt' | 'office' | 'exchange'>): ReceiptsView {
  const county = read.receipt.countyInstances().at(-1)
  return {
    receipts: read.receipt.list(MOST_SHOWN).map((row) => receiptView(read, row, county)),
    missingNumbers: missingReceipts(read),
    gap: gapOf(read),
  }
}
