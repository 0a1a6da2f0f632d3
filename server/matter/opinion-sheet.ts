import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { SheetFile } from '../register/sheets.ts'
import { sentencesIn } from '../../platform/sentence.ts'
import { opinionList } from './opinion-list.ts'
import type { OpinionView } from './views.ts'

const COLUMNS = [
  ['number', 6],
  ['receivedOn', 12],
  ['channel', 10],
  ['name', 12],
  ['contact', 18],
  ['text', 50],
  ['state', 14],
  ['reason', 40],
] as const

/**
 * Writes the register of opinions (意见登记表) of a consultation, with names and contacts, for filing inside the office. Needs
 * HANDLER, and the log says who took it. Refuses `consultation.not-found`.
 * @example await opinionSheet(deps, handler, consultationId)
 */
export async function opinionSheet(
  deps: Deps,
  principal: Principal,
  consultationId: string,
): Promise<Result<SheetFile>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const { read } = deps.store
  const today = civilDateOf(deps.clock.now())
  const list = opinionList(read, principal, consultationId, today)
  if (!list.ok) return refuse('consultation.not-found')
  const { items, matter } = list.value
  // What is filed is filed in Chinese, whatever language the desk is read in.
  const { say } = sentencesIn('zh-Hans')
  const word = (key: string, params = {}) => say(`terms:opinionSheet.${key}`, params)
  const state = ({ mergedInto, answer }: OpinionView): string => {
    if (mergedInto) return word('merged', { number: mergedInto.number })
    return answer ? say(`terms:adoptionResult.${answer.result}`) : word('unanswered')
  }
  const title = word('title')
  const bytes = await deps.work.run('writeSheet', {
    sheet: title,
    title,
    columns: COLUMNS.map(([label, width]) => ({ label: word(label), width })),
    rows: items.map((one) => [
      String(one.number),
      one.late ? `${one.receivedOn} ${word('late')}` : one.receivedOn,
      say(`terms:opinionChannel.${one.channel}`),
      one.name === null || one.name === '' ? word('anonymous') : one.name,
      one.contact ?? '',
      one.text,
      state(one),
      one.answer?.reason ?? '',
    ]),
    foot: word('foot', { matter: matter.title, date: today, person: principal.name }),
  })
  const subject = { kind: 'consultation', id: consultationId }
  deps.store.tx((write) => record(deps, write, principal, 'opinion.export', subject, { rows: items.length }))
  return accept({ bytes, fileName: `${title}-${today}.xlsx` })
}
