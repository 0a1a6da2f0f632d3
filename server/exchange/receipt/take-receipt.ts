import { type ItemsToAdd, itemsToAdd } from '../../../db/repos/receipt-repo.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import { cleanIndexNumber } from '../../../domain/exchange/clean-index-number.ts'
import { receiptCounts } from '../../../domain/exchange/receipt-counts.ts'
import { placeReceipt } from '../../../domain/exchange/receipt-place.ts'
import type { Receipt } from '../../../domain/exchange/receipt.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { nextPackageKey } from '../enrolment/office-keys.ts'
import { finishKeyChange } from '../enrolment/package-key-change.ts'
import { settleTasks, type WordsToSettle, wordsToSettle } from '../task/settle-tasks.ts'
import { receiptTaker } from './receipt-taker.ts'
import { receiptView } from './receipt-views.ts'
import type { ReceiptView } from './views.ts'

/** A receipt whose signature holds, as it came. */
export type BroughtReceipt = {
  readonly receipt: Receipt
  /** Who signed it. */
  readonly keyId: string
  /** SHA-256 (hex) of the file, or of the code's text. */
  readonly digest: string
  /** The file, or the code's text. */
  readonly document: string
  readonly cameAs: 'FILE' | 'CODE'
}

/** What taking a receipt in has changed. */
export type TakenReceipt = {
  readonly outcome: 'NEW' | 'KNOWN' | 'LATE' | 'COUNTY_RESTORED'
  readonly receipt: ReceiptView
  readonly tasksOpened: number
  readonly tasksEnded: number
  readonly keyChanged: boolean
}

/** What taking a receipt in needs; a thread of its own has no more. */
export type ReceiptDeps = Pick<Deps, 'store' | 'clock' | 'ids' | 'dataFolder'>

/** What of a receipt is made ready before its transaction. */
type Prepared = {
  /** It was about the present database when this was made ready. */
  readonly own: boolean
  readonly words: Result<WordsToSettle>
  readonly items: ItemsToAdd
}

/** What a receipt about a former database says of this one. */
const NO_WORDS: WordsToSettle = wordsToSettle({ next: () => '' }, [], new Map())

/** Who acts when the program fetches receipts by itself. */
const BY_ITSELF = { id: 'system', name: 'board network' }

/**
 * Takes one receipt in, all of it or nothing, with its tasks. Known already: nothing changes. Late: its items count where no newer receipt
 * speaks. Of a restored county: what that no longer holds is offered again. About a former state of this database: filed only. Without a
 * person it came over the network. Refuses `enrolment.no-county`, `receipt.unknown-key` unless the county's present key signed it, and what
 * `placeReceipt` and `receiptCounts` refuse; `receipt.never-sent` when it names a change that is not of that package.
 * @example takeReceipt(deps, handler, brought)
 */
export function takeReceipt(
  deps: ReceiptDeps,
  person: Principal | null,
  brought: BroughtReceipt,
): Result<TakenReceipt> {
  const prepared = prepare(deps, brought)
  const taken = deps.store.tx((write, read) => takeIn(deps, write, read, { person, brought, prepared }))
  if (!taken.ok) return taken
  // After the transaction: a key that was changed cannot be rolled back. A crash in between is mended at the next start.
  const keyChanged = taken.value.outcome !== 'KNOWN' && finishKeyChange(deps)
  return accept({ ...taken.value, keyChanged })
}

/**
 * Everything that need not be done while everybody else who writes waits: outbox and texts are never changed, so that what a receipt says of
 * them holds as well a moment later. Only whose database it is about may be another by then.
 */
function prepare({ ids, store: { read } }: ReceiptDeps, { receipt }: BroughtReceipt): Prepared {
  const own = receipt.package.instanceId === read.office.instance()?.id
  // A connection looks into the first receipt of each database of the county once, and that may be a large one.
  read.receipt.succession()
  return {
    own,
    words: own ? wordsOf(ids, read, receipt) : accept(NO_WORDS),
    items: itemsToAdd(
      receipt.items.map(({ change, result, fault, remarks }) => ({
        change,
        result,
        faultCode: fault?.code ?? null,
        faultParams: fault && JSON.stringify(fault.params),
        remarks: JSON.stringify(remarks),
      })),
    ),
  }
}

