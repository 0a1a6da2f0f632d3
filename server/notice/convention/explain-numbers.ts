import { parseDocumentNumber, formatDocumentNumber } from '../../../domain/notice/document-number.ts'
import type { VoidReason } from '../../../domain/notice/document-number-series.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { seriesList } from './number-series.ts'
import type { SeriesList } from './views.ts'

/** Most numbers explained by one sentence; a longer gap is a slip of the keyboard. */
export const MOST_EXPLAINED = 200

/** Numbers of a series that are missing, from and to included, and why. */
export type NumberExplanation = {
  readonly prefix: string
  readonly year: number
  readonly from: number
  readonly to: number
  readonly reason: VoidReason
  readonly note: string
}

/**
 * Puts on record why numbers of a series stand on no notice (domain book §5.1); said again, the newer explanation counts
 * and the older stays on record. Needs HANDLER. Refuses `number.range-invalid`, `number.reason-required` for OTHER without
 * words, `number.in-use`.
 * @example explainNumbers(deps, handler, { prefix: '云政发', year: 2026, from: 2, to: 3, reason: 'NOT_PUBLIC', note: '' })
 */
export function explainNumbers(
  deps: Deps,
  principal: Principal,
  input: NumberExplanation,
): Result<SeriesList> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const { prefix, year, from, to, reason } = input
  const number = parseDocumentNumber(formatDocumentNumber({ prefix, year, serial: to }))
  if (!number.ok || from < 1 || from > to || to - from >= MOST_EXPLAINED)
    return refuse('number.range-invalid')
  const note = input.note.trim()
  if (reason === 'OTHER' && note === '') return refuse('number.reason-required')
  return deps.store.tx((write, read): Result<SeriesList> => {
    const known = seriesList(read, principal).series.find((one) => one.prefix === prefix && one.year === year)
    const used = known?.uses.find(({ serial }) => serial >= from && serial <= to)
    if (used) {
      return refuse('number.in-use', {
        documentNumber: formatDocumentNumber({ prefix, year, serial: used.serial }),
      })
    }
    const at = deps.clock.now()
    for (let serial = from; serial <= to; serial += 1) {
      write.convention.addVoid({ prefix, year, serial, reason, note, accountId: principal.id, at })
    }
    record(
      deps,
      write,
      principal,
      'number.explain',
      { kind: 'number-series', id: `${prefix}〔${year}〕` },
      { from, to, voidReason: reason },
    )
    return accept(seriesList(read, principal))
  })
}
