import type { ObjectionEntry } from '../../../domain/display/objection.ts'
import type { DisplayResultKind } from '../../../domain/display/display-result.ts'
import type { ObjectionAct } from '../../../server/display/public-display/objections.ts'
import type {
  AgainPreview,
  DisplayChoices,
  DisplayDetail,
  DisplayList,
  DisplaysToday,
} from '../../../server/display/public-display/views.ts'
import type { DueAnswer } from '../../../domain/duty/due.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'

const displays = api.desk.displays

/** Displays under way, or all of them, one page. */
export function getDisplays(show: 'under-way' | 'all', before: string): Promise<DisplayList> {
  return taken(displays.$get({ query: { show, ...(before === '' ? {} : { before }) } }))
}

/** What of the displays is to be done today. */
export function getDisplaysToday(): Promise<DisplaysToday> {
  return taken(api.desk['displays-today'].$get())
}

/** One display. */
export function getDisplay(id: string): Promise<DisplayDetail> {
  return taken(displays[':id'].$get({ param: { id } }))
}

/** What the display panel of a draft offers. */
export function getDisplayChoices(notice: string): Promise<DisplayChoices> {
  return taken(api.desk['display-choices'].$get({ query: { notice } }))
}

/** When something put up on a day would come down. */
export function reckonEnd(from: string, amount: number, unit: 'workday' | 'day'): Promise<DueAnswer> {
  return taken(api.desk.calendar.due.$get({ query: { from, amount: String(amount), unit } }))
}

/** Puts an objection on record. */
export function registerObjection(id: string, entry: ObjectionEntry): Promise<DisplayDetail> {
  return taken(displays[':id'].objections.$post({ param: { id }, json: entry }))
}

/** Answers an objection or merges it. */
export function actOnObjection(id: string, objectionId: string, act: ObjectionAct): Promise<DisplayDetail> {
  return taken(
    displays[':id'].objections[':objectionId'].entries.$post({ param: { id, objectionId }, json: act }),
  )
}

/** Writes a result. */
export function proposeResult(
  id: string,
  result: { readonly kind: DisplayResultKind; readonly text: string },
): Promise<DisplayDetail> {
  return taken(displays[':id'].results.$post({ param: { id }, json: result }))
}

/** Confirms or returns a result. */
export function decideResult(
  id: string,
  resultId: string,
  decision: { readonly decision: 'CONFIRMED' | 'RETURNED'; readonly reason: string },
): Promise<DisplayDetail> {
  return taken(
    displays[':id'].results[':resultId'].decision.$post({ param: { id, resultId }, json: decision }),
  )
}

/** Removes a display before its last day is over. */
export function removeEarly(id: string, reason: string): Promise<DisplayDetail> {
  return taken(displays[':id'].removal.$post({ param: { id }, json: { reason } }))
}

/** Notes a gap. */
export function interruptDisplay(
  id: string,
  gap: { readonly on: string; readonly reason: string },
): Promise<DisplayDetail> {
  return taken(displays[':id'].interruption.$post({ param: { id }, json: gap }))
}

/** What would follow from putting it up again. */
export function previewAgain(id: string, startsOn: string): Promise<AgainPreview> {
  return taken(displays[':id'].again.$get({ param: { id }, query: { startsOn } }))
}

/** Puts it up again. */
export function displayAgain(
  id: string,
  again: {
    readonly startsOn: string
    readonly counting: 'ANEW' | 'REMAINING'
    readonly reason: string
  },
): Promise<DisplayDetail> {
  return taken(displays[':id'].runs.$post({ param: { id }, json: again }))
}

/** The certificate as a PDF. */
export async function printCertificate(id: string, interim: boolean): Promise<Blob> {
  const response = await send(`/api/desk/displays/${encodeURIComponent(id)}/certificate/pdf`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ interim }),
  })
  return response.blob()
}
