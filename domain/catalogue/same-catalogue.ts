import type { CatalogueRow, Regime } from './catalogue-item.ts'
import { headingKey } from './cell-text.ts'
import { rowKey } from './row-text.ts'

/** What is known of a catalogue for finding it again. */
export type KnownCatalogue = {
  readonly id: string
  readonly name: string
  readonly regime: Regime
  readonly rows: readonly Pick<CatalogueRow, 'itemLevel1' | 'itemLevel2' | 'itemLevel3'>[]
}

/** Under another name a table counts as the same when this share of its rows, or of the catalogue's, is there. */
const ENOUGH_ROWS = 0.6
/** Under the same name a few rows do: 基层政务公开标准目录 stands over tables that have nothing else in common. */
const FEW_ROWS = 0.1

/** The year in a name changes with every issue. */
function nameKey(name: string): string {
  return headingKey(name)
    .replace(/(?:19|20)\d{2}(?:年(?:度|版)?|版)?/gu, '')
    .replace(/(?:修订|试行|征求意见)(?:版|稿)?$/u, '')
}

/**
 * Finds the catalogue of which a table looks like a new state: one of its regime with the same name but for the year, or
 * with three in five rows in common. Null when there is none.
 * @example sameCatalogue({ name: '2026年村务公开目录', regime: 'VILLAGE', rows }, known)?.id
 */
export function sameCatalogue(
  table: Omit<KnownCatalogue, 'id'>,
  known: readonly KnownCatalogue[],
): KnownCatalogue | null {
  const keys = new Set(table.rows.map(rowKey))
  const name = nameKey(table.name)
  let best: { readonly catalogue: KnownCatalogue; readonly rank: number } | null = null
  for (const catalogue of known) {
    if (catalogue.regime !== table.regime) continue
    const own = new Set(catalogue.rows.map(rowKey))
    let shared = 0
    for (const key of own) if (keys.has(key)) shared += 1
    const share = shared / Math.max(own.size, keys.size, 1)
    const named = name !== '' && nameKey(catalogue.name) === name
    if (share < (named ? FEW_ROWS : ENOUGH_ROWS)) continue
    const rank = share + (named ? 1 : 0)
    if (!best || rank > best.rank) best = { catalogue, rank }
  }
  return best?.catalogue ?? null
}
