import type { ExchangeTaskRow } from '../../../db/repos/exchange-task-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { ExchangeTaskView } from './views.ts'

/**
 * Whether the office's own secrecy reviewer allowed, for the very edition the county rejected, personal data of the kind the county names: then
 * two decisions stand against each other, and the task must not order the one away. Goes by the log, as the gate did when the edition was
 * handed in: what was allowed for another edition was not allowed for this one.
 * Source: domain book §7.4.
 * @example allowedHere(read, task)?.by // '王芳'
 */
export function allowedHere(
  read: Pick<Reads, 'notice' | 'audit'>,
  task: ExchangeTaskRow,
): ExchangeTaskView['allowedHere'] {
  if (task.faultCode !== 'record.personal-data' || task.kind !== 'EDITION') return null
  const { kind } = JSON.parse(task.faultParams) as { readonly kind?: unknown }
  const given = read.notice.overrides(task.noticeId).filter((one) => one.kind === kind)
  if (given.length === 0) return null
  const events = read.audit.ofSubject('notice', task.noticeId)
  const published = events.findLastIndex(
    ({ action, detail }) => action === 'notice.publish' && detail['editionNumber'] === task.editionNumber,
  )
  const handedIn = (publish: number): number =>
    events.findLastIndex(
      ({ action, detail }, at) =>
        at < publish && action === 'notice.submit' && detail['hash'] === events[publish]?.detail['hash'],
    )
  const before = events.findLastIndex(({ action }, at) => at < published && action === 'notice.publish')
  const during = events.slice(before === -1 ? 0 : handedIn(before) + 1, Math.max(0, handedIn(published)))
  const allowed = new Set(
    during.filter(({ action }) => action === 'notice.override').map(({ detail }) => detail['fingerprint']),
  )
  const override = given.findLast(({ fingerprint }) => allowed.has(fingerprint))
  return override === undefined ? null : { kind: override.kind, by: override.byName, reason: override.reason }
}
