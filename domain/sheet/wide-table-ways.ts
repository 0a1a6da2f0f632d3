import { type SheetForm, WIDE_TABLE_WAYS, type WideTableWay } from './template.ts'

// Their tables stand under the text or in it over the whole width; elsewhere they stand in a column or on a card, where
// nothing can be turned or split.
const FREE: ReadonlySet<SheetForm> = new Set([
  'RED_HEAD',
  'PLAIN',
  'PUBLIC_DISPLAY',
  'NAME_LIST',
  'FINANCE_TABLE',
  'POSTER',
])

/**
 * What a form can do with a table that is too wide for it; a form that can do nothing refuses it.
 * @example wideTableWays('SERVICE_GUIDE') // ['REFUSE']
 */
export function wideTableWays(form: SheetForm): readonly WideTableWay[] {
  return FREE.has(form) ? WIDE_TABLE_WAYS : ['REFUSE']
}
