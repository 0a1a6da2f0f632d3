import type {
  DownwardDifference,
  DownwardItemsView,
  DownwardItemView,
} from '../../../server/exchange/downward/views.ts'
import type { TakeImport } from '../../../server/catalogue/views.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'

/** What a person takes of an item of the county, after the difference was shown. */
export type DownwardTake =
  | { readonly kind: 'CATALOGUE'; readonly importId: string; readonly sheets: TakeImport['sheets'] }
  | {
      readonly kind: 'CALENDAR'
      readonly digest: string
      readonly confirmed: boolean
      readonly keyName?: string
    }
  | { readonly kind: 'DICTIONARY'; readonly digest: string }

/** What the county sent down: open, and decided. */
export function listDownwardItems(): Promise<DownwardItemsView> {
  return taken(api.desk['downward-items'].$get())
}

/** What taking an item would change. */
export async function getDownwardDifference(id: string): Promise<DownwardDifference> {
  const response = await send(`/api/desk/downward-items/${encodeURIComponent(id)}/difference`)
  return (await response.json()) as DownwardDifference
}

/** Takes an item. */
export async function takeDownwardItem(id: string, what: DownwardTake): Promise<DownwardItemView> {
  const response = await send(`/api/desk/downward-items/${encodeURIComponent(id)}/take`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  })
  return (await response.json()) as DownwardItemView
}

/** Leaves an item aside, with a word why. */
export function declineDownwardItem(item: {
  readonly id: string
  readonly note: string
}): Promise<DownwardItemView> {
  const { id, note } = item
  return taken(api.desk['downward-items'][':id'].decline.$post({ param: { id }, json: { note } }))
}

/** Marks an instruction as read. */
export function readInstruction(id: string): Promise<DownwardItemView> {
  return taken(api.desk['downward-items'][':id'].read.$post({ param: { id } }))
}
