import type { CatalogueItem, CatalogueRow } from './catalogue-item.ts'
import { likeness, plainText, rowKey, signPairs } from './row-text.ts'

/** From here on a row with other headings still counts as the same item renamed. */
const ALIKE = 0.6
/** Of the shorter name this much must stand in the longer one when there are no contents to go by. */
const NAME_CONTAINED = 0.8
/** A second item that is as alike makes it a guess, and then the row counts as new: boilerplate stands in many rows. */
const MARGIN = 0.05
/** Pairs of signs that stand in more rows than this (公开, 办理) tell rows apart no better than chance. */
const COMMON = 64
const CANDIDATES = 8

type Texts = { readonly names: ReadonlySet<string>; readonly contents: ReadonlySet<string> }

function textsOf(row: CatalogueRow): Texts {
  return {
    names: signPairs(row.itemLevel1 + row.itemLevel2 + row.itemLevel3),
    contents: signPairs(row.contentElements),
  }
}

function alike(one: Texts, other: Texts): number {
  const names = likeness(one.names, other.names)
  if (one.contents.size === 0 || other.contents.size === 0) {
    return names.ofSmaller >= NAME_CONTAINED ? names.ofBoth : 0
  }
  return 0.7 * likeness(one.contents, other.contents).ofBoth + 0.3 * names.ofBoth
}

function grouped<Row extends CatalogueRow>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = rowKey(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** Which items share rare pairs of signs with a text; a whole comparison of ten thousand rows with each other would take minutes. */
function indexOf(texts: readonly Texts[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  texts.forEach(({ names, contents }, at) => {
    for (const pair of new Set([...names, ...contents])) {
      const places = index.get(pair)
      if (places) places.push(at)
      else index.set(pair, [at])
    }
  })
  return index
}

function candidates(index: Map<string, number[]>, text: Texts): readonly number[] {
  const shared = new Map<number, number>()
  for (const pair of new Set([...text.names, ...text.contents])) {
    const places = index.get(pair) ?? []
    if (places.length > COMMON) continue
    for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  return [...shared]
    .sort(([, one], [, other]) => other - one)
    .slice(0, CANDIDATES)
    .map(([at]) => at)
}

/** Contents that stand in one row only, and say enough, tell an item whatever it is called. */
const TELLING = 8

function byOwnContents<Row extends CatalogueRow>(rows: readonly Row[]): Map<string, Row | null> {
  const found = new Map<string, Row | null>()
  for (const row of rows) {
    const contents = plainText(row.contentElements)
    if (Array.from(contents).length >= TELLING) found.set(contents, found.has(contents) ? null : row)
  }
  return found
}

type Guess = { readonly row: number; readonly item: CatalogueItem; readonly score: number }

function renamed(
  before: readonly CatalogueItem[],
  rows: readonly CatalogueRow[],
  found: readonly (CatalogueItem | null)[],
): readonly Guess[] {
  const taken = new Set(found.filter((item) => item !== null).map(({ id }) => id))
  if (taken.size === before.length || !found.includes(null)) return []
  const texts = before.map(textsOf)
  const index = indexOf(texts)
  const guesses: Guess[] = []
  rows.forEach((row, at) => {
    if (found[at] !== null) return
    const text = textsOf(row)
    const scored = candidates(index, text)
      .map((place) => ({ place, score: alike(text, texts[place] ?? text) }))
      .sort((one, other) => other.score - one.score)
    const [best, second] = scored
    const item = before[best?.place ?? -1]
    if (!best || !item || best.score < ALIKE || taken.has(item.id)) return
    if (second && best.score - second.score < MARGIN) return
    guesses.push({ row: at, item, score: best.score })
  })
  return guesses.sort((one, other) => other.score - one.score)
}

/**
 * Rows and items of one name, the likest contents first: two that were both reworded and have changed places must not
 * change identity too, since one of them may be for named persons only. What is equally alike goes by its order.
 */
function likeliest(
  left: readonly { readonly row: CatalogueRow; readonly at: number }[],
  free: readonly CatalogueItem[],
): readonly { readonly at: number; readonly item: CatalogueItem }[] {
  const texts = free.map((item) => textsOf(item).contents)
  const pairs = left.flatMap(({ row, at }, place) => {
    const { contents } = textsOf(row)
    return free.map((item, other) => ({
      at,
      item,
      score: likeness(contents, texts[other] ?? contents).ofBoth,
      apart: Math.abs(place - other),
    }))
  })
  return pairs.sort((one, other) => other.score - one.score || one.apart - other.apart)
}

/**
 * Finds for every row of a table the item it is a new state of, so that items keep their identity: by the three levels,
 * among rows of one name by the likeness of their contents, then by their order; what is left by its contents, when only the name has
 * changed and no other item is as alike. Null for new rows. Each item is given once.
 * @example matchRows(read.catalogue.items(id), reading.rows)[0]?.id
 */
export function matchRows(
  before: readonly CatalogueItem[],
  rows: readonly CatalogueRow[],
): readonly (CatalogueItem | null)[] {
  const groups = grouped(before)
  const taken = new Set<string>()
  const found: (CatalogueItem | null)[] = rows.map(() => null)
  const take = (at: number, item: CatalogueItem | undefined): void => {
    if (!item) return
    found[at] = item
    taken.add(item.id)
  }
  const keys = rows.map(rowKey)
  rows.forEach((row, at) => {
    const contents = plainText(row.contentElements)
    const same = groups.get(keys[at] ?? '') ?? []
    take(
      at,
      same.find((item) => !taken.has(item.id) && plainText(item.contentElements) === contents),
    )
  })
  const left = new Map<string, { readonly row: CatalogueRow; readonly at: number }[]>()
  rows.forEach((row, at) => {
    if (found[at] !== null) return
    const key = keys[at] ?? ''
    left.set(key, [...(left.get(key) ?? []), { row, at }])
  })
  for (const [key, same] of left) {
    const free = (groups.get(key) ?? []).filter(({ id }) => !taken.has(id))
    for (const { at, item } of likeliest(same, free))
      if (found[at] === null && !taken.has(item.id)) take(at, item)
  }
  const [own, there] = [byOwnContents(before), byOwnContents(rows)]
  rows.forEach((row, at) => {
    const contents = plainText(row.contentElements)
    const item = own.get(contents)
    if (found[at] === null && item && there.get(contents) && !taken.has(item.id)) take(at, item)
  })
  for (const { row, item } of renamed(before, rows, found)) if (!taken.has(item.id)) take(row, item)
  return found
}