function takeIn(
  deps: ReceiptDeps,
  write: Writes,
  read: Reads,
  of: {
    readonly person: Principal | null
    readonly brought: BroughtReceipt
    readonly prepared: Prepared
  },
): Result<TakenReceipt> {
  const { person, brought, prepared } = of
  const { receipt, digest, cameAs, document } = brought
  const card = read.countyCard.current()
  if (!card) return refuse('enrolment.no-county')
  const taker = receiptTaker(read, cameAs)
  if (!taker.ok) return taker
  const known = read.receipt
    .byNumber(receipt.county.instance.id, receipt.number)
    .find((row) => row.cameAs === cameAs && row.digest === digest)
  if (known) return accept(unchanged(read, known.id))
  if (brought.keyId !== card.keyId) return refuse('receipt.unknown-key')
  const placed = placeReceipt(taker.value, receipt, digest)
  if (!placed.ok) return placed
  const { place } = placed.value
  if (place === 'KNOWN') throw new Error('a receipt on record was found before')
  const own = receipt.package.instanceId === taker.value.instance.id
  const stored = own ? read.exchange.bySequence(receipt.package.sequence) : undefined
  if (cameAs === 'FILE') {
    const counted = receiptCounts(
      receipt,
      stored && { editions: stored.editionCount, withdrawals: stored.withdrawalCount },
    )
    if (!counted.ok) return counted
  }
  // An id that was given up never comes back.
  if (own && !prepared.own) throw new Error('a former database is the present one')
  const words = own ? prepared.words : accept(NO_WORDS)
  if (!words.ok) return words
  const at = deps.clock.now()
  const id = write.receipt.add(
    {
      countyInstanceId: receipt.county.instance.id,
      number: receipt.number,
      digest,
      instanceId: receipt.package.instanceId,
      sequence: receipt.package.sequence,
      verdict: receipt.verdict,
      accepted: receipt.counts.accepted,
      rejected: receipt.counts.rejected,
      heldInstanceId: receipt.held?.instanceId ?? null,
      heldSequence: receipt.held?.sequence ?? null,
      heldSeal: receipt.held?.seal ?? null,
      heldChange: receipt.held?.change ?? null,
      missingFrom: receipt.missingFrom,
      waiting: JSON.stringify(receipt.waiting),
      unknown: JSON.stringify(receipt.unknown),
      claimedAt: receipt.claimedAt,
      cameAs,
      place,
      document,
      takenBy: person?.id ?? null,
      takenAt: at,
    },
    prepared.items,
  )
  if (place === 'COUNTY_RESTORED') {
    write.exchange.offerAgain({
      whole: false,
      reason: 'COUNTY_RESTORED',
      afterSequence: taker.value.newestSequence,
      accountId: person?.id ?? null,
      at,
    })
  }
  const next = nextPackageKey(deps.dataFolder)
  const settled = settleTasks(write, read, { receiptId: id, words: words.value, at })
  record(
    deps,
    write,
    person ?? BY_ITSELF,
    'receipt.take',
    { kind: 'receipt', id: String(receipt.number) },
    {
      sequence: receipt.package.sequence,
      verdict: receipt.verdict,
      accepted: receipt.counts.accepted,
      rejected: receipt.counts.rejected,
      sha256: digest,
      ...(place === 'LATE' && { late: true }),
      ...(place === 'COUNTY_RESTORED' && { countyRestored: true }),
      ...(!own && { formerInstance: true }),
    },
  )
  // What `finishKeyChange` goes by at the next start, should the program be killed before the key is changed.
  if (next?.keyId === receipt.officeKeyId) {
    const subject = { kind: 'package-key', id: next.keyId.slice(0, 16) }
    record(deps, write, person ?? BY_ITSELF, 'package-key.change', subject)
  }
  const row = read.receipt.byId(id)
  if (!row) throw new Error('a receipt that was stored is there')
  return accept({
    outcome: place,
    receipt: receiptView(read, row),
    tasksOpened: settled.opened,
    tasksEnded: settled.ended,
    keyChanged: false,
  })
}

function unchanged(read: Reads, id: number): TakenReceipt {
  const row = read.receipt.byId(id)
  if (!row) throw new Error('a receipt on record is there')
  return {
    outcome: 'KNOWN',
    receipt: receiptView(read, row),
    tasksOpened: 0,
    tasksEnded: 0,
    keyChanged: false,
  }
}

/** What the items speak of; a county that answers for a text that was never sent would turn a row green that nobody has read. */
function wordsOf(
  ids: ReceiptDeps['ids'],
  read: Reads,
  { items, package: about }: Receipt,
): Result<WordsToSettle> {
  const changes = read.receipt.changes(items.map(({ change }) => change))
  for (const { change, kind, hash, editionNumber, indexNumber } of items) {
    const own = changes.get(change)
    const same =
      own?.kind === kind &&
      own.hash === hash &&
      own.editionNumber === editionNumber &&
      (own.indexNumber === indexNumber || cleanIndexNumber(own.indexNumber) === indexNumber)
    if (!same || change < about.changes.first || change > about.changes.last)
      return refuse('receipt.never-sent', { sequence: about.sequence })
  }
  return accept(wordsToSettle(ids, items, changes))
}
