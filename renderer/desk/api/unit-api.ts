import type { Regime } from '../../../domain/catalogue/catalogue-item.ts'
import type { UnitKind } from '../../../domain/office/unit.ts'
import type { DutyState } from '../../../domain/duty/duty.ts'
import type { DutyPage } from '../../../server/duty/views.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'

/** Key of the list of units. */
export const UNITS_KEY = ['units'] as const

const OPEN_STATES: readonly DutyState[] = ['OPEN', 'DUE_SOON', 'OVERDUE']

/** Kinds a unit may be added as; the township is always there. */
export type SubordinateKind = Exclude<UnitKind, 'TOWNSHIP'>

/** All units, the township first. */
export function listUnits(): Promise<readonly UnitView[]> {
  return taken(api.desk.units.$get())
}

/** Adds a unit under the township. */
export function addUnit(fields: {
  readonly name: string
  readonly kind: SubordinateKind
}): Promise<UnitView> {
  return taken(api.desk.units.$post({ json: { ...fields, parentId: null } }))
}

/** Renames a unit or takes it out of use. */
export function changeUnit(
  id: string,
  change: { readonly name?: string; readonly disabled?: boolean },
): Promise<UnitView> {
  return taken(api.desk.units[':id'].$patch({ param: { id }, json: change }))
}

/** Adds a physical board. */
export function addBoard(
  unitId: string,
  fields: { readonly name: string; readonly place: string; readonly regime: Regime },
): Promise<UnitView> {
  return taken(api.desk.units[':id'].boards.$post({ param: { id: unitId }, json: fields }))
}

/** Changes a board. */
export function changeBoard(
  id: string,
  change: { readonly name?: string; readonly place?: string; readonly disabled?: boolean },
): Promise<UnitView> {
  return taken(api.desk.boards[':id'].$patch({ param: { id }, json: change }))
}

/** How many duties of a unit are open. */
export async function countOpenDuties(unit: string, signal?: AbortSignal): Promise<number> {
  const query = new URLSearchParams({ unit, state: OPEN_STATES.join(',') })
  const page = (await (
    await send(`/api/desk/duties?${query}`, { signal: signal ?? null })
  ).json()) as DutyPage
  return page.total
}
