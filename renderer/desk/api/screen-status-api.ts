import type { ScreenEdge, ScreenStatus } from '../../../server/signage/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Key of the page that says how screens are. */
export const SCREEN_STATUS_KEY = ['screens', 'status'] as const

const screens = api.desk.screens

/** Every screen in use as it was heard last. */
export async function getScreenStatus(signal: AbortSignal): Promise<readonly ScreenStatus[]> {
  return (await taken(api.desk['screen-status'].$get({}, { init: { signal } }))).screens
}

/** The last changes of one screen's state, newest first. */
export async function getScreenEdges(id: string, signal: AbortSignal): Promise<readonly ScreenEdge[]> {
  return (await taken(screens[':id'].edges.$get({ param: { id } }, { init: { signal } }))).edges
}

/** A one-time code by which the screen is paired, in place of any other. */
export function givePairingCode(id: string): Promise<{ readonly code: string; readonly until: string }> {
  return taken(screens[':id']['pairing-code'].$post({ param: { id } }))
}

/** Ends what the screen may tell. */
export function unpairScreen(id: string) {
  return taken(screens[':id'].unpair.$post({ param: { id } }))
}

/** Address of the last picture; another one for another picture. */
export function screenPicture(id: string, at: string): string {
  return `/api/desk/screens/${encodeURIComponent(id)}/picture?at=${encodeURIComponent(at)}`
}
