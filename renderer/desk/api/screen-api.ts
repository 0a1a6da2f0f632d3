import type { ScreenDefinition } from '../../../domain/signage/screen.ts'
import type { ColumnChoice, ScreensView, ScreenView, SimulatedFeed } from '../../../server/signage/views.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'

/** Key of everything that shows screens. */
export const SCREENS_KEY = ['screens'] as const
/** Key of the register. */
export const SCREEN_LIST_KEY = ['screens', 'list'] as const
/** Key of the columns a screen may subscribe to. */
export const COLUMNS_KEY = ['screens', 'columns'] as const

const screens = api.desk.screens

/** The wire takes lists that may be written. */
function writable({ subscriptions, openingHours, ...rest }: ScreenDefinition) {
  const windows = (all: ScreenDefinition['openingHours']) =>
    all.map((window) => ({ ...window, weekdays: [...window.weekdays] }))
  return {
    ...rest,
    subscriptions: subscriptions.map((one) => ({ ...one, windows: windows(one.windows) })),
    openingHours: windows(openingHours),
  }
}

/** The register of screens in use. */
export function getScreens(signal?: AbortSignal): Promise<ScreensView> {
  return taken(screens.$get({}, { init: { signal: signal ?? null } }))
}

/** What a screen may subscribe to, with how many notices each holds. */
export function getColumns(signal?: AbortSignal): Promise<readonly ColumnChoice[]> {
  return taken(api.desk['screen-columns'].$get({}, { init: { signal: signal ?? null } }))
}

/** Registers a screen. */
export async function addScreen(definition: ScreenDefinition): Promise<ScreenView> {
  const json = JSON.stringify(writable(definition))
  const headers = { 'content-type': 'application/json' }
  return (
    await send('/api/desk/screens', { method: 'POST', body: json, headers })
  ).json() as Promise<ScreenView>
}

/** Adds the next version of a screen. */
export function changeScreen(id: string, version: number, definition: ScreenDefinition): Promise<ScreenView> {
  return taken(screens[':id'].$put({ param: { id }, json: { version, definition: writable(definition) } }))
}

/** Takes a screen out of use. */
export function endScreen(id: string, reason: string) {
  return taken(screens[':id'].end.$post({ param: { id }, json: { reason } }))
}

/** A screen as it will be, or was, at an instant. */
export function rehearseScreen(id: string, at: string, signal?: AbortSignal): Promise<SimulatedFeed> {
  return taken(
    screens[':id'].simulation.$get({ param: { id }, query: { at } }, { init: { signal: signal ?? null } }),
  )
}
