import { looksLikeName } from '../privacy/person-name.ts'
import { fieldKindOf } from './field-kind.ts'
import type { GridRow, TableGrid } from './table-grid.ts'
import { villageGroup } from './village-group.ts'

/** Where an entry belongs: village and group as the list writes them; empty where it does not say. */
export type Place = { readonly village: string; readonly group: string }

/** A village to choose, with its groups; `count` is how many entries it has. */
export type PlaceChoice = {
  readonly village: string
  readonly count: number
  readonly groups: readonly { readonly group: string; readonly count: number }[]
}

/** More villages or groups than keys find room for help nobody, and a column with that many values is no place. */
const MOST_CHOICES = 80

const NUMBERED = /^(?:第?[\d一二三四五六七八九十]{1,4}(?:村民)?小?[组社队屯]?)$/u
const NAMED =
  /(?:村|社区|居委会|组|社|队|屯|嘎查|牧委会|浩特|苏木|街道|镇|乡|片区|网格|庄|寨|坪|湾|沟|营|堡)$/u
// What stands in a list in place of what was removed, or could be typed to find one person.
const HIDDEN = /[*＊×]|\d{5,}/u

function isPlace(text: string): boolean {
  return !HIDDEN.test(text) && (NUMBERED.test(text) || NAMED.test(text))
}

/**
 * The columns of a list by which a visitor may narrow it: those that name village or group, and no others. A column counts by
 * its heading and by every filled cell: one with a masked sign, a long number or a person's name in it is none, whatever it is
 * called, so that nobody can be looked for by name or number (个人信息保护法 art. 6; issue: never find-by-ID-number).
 * @example placeColumns(grid) // [1]
 */
export function placeColumns(grid: Pick<TableGrid, 'headings' | 'rows'>): readonly number[] {
  const entries = grid.rows.filter(({ isSum }) => !isSum)
  return grid.headings.flatMap((heading, column) => {
    const texts = entries.map((row) => row.texts[column] ?? '').filter((text) => text !== '')
    if (texts.length === 0) return []
    const kind = fieldKindOf(heading.split(' ').at(-1) ?? '', texts)
    if (kind !== 'VILLAGE_GROUP' && kind !== 'ADDRESS') return []
    // An address was reduced to village and group before it was published; one that was not is left alone.
    const reduced = kind === 'VILLAGE_GROUP' || texts.every((text) => villageGroup(text) === text)
    const persons = texts.every((text) => looksLikeName(text) && !isPlace(text))
    const distinct = new Set(texts).size
    return reduced && !persons && texts.every(isPlace) && distinct <= MOST_CHOICES * 10 ? [column] : []
  })
}

function placeOf(row: GridRow, columns: readonly number[]): Place {
  let village = ''
  let group = ''
  for (const column of columns) {
    const text = row.texts[column] ?? ''
    const named = /^(.*(?:村(?!民)|社区|居委会|嘎查))(.*)$/u.exec(text)
    if (named) {
      village = named[1] ?? ''
      group ||= named[2] ?? ''
    } else if (text !== '' && NUMBERED.test(text)) group = text
    else if (text !== '' && village === '') village = text
    else if (text !== '') group ||= text
  }
  return { village, group }
}

const NUMERALS = '〇一二三四五六七八九十'

function rank(group: string): number {
  const digits = /\d+/u.exec(group)?.[0]
  if (digits !== undefined) return Number(digits)
  const word = /[一二三四五六七八九十]+/u.exec(group)?.[0] ?? ''
  if (word === '') return Number.MAX_SAFE_INTEGER
  const [tens = '', ones = ''] = word.includes('十') ? word.split('十') : ['', word]
  return (
    (word.includes('十') ? (NUMERALS.indexOf(tens || '一') || 1) * 10 : 0) +
    Math.max(0, NUMERALS.indexOf(ones || '〇'))
  )
}

/**
 * Where every entry of a list belongs, row by row, sums without a place; null where no column tells.
 * @example placesOf(grid)?.[0] // { village: '河西村', group: '3组' }
 */
export function placesOf(grid: TableGrid): readonly (Place | null)[] | null {
  const columns = placeColumns(grid)
  if (columns.length === 0) return null
  return grid.rows.map((row) => (row.isSum ? null : placeOf(row, columns)))
}

/**
 * The villages and groups of a list as keys to press, villages in the order of the list, groups by their number. Empty where
 * there is nothing to choose between, or so much that keys would not help.
 * @example placeChoices(places)[0] // { village: '河西村', count: 12, groups: [{ group: '1组', count: 5 }, …] }
 */
export function placeChoices(places: readonly (Place | null)[]): readonly PlaceChoice[] {
  const villages = new Map<string, Map<string, number>>()
  for (const place of places) {
    if (place === null || (place.village === '' && place.group === '')) continue
    const groups = villages.get(place.village) ?? new Map<string, number>()
    groups.set(place.group, (groups.get(place.group) ?? 0) + 1)
    villages.set(place.village, groups)
  }
  const choices = [...villages].map(([village, groups]): PlaceChoice => ({
    village,
    count: [...groups.values()].reduce((sum, count) => sum + count, 0),
    groups: [...groups]
      .filter(([group]) => group !== '')
      .map(([group, count]) => ({ group, count }))
      .toSorted((one, other) => rank(one.group) - rank(other.group)),
  }))
  const [only] = choices
  if (choices.length > MOST_CHOICES || choices.some(({ groups }) => groups.length > MOST_CHOICES)) return []
  return choices.length === 1 && (only?.groups.length ?? 0) < 2 ? [] : choices
}

/**
 * Whether an entry belongs to what was chosen; an empty group takes the whole village.
 * @example inPlace({ village: '河西村', group: '3组' }, { village: '河西村', group: '' }) // true
 */
export function inPlace(place: Place | null, chosen: Place): boolean {
  if (place === null || place.village !== chosen.village) return false
  return chosen.group === '' || place.group === chosen.group
}
