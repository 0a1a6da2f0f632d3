import type { CatalogueRow } from './catalogue-item.ts'
import { headingKey } from './cell-text.ts'

/**
 * A text as far as it says something: without blanks, line breaks and the width of its signs, in which two issues of one
 * table always differ.
 * @example plainText('公开\n时限（20 个工作日）') // '公开时限(20个工作日)'
 */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}

/**
 * By what a row is found again in another issue of its table: the letters of its three levels.
 * @example rowKey(row) // '社会救助 临时救助 办事指南'
 */
export function rowKey(row: Pick<CatalogueRow, 'itemLevel1' | 'itemLevel2' | 'itemLevel3'>): string {
  return [row.itemLevel1, row.itemLevel2, row.itemLevel3].map(headingKey).join(' ')
}

/**
 * Pairs of neighbouring signs in a text, for telling how alike two texts are.
 * @example [...signPairs('低保对象')] // ['低保', '保对', '对象']
 */
export function signPairs(text: string): ReadonlySet<string> {
  const signs = Array.from(headingKey(text))
  return new Set(signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

/** How much two sets of pairs have in common: of both together, and of the smaller one. From 0 to 1. */
export type Likeness = { readonly ofBoth: number; readonly ofSmaller: number }

/**
 * Measures how alike two texts are by the pairs of signs they share.
 * @example likeness(signPairs('宅基地审批情况'), signPairs('宅基地申请审批情况')).ofSmaller // 0.83
 */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): Likeness {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  if (small.size === 0) return { ofBoth: 0, ofSmaller: 0 }
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared += 1
  return { ofBoth: (2 * shared) / (small.size + large.size), ofSmaller: shared / small.size }
}
