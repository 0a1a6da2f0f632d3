import type { Reads } from '../../db/store.ts'
import { validityOn, type ValidityStatement } from '../../domain/notice/validity.ts'
import type { PublicRow } from './views.ts'

/**
 * Marks lines of a public list whose document is repealed or has lapsed, so that nobody goes home with what no longer
 * holds. Asks nothing more while nothing was ever stated on this board.
 * @example withValidity(read, rows, '2027-01-01')[0]?.validity // 'LAPSED'
 */
export function withValidity<Row extends PublicRow>(
  read: Reads,
  rows: readonly Row[],
  today: string,
): readonly Row[] {
  if (rows.length === 0) return rows
  const badges = read.convention.badges(rows.map(({ indexNumber }) => indexNumber))
  if (badges.size === 0) return rows
  return rows.map((row) => {
    const badge = badges.get(row.indexNumber)
    if (!badge) return row
    const stated = JSON.parse(badge.statements ?? '[]') as [ValidityStatement['standing'], string][]
    const statements = stated.map(([standing, effectiveOn]) => ({ standing, effectiveOn }))
    const { validity } = validityOn(today, { from: null, to: badge.validTo }, statements)
    return validity === 'REPEALED' || validity === 'LAPSED' ? { ...row, validity } : row
  })
}
