import { Temporal } from 'temporal-polyfill'
import { detectNumbers } from '../privacy/detect-number.ts'
import type { TableFault } from './list-policy.ts'
import type { TableColumn, TableRow } from './table-reading.ts'

const DAY = /((?:19|20)\d{2})[-./年]?(\d{1,2})(?:[-./月]?(\d{1,2}))?/u

function bornOn(year: string, month: string, day: string): Temporal.PlainDate | null {
  const parts = { year: Number(year), month: Number(month), day: Number(day || '1') }
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31) return null
  return Temporal.PlainDate.from(parts, { overflow: 'constrain' })
}

function birthOf(text: string, kind: TableColumn['kind'] | undefined): Temporal.PlainDate | number | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  if (kind === 'BIRTH') {
    const age = /^(\d{1,3})(?:周?岁)?$/u.exec(plain)?.[1]
    if (age !== undefined) return Number(age)
    const day = DAY.exec(plain)
    return day ? bornOn(day[1] ?? '', day[2] ?? '', day[3] ?? '') : null
  }
  const found = detectNumbers(text).find(({ kind: found }) => /^(?:RESIDENT_ID|DISABILITY)/.test(found))
  if (!found) return null
  const digits = plain.replaceAll(/[^\dXx]/g, '')
  const at = found.kind === 'RESIDENT_ID_OLD' ? `19${digits.slice(6, 12)}` : digits.slice(6, 14)
  return bornOn(at.slice(0, 4), at.slice(4, 6), at.slice(6, 8))
}

/** Columns of somebody else than the one the row is about. */
const OF_OTHERS = /家庭成员|家属|共同生活|配偶|子女|监护人|其他成员|成员|代领/u

/**
 * Names the rows that are of children: nothing about a child under 14, and no name of a minor, is ever posted (domain
 * book §7.1; 个人信息保护法 art. 28, 31). The row is named, not the person. A child whose number stands only in a dropped column of the family does
 * not keep the household back. Faults `table.minor-row`.
 * @example minorFaults(rows, header, columns, '2026-11-23')[0]?.params // { row: 8, age: 14 }
 */
export function minorFaults(
  rows: readonly TableRow[],
  header: readonly string[],
  columns: readonly TableColumn[],
  today: string,
): readonly TableFault[] {
  const now = Temporal.PlainDate.from(today)
  return rows.flatMap(({ at, cells }): TableFault[] => {
    for (const [column, text] of cells.entries()) {
      const dropped = columns[column]?.action === 'DROP'
      if (text === '' || (dropped && OF_OTHERS.test(header[column] ?? ''))) continue
      const born = birthOf(text, columns[column]?.kind)
      if (born === null) continue
      const age = typeof born === 'number' ? born : born.until(now, { largestUnit: 'year' }).years
      if (age >= 0 && age < 18) {
        return [{ code: 'table.minor-row', params: { row: at + 1, age: age < 14 ? 14 : 18 } }]
      }
    }
    return []
  })
}
