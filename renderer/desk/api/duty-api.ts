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
import { send } from '../../shared/request.ts'

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

function asked(query: Readonly<Record<string, string | undefined>>): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') words.set(name, value)
  const text = words.toString()
  return text === '' ? '' : `?${text}`
}

async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await send(path, { signal: signal ?? null })).json()) as T
}

async function write<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  return (await (await send(path, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as T
}

const duty = (id: string) => `/api/desk/duties/${encodeURIComponent(id)}`

/** What is overdue, due today and due soon. */
export function getToday(
  query: DutyScope & { readonly cursor?: string },
  signal?: AbortSignal,
): Promise<TodayView> {
  return read(`/api/desk/today${asked(query)}`, signal)
}

/** A page of duties, soonest due first. */
export function listDuties(query: DutyQuery, signal?: AbortSignal): Promise<DutyPage> {
  return read(`/api/desk/duties${asked(query)}`, signal)
}

export function getDuty(id: string, signal?: AbortSignal): Promise<DutyDetail> {
  return read(duty(id), signal)
}

/** Days with what is due on them. */
export function getDutyCalendar(
  query: DutyScope & { readonly from: string; readonly to: string },
  signal?: AbortSignal,
): Promise<DutyCalendar> {
  return read(`/api/desk/duty-calendar${asked(query)}`, signal)
}

/** Items against villages. */
export function getDutyMatrix(
  query: { readonly regime: Regime; readonly period?: string | undefined },
  signal?: AbortSignal,
): Promise<DutyMatrix> {
  return read(`/api/desk/duty-matrix${asked(query)}`, signal)
}

/** What may be done with a duty besides drafting. */
export type DutyAct =
  | { readonly act: 'nil' | 'waive' | 'reopen'; readonly reason: string }
  | { readonly act: 'check'; readonly note: string }
  | { readonly act: 'confirm'; readonly on: string }
  | { readonly act: 'assign'; readonly accountId: string | null }

export function actOnDuty(id: string, { act, ...body }: DutyAct): Promise<DutyDetail> {
  return write(`${duty(id)}/${act}`, body)
}

/** Gives several duties to one person, or to nobody. */
export function assignDuties(
  dutyIds: readonly string[],
  accountId: string | null,
): Promise<{ readonly assigned: number }> {
  return write('/api/desk/duties/assign', { dutyIds, accountId })
}

/** Records that something happened, which starts duties. */
export function recordDutyEvent(event: DutyEventRequest): Promise<readonly DutyRow[]> {
  return write('/api/desk/duty-events', event)
}

/** Begins the notice that works a duty off. */
export function draftForDuty(
  row: Pick<DutyRow, 'id' | 'itemId' | 'unit' | 'policyNotice'>,
): Promise<NoticeDetail> {
  return write('/api/desk/notices', {
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
  return await (await send(`/api/desk/duty-list.pdf${asked(query)}`)).blob()
}
