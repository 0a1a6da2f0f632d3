import type { CalendarYearList } from '../../../domain/duty/calendar/calendar-year-check.ts'
import type { CalendarDay } from '../../../domain/duty/calendar/working-calendar.ts'
import type { CalendarChangeView, CalendarPreview, CalendarView } from '../../../server/duty/views.ts'
import { api, taken } from '../../shared/api.ts'
import { send, sendForm } from '../../shared/request.ts'

/** Beginning of every key of the calendar. */
export const CALENDAR_KEY = ['calendar'] as const

/** What is handed in: a file as it came, or a year typed in from the notice. */
export type CalendarSource = { readonly file: File } | { readonly years: readonly CalendarYearList[] }

/** What a person has said to it. */
export type CalendarConsent = {
  readonly digest: string
  readonly confirmed: boolean
  /** Name under which an unknown signer is remembered; empty when the signer is known or there is none. */
  readonly keyName: string
}

/** The calendar of one year, and how far it reaches. */
export function getCalendar(year: number): Promise<CalendarView> {
  return taken(api.desk.calendar.$get({ query: { year: String(year) } }))
}

/** All changes, newest first. */
export function listCalendarChanges(): Promise<readonly CalendarChangeView[]> {
  return taken(api.desk.calendar.changes.$get())
}

async function handIn<T>(
  path: string,
  source: CalendarSource,
  consent: Partial<CalendarConsent>,
): Promise<T> {
  if ('file' in source) {
    const fields = new FormData()
    fields.append('file', source.file)
    for (const [name, value] of Object.entries(consent)) fields.append(name, String(value))
    return sendForm<T>(path, fields)
  }
  const body = JSON.stringify({ format: 'board-calendar/1', years: source.years, ...consent })
  const headers = { 'content-type': 'application/json' }
  return (await (await send(path, { method: 'POST', headers, body })).json()) as T
}

/** What it would change; nothing is taken yet. */
export function previewCalendar(source: CalendarSource): Promise<CalendarPreview> {
  return handIn('/api/desk/calendar/preview', source, {})
}

/** Takes what was previewed. */
export function takeCalendar(source: CalendarSource, consent: CalendarConsent): Promise<CalendarChangeView> {
  return handIn('/api/desk/calendar/take', source, consent)
}

/** Sets a local rest or working day. */
export function addLocalDay(fields: CalendarDay & { readonly reason: string }): Promise<CalendarChangeView> {
  return taken(api.desk.calendar['local-days'].$post({ json: fields }))
}

/** Takes a local day back. */
export function removeLocalDay(id: number, reason: string): Promise<CalendarChangeView> {
  return taken(
    api.desk.calendar['local-days'][':id'].$delete({ param: { id: String(id) }, json: { reason } }),
  )
}
