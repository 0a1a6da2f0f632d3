import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { sheetName } from '../../../domain/catalogue/sheet-name.ts'

const CASES = [
  ['收费清单', '收费清单'],
  ["'收费清单'", '收费清单'],
  ["'", '清单'],
  [' ', '清单'],
  ['', '清单'],
  ["'/'", '清单'],
  ['History', 'History_'],
  ['HISTORY', 'HISTORY_'],
  ["村民's清单", "村民's清单"],
  ['收费/许可[2026]：*?', '收费许可2026'],
  ['一'.repeat(40), '一'.repeat(31)],
  [`${'一'.repeat(30)}'二`, '一'.repeat(30)],
  [`${'一'.repeat(30)}𠮷`, '一'.repeat(30)],
  ['\u0007清\ud842单', '清�单'],
] as const

describe('the name of a sheet', () => {
  it.each(CASES)('%j becomes %j, which a workbook takes', async (name, expected) => {
    const made = sheetName(name, '清单')
    expect(made).toBe(expected)
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet(made)
    const again = new ExcelJS.Workbook()
    await again.xlsx.load(await workbook.xlsx.writeBuffer())
    expect(again.worksheets[0]?.name).toBe(expected)
  })
})
