import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'

/** A row of the tree as it is drawn: a heading that folds, or an item. */
export type TreeLine =
  | {
      readonly kind: 'GROUP'
      readonly key: string
      readonly depth: number
      readonly label: string
      readonly count: number
    }
  | {
      readonly kind: 'ITEM'
      readonly key: string
      readonly depth: number
      readonly label: string
      readonly item: CatalogueItem
    }

type Level = 'itemLevel1' | 'itemLevel2' | 'itemLevel3'
const LEVELS: readonly Level[] = ['itemLevel1', 'itemLevel2', 'itemLevel3']

function itemLabel(item: CatalogueItem): string {
  return item.itemLevel3 || item.itemLevel2 || item.itemLevel1
}

function grouped(
  items: readonly CatalogueItem[],
  level: Level,
): ReadonlyMap<string, readonly CatalogueItem[]> {
  const groups = new Map<string, CatalogueItem[]>()
  for (const item of items) {
    const group = groups.get(item[level])
    if (group === undefined) groups.set(item[level], [item])
    else group.push(item)
  }
  return groups
}

function lines(
  items: readonly CatalogueItem[],
  depth: number,
  path: string,
  folded: ReadonlySet<string>,
): TreeLine[] {
  const level = LEVELS[depth]
  const leaf = (item: CatalogueItem): TreeLine => ({
    kind: 'ITEM',
    key: item.id,
    depth,
    label: itemLabel(item),
    item,
  })
  if (level === undefined) return items.map(leaf)
  const next = LEVELS[depth + 1]
  return [...grouped(items, level)].flatMap(([label, group]) => {
    // A heading over a single row that is named the same would only say the name twice.
    const alone = group.length === 1 && group.every((item) => next === undefined || item[next] === '')
    if (alone || label === '') return group.map(leaf)
    const key = `${path}/${label}`
    const heading: TreeLine = { kind: 'GROUP', key, depth, label, count: group.length }
    return folded.has(key) ? [heading] : [heading, ...lines(group, depth + 1, key, folded)]
  })
}

/** The lines of a catalogue as a tree of its three levels, in the order of the table; folded headings hide theirs. */
export function catalogueTree(
  items: readonly CatalogueItem[],
  folded: ReadonlySet<string>,
): readonly TreeLine[] {
  return lines(items, 0, '', folded)
}

/** Whether a row has the words somewhere in it. */
export function matchesFilter(item: CatalogueItem, words: string): boolean {
  const text = [
    item.serial,
    item.itemLevel1,
    item.itemLevel2,
    item.itemLevel3,
    item.contentElements,
    item.legalBasis,
    item.deadlineText,
    item.publishingUnit,
    ...item.channels,
    ...Object.values(item.extra),
  ].join('\n')
  return words
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
