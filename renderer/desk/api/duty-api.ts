import type { Regime } from '../../../domain/catalogue/catalogue-item.ts'
import type { DutyState } from '../../../domain/duty/duty.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import type {
  DutyCalendar,
  DutyDetail,
  DutyEventRequest,
  DutyMatrix,
  DutyPage,
  DutyRow,
  TodayView,
} from '../../../server/duty/views.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'
import { createNotice } from '../notice/notice-api.ts'

/** Whose duties: those of a unit, of a regime, of a person (an account id). */
export type DutyScope = {
  readonly unit?: string | undefined
  readonly regime?: Regime | undefined
  readonly person?: string | undefined
}

/** Which duties of a scope. */
export type DutyQuery = DutyScope & {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly item?: string | undefined
  readonly state?: DutyState | undefined
  readonly q?: string | undefined
  readonly cursor?: string | undefined
}

type Signal = AbortSignal | undefined

/** Leaves out what is not asked for: the server takes no empty filter. */
function given<T extends object>(query: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries) as { [Name in keyof T]?: Exclude<T[Name], undefined> }
}

const init = (signal: Signal) => ({ init: { signal: signal ?? null } })
const duty = api.desk.duties[':id']

/** What is overdue, due today and due soon. */
export function getToday(
  query: DutyScope & { readonly cursor?: string },
  signal?: AbortSignal,
): Promise<TodayView> {
  return taken(api.desk.today.$get({ query: given(query) }, init(signal)))
}

/** A page of duties, soonest due first. */
export function listDuties(query: DutyQuery, signal?: AbortSignal): Promise<DutyPage> {
  return taken(api.desk.duties.$get({ query: given(query) }, init(signal)))
}

export function getDuty(id: string, signal?: AbortSignal): Promise<DutyDetail> {
  return taken(duty.$get({ param: { id } }, init(signal)))
}

/** Days with what is due on them. */
export function getDutyCalendar(
  { from, to, ...scope }: DutyScope & { readonly from: string; readonly to: string },
  signal?: AbortSignal,
): Promise<DutyCalendar> {
  return taken(api.desk['duty-calendar'].$get({ query: { ...given(scope), from, to } }, init(signal)))
}

/** Items against villages. */
export function getDutyMatrix(
  { regime, period }: { readonly regime: Regime; readonly period?: string | undefined },
  signal?: AbortSignal,
): Promise<DutyMatrix> {
  return taken(api.desk['duty-matrix'].$get({ query: { regime, ...given({ period }) } }, init(signal)))
}

/** What may be done with a duty besides drafting. */
export type DutyAct =
  | { readonly act: 'nil' | 'waive' | 'reopen'; readonly reason: string }
  | { readonly act: 'check'; readonly note: string }
  | { readonly act: 'confirm'; readonly on: string; readonly reason: string }
  | { readonly act: 'assign'; readonly accountId: string | null }

export function actOnDuty(id: string, act: DutyAct): Promise<DutyDetail> {
  const param = { id }
  switch (act.act) {
    case 'nil':
      return taken(duty.nil.$post({ param, json: { reason: act.reason } }))
    case 'waive':
      return taken(duty.waive.$post({ param, json: { reason: act.reason } }))
    case 'reopen':
      return taken(duty.reopen.$post({ param, json: { reason: act.reason } }))
    case 'check':
      return taken(duty.check.$post({ param, json: { note: act.note } }))
    case 'confirm':
      return taken(duty.confirm.$post({ param, json: { on: act.on, reason: act.reason } }))
    case 'assign':
      return taken(duty.assign.$post({ param, json: { accountId: act.accountId } }))
  }
}

/** Gives several duties to one person, or to nobody. */
export function assignDuties(
  dutyIds: readonly string[],
  accountId: string | null,
): Promise<{ readonly assigned: number }> {
  return taken(api.desk.duties.assign.$post({ json: { dutyIds: [...dutyIds], accountId } }))
}

/** Records that something happened, which starts duties. */
export function recordDutyEvent(event: DutyEventRequest): Promise<readonly DutyRow[]> {
  return taken(api.desk['duty-events'].$post({ json: { ...event, ruleIds: [...event.ruleIds] } }))
}

/** Begins the notice that works a duty off. */
export function draftForDuty(
  row: Pick<DutyRow, 'id' | 'itemId' | 'unit' | 'policyNotice'>,
): Promise<NoticeDetail> {
  return createNotice({
    ...(row.itemId === null ? {} : { catalogueItemId: row.itemId }),
    ...(row.policyNotice === null ? {} : { interpretsNoticeId: row.policyNotice.id }),
    unitId: row.unit.id,
    dutyId: row.id,
  })
}

/** The list of a span of days as PDF. */
export async function getDutyListPdf(
  query: DutyScope & { readonly from: string; readonly to: string },
): Promise<Blob> {
  const words = new URLSearchParams(given(query))
  return await (await send(`/api/desk/duty-list.pdf?${words.toString()}`)).blob()
}

/** The duties of a span as a workbook in the columns of the catalogue, with what became of each. */
export async function getDutyListSheet(
  query: DutyScope & { readonly from: string; readonly to: string },
): Promise<Blob> {
  const words = new URLSearchParams(given(query))
  return await (await send(`/api/desk/duty-list.xlsx?${words.toString()}`)).blob()
}
