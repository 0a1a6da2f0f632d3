import type { NamedChange, OfferLine, StoredOffer } from '../../db/repos/exchange-repo.ts'
import type { ValidItem } from '../../db/repos/receipt-repo.ts'
import type { Reads } from '../../db/store.ts'
import { changeState } from '../../domain/exchange/next-offer.ts'
import type { HeldMark } from '../../domain/exchange/receipt.ts'
import type { RecordFaultCode, RecordRemarkCode } from '../../domain/exchange/record-fault.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { expiryTime } from '../display/public-views.ts'
import type { PackageChangesView, PackageChangeView } from './views.ts'

/** Changes on one page. */
export const CHANGES_A_PAGE = 200

/** Which page, and as of when. */
type Asked = { readonly from: number; readonly now: string }

type Standing = {
  readonly ranOut: ReadonlySet<number>
  readonly offer: StoredOffer | undefined
  readonly sentUpTo: number | null
  readonly held: HeldMark | null
  readonly answers: ReadonlyMap<number, ValidItem>
  /** Changes that some package for this county passed over. */
  readonly passedOver: ReadonlySet<number>
}

/** Nothing of it was in this package, nor will be later: it ran out, or was taken down before the package was begun, and at most its tombstone goes. */
function isVoid(row: NamedChange, { offer, ranOut }: Standing): boolean {
  if (row.heldBack === 1) return row.editionState === 'WITHDRAWN' || ranOut.has(row.editionId)
  return row.kind === 'EDITION' && row.withdrawal !== null && row.withdrawal <= (offer?.lastChange ?? 0)
}

function stateOf(row: NamedChange, standing: Standing): PackageChangeView['state'] {
  const { held, sentUpTo, answers, passedOver } = standing
  const item = answers.get(row.change)?.result ?? null
  if (item === null && row.heldBack === 1 && row.successor !== null) return 'REPLACED'
  if (item === null && isVoid(row, standing)) return 'VOID'
  return changeState({
    change: row.change,
    sentUpTo,
    heldBack: row.heldBack === 1,
    passedOver: passedOver.has(row.change),
    item,
    held,
  })
}

/** How the county that a package was for stands; what another county holds says nothing of it. */
function heldOfLine(read: Reads, line: OfferLine): HeldMark | null {
  const held = read.exchange.held()
  return held?.instanceId === line.instanceId && read.exchange.isInLine(line, held.sequence) ? held : null
}

/**
 * The changes a package answers for, in pages, each with how it stands by the receipts. Refuses `package.not-found`.
 * @example packageChanges(read, 3, { from: 0, now })
 */
export function packageChanges(
  read: Reads,
  sequence: number,
  { from, now }: Asked,
): Result<PackageChangesView> {
  const row = read.exchange.bySequence(sequence)
  if (!row) return refuse('package.not-found')
  const offer = read.exchange.offerOf(sequence)
  const line = offer
    ? {
        instanceId: offer.instanceId,
        county: offer.countyCardId === null ? null : { cardId: offer.countyCardId },
      }
    : null
  const range = offer ? { first: offer.firstChange, last: offer.lastChange } : null
  const rows = read.exchange.changes(sequence, range, { from, limit: CHANGES_A_PAGE })
  const first = rows[0]?.change ?? 0
  const answers = offer
    ? read.receipt.newestItems(offer.instanceId, first, rows.at(-1)?.change ?? 0)
    : new Map<number, ValidItem>()
  const standing: Standing = {
    offer,
    // Of the package that is looked at: what an earlier database sent is no news of this one.
    sentUpTo: offer?.lastChange ?? null,
    held: line && heldOfLine(read, line),
    passedOver: line ? read.exchange.passedOver(line) : new Set(),
    answers,
    ranOut: read.editionRecord.ranOut(expiryTime(read, now)),
  }
  return accept({
    sequence,
    total: read.exchange.changeCount(sequence, range),
    changes: rows.map((one): PackageChangeView => {
      const answer = standing.answers.get(one.change)
      return {
        change: one.change,
        kind: one.kind,
        noticeId: one.noticeId,
        indexNumber: one.indexNumber,
        editionNumber: one.editionNumber,
        title: one.title,
        state: offer ? stateOf(one, standing) : 'SENT',
        heldBack: one.heldBack === 1,
        fault:
          answer === undefined || answer.faultCode === null
            ? null
            : {
                code: answer.faultCode as RecordFaultCode,
                params: JSON.parse(answer.faultParams ?? '{}') as Record<string, string | number>,
              },
        remarks: answer ? (JSON.parse(answer.remarks) as RecordRemarkCode[]) : [],
      }
    }),
  })
}
