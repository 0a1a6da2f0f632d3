import type { ZipParts } from '../../../platform/table/read-zip-guard.ts'
import { walkXml } from '../../../platform/table/walk-xml.ts'
import { readWorkbookParts } from '../../../platform/table/workbook-parts.ts'

/** What of one sheet the eye does not see; rows and columns count from 0. */
export type HiddenParts = {
  readonly sheet: boolean
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true'
const MOST_COLUMNS = 256

/**
 * Finds hidden sheets, rows (filtered ones too) and columns of a workbook, by the names of its sheets. Throws an Error
 * where a part is not well-formed.
 * @example hiddenParts(parts).get('名单')?.columns // [3]
 */
export function hiddenParts(parts: ZipParts): ReadonlyMap<string, HiddenParts> {
  const hiddenSheets = new Set<string>()
  const workbook = parts.get('xl/workbook.xml')
  if (workbook) {
    walkXml(workbook, {
      open: (name, { name: sheet = '', state = 'visible' }) => {
        if (name === 'sheet' && state !== 'visible') hiddenSheets.add(sheet)
      },
    })
  }
  return new Map(
    readWorkbookParts(parts).sheets.map(({ name, part }) => {
      const rows: number[] = []
      const columns: number[] = []
      let row = -1
      walkXml(part, {
        open: (tag, { r = '', hidden, min = '1', max = '1', width = '' }) => {
          if (tag === 'row') {
            row = r === '' ? row + 1 : Number(r) - 1
            if (isOn(hidden)) rows.push(row)
          }
          // A column of no width is as hidden as one that says so.
          if (tag === 'col' && (isOn(hidden) || width === '0')) {
            const last = Math.min(Number(max), MOST_COLUMNS)
            for (let column = Number(min); column <= last; column += 1) columns.push(column - 1)
          }
        },
      })
      return [name, { sheet: hiddenSheets.has(name), rows, columns }]
    }),
  )
}
