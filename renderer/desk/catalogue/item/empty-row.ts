import { BLANK_ROW } from '../../../../domain/catalogue/blank-row.ts'
import type { CatalogueItem } from '../../../../domain/catalogue/catalogue-item.ts'

/** A row for an item that is added by hand: public and proactive until somebody says otherwise. */
export function emptyItem(catalogueId: string, extras: readonly string[]): CatalogueItem {
  return {
    ...BLANK_ROW,
    id: '',
    catalogueId,
    position: 0,
    audience: 'ALL',
    disclosureMode: 'PROACTIVE',
    extra: Object.fromEntries(extras.map((name) => [name, ''])),
  }
}
