import type { CatalogueItem } from '../../domain/catalogue/catalogue-item.ts'

/**
 * The path of an item as duties bear it.
 * @example itemTitle(item) // '财务公开 / 财务收支情况'
 */
export function itemTitle(item: Pick<CatalogueItem, 'itemLevel1' | 'itemLevel2' | 'itemLevel3'>): string {
  return [item.itemLevel1, item.itemLevel2, item.itemLevel3].filter((text) => text !== '').join(' / ')
}
