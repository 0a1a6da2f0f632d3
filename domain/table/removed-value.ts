import type { FieldKind } from './field-kind.ts'

/** A value that stood in a list and is not in its public copy. Office only. */
export type RemovedValue = { readonly kind: FieldKind; readonly value: string }

// Kinds whose values say who somebody is. Amounts, dates and grades of a left-out column stand in any text by chance.
const SEARCHED: readonly FieldKind[] = [
  'NAME',
  'MEMBER',
  'ID_NUMBER',
  'PHONE',
  'BANK_CARD',
  'ADDRESS',
  'DISABILITY_DETAIL',
  'DISEASE',
  'BIRTH',
  'NOTE',
]
const SHORTEST = 4
const SHORTEST_NAME = 2
const SHORTEST_NOTE = 6

/**
 * A text as it is compared: full-width forms folded, spaces and separators gone, so that 138-0013 8000 is 13800138000.
 * `at` gives for each sign where it stands in the original.
 * @example comparable('138 0013').text // '1380013'
 */
export function comparable(original: string): { readonly text: string; readonly at: readonly number[] } {
  let text = ''
  const at: number[] = []
  let offset = 0
  for (const sign of original) {
    const folded = sign.normalize('NFKC').toUpperCase()
    if (!/^[\s\p{Cf}\p{P}\p{S}]*$/u.test(folded)) {
      text += folded
      for (let unit = 0; unit < folded.length; unit += 1) at.push(offset)
    }
    offset += sign.length
  }
  at.push(offset)
  return { text, at }
}

/**
 * Says whether values of this kind say who somebody is and are searched for.
 * @example isSearchedKind('AMOUNT') // false
 */
export function isSearchedKind(kind: FieldKind): boolean {
  return SEARCHED.includes(kind)
}

/**
 * Says whether a removed value is searched for: what is shorter than four signs (names: two Han characters, notes: six)
 * would be found everywhere by chance.
 * @example isSearched({ kind: 'NAME', value: '周敏' }) // true
 */
export function isSearched({ kind, value }: RemovedValue): boolean {
  if (!isSearchedKind(kind)) return false
  const { text } = comparable(value)
  const length = Array.from(text).length
  if (kind === 'NAME' || kind === 'MEMBER') {
    return length >= SHORTEST_NAME && /\p{Script=Han}{2}|\p{L}{4}/u.test(text)
  }
  return length >= (kind === 'NOTE' ? SHORTEST_NOTE : SHORTEST)
}

/** Where a removed value stands in a text; UTF-16 offsets. */
export type RemovedFind = { readonly value: RemovedValue; readonly start: number; readonly end: number }

/** A search for many values at once. */
export type RemovedSearch = (text: string) => readonly RemovedFind[]

const HEAD = 2

/**
 * Makes a search for removed values: each text is walked once, however many values there are.
 * @example removedSearch([{ kind: 'NAME', value: '张建国' }])('联系人张 建国')[0]?.start // 3
 */
export function removedSearch(values: readonly RemovedValue[]): RemovedSearch {
  const byHead = new Map<string, { readonly plain: string; readonly value: RemovedValue }[]>()
  for (const value of values) {
    if (!isSearched(value)) continue
    const plain = comparable(value.value).text
    const head = plain.slice(0, HEAD)
    byHead.set(head, [...(byHead.get(head) ?? []), { plain, value }])
  }
  if (byHead.size === 0) return () => []
  return (original) => {
    const { text, at } = comparable(original)
    const finds: RemovedFind[] = []
    for (let from = 0; from + HEAD <= text.length; from += 1) {
      for (const { plain, value } of byHead.get(text.slice(from, from + HEAD)) ?? []) {
        if (!text.startsWith(plain, from)) continue
        // Digits inside a longer number are another number.
        const digits = /^\d+X?$/.test(plain)
        if (digits && (/\d/.test(text[from - 1] ?? '') || /\d/.test(text[from + plain.length] ?? '')))
          continue
        const last = at[from + plain.length - 1] ?? 0
        const width = original.codePointAt(last)
        finds.push({
          value,
          start: at[from] ?? 0,
          end: last + (width !== undefined && width > 0xffff ? 2 : 1),
        })
      }
    }
    return finds
  }
}
