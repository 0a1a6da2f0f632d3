import type { CatalogueRow, Regime } from './catalogue-item.ts'

const NAMES: readonly (readonly [Regime, RegExp])[] = [
  ['VILLAGE', /村务|村级公开/u],
  ['RESIDENT', /居务|社区公开/u],
  ['PARTY', /党务/u],
]
const WORDS: readonly (readonly [Regime, RegExp])[] = [
  ['VILLAGE', /村务公开|村民委员会组织法|村民委员会|行政村/u],
  ['RESIDENT', /居务公开|居民委员会组织法|居民委员会/u],
  ['PARTY', /党务公开|党的工作机关|党章|党支部/u],
]

/**
 * Guesses whose disclosure a catalogue regulates: by its name, else by what more than half of its rows say about
 * basis, unit and place; government affairs when nothing else is said.
 * @example guessRegime('云溪镇村务公开目录', []) // 'VILLAGE'
 */
export function guessRegime(name: string, rows: readonly CatalogueRow[]): Regime {
  const named = NAMES.filter(([, pattern]) => pattern.test(name))
  if (named[0] && named.length === 1) return named[0][0]
  if (/政务/u.test(name)) return 'GOV'
  const says = (row: CatalogueRow, pattern: RegExp): boolean =>
    // A township's own catalogue also hangs in villages: the place alone (村务公开栏) says little, so two of three must.
    [row.legalBasis, row.publishingUnit, row.channels.join(' ')].filter((text) => pattern.test(text))
      .length >= 2
  const found = WORDS.find(([, pattern]) => rows.filter((row) => says(row, pattern)).length * 2 > rows.length)
  return found?.[0] ?? 'GOV'
}
