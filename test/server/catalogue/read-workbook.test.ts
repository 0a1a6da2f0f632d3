import { describe, expect, it } from 'vitest'
import type { CatalogueReading } from '../../../domain/catalogue/catalogue-item.ts'
import { readCatalogueFile } from '../../../platform/table/read-catalogue-file.ts'
import { editedWorkbook, HEADING, ROW } from './edit-workbook.ts'

const isSheet = (name: string): boolean => name.startsWith('xl/worksheets/sheet')

async function read(bytes: Uint8Array): Promise<CatalogueReading> {
  const result = await readCatalogueFile({ bytes, fileName: '目录.xlsx' })
  const [reading, ...others] = result.ok ? result.value : []
  if (!reading || others.length > 0) throw new Error(JSON.stringify(result))
  return reading
}

const items = ({ rows }: CatalogueReading): readonly string[] => rows.map(({ itemLevel2 }) => itemLevel2)

describe('small workbooks that name more cells than there are', () => {
  it.each(['$A$1:$IV$65536', '$A$1:$XFD$1048576', '$A$1:$G$2'])(
    'are read at once when a filter reaches over %s',
    async (range) => {
      const bytes = await editedWorkbook([HEADING, ROW], (name, text) => [
        name,
        name === 'xl/workbook.xml'
          ? text.replace(
              '</sheets>',
              `</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">表1!${range}</definedName></definedNames>`,
            )
          : text,
      ])
      expect(items(await read(bytes))).toEqual(['收支'])
    },
  )

  it.each(['A5:XFD1048576', '$A$5:$XFD$1048576', 'A5&#58;XFD1048576', 'a5:xfd1048576', 'XFD1048576:A5'])(
    'are refused as too large when they merge %s',
    async (range) => {
      const bytes = await editedWorkbook(
        [HEADING, ROW],
        (name, text) => [name, isSheet(name) ? text.replace('ref="A5:B5"', `ref="${range}"`) : text],
        (sheet) => sheet.mergeCells('A5:B5'),
      )
      expect(await readCatalogueFile({ bytes, fileName: '目录.xlsx' })).toMatchObject({
        ok: false,
        code: 'catalogue.file-too-large',
      })
    },
  )

  it.each(['', 'A5', 'S!A5:B6', 'A:XFD', 'A5:B6 C7:D8'])(
    'are refused as damaged when a merged block says “%s”, unless that is one cell',
    async (range) => {
      const bytes = await editedWorkbook(
        [HEADING, ROW],
        (name, text) => [name, isSheet(name) ? text.replace('ref="A5:B5"', `ref="${range}"`) : text],
        (sheet) => sheet.mergeCells('A5:B5'),
      )
      const result = await readCatalogueFile({ bytes, fileName: '目录.xlsx' })
      expect(result.ok ? 'read' : result.code).toBe(range === 'A5' ? 'read' : 'catalogue.file-damaged')
    },
  )
})

describe('workbooks by other programs', () => {
  it('are read when every element has a prefix', async () => {
    const prefixed = (text: string): string =>
      text
        .replace(/xmlns="(http:\/\/schemas\.openxmlformats\.org\/spreadsheetml[^"]*)"/g, 'xmlns:x="$1"')
        .replace(/<(\/?)(?!\?)(?![a-z0-9]+:)([a-zA-Z])/g, '<$1x:$2')
    const bytes = await editedWorkbook([HEADING, ROW], (name, text) => [
      name,
      /^xl\/(?:workbook|sharedStrings|styles|worksheets\/sheet1)\.xml$/.test(name) ? prefixed(text) : text,
    ])
    expect(items(await read(bytes))).toEqual(['收支'])
  })

  it('are read whatever the parts of their sheets are called', async () => {
    const bytes = await editedWorkbook([HEADING, ROW], (name, text) => [
      name.replace('sheet1.xml', '目录.xml'),
      text.replaceAll('worksheets/sheet1.xml', '/xl/worksheets/%E7%9B%AE%E5%BD%95.xml'),
    ])
    expect(items(await read(bytes))).toEqual(['收支'])
  })

  it('are read without the sounds written over words', async () => {
    const bytes = await editedWorkbook([HEADING, ROW], (name, text) => [
      name,
      text.replace('<t>收支</t>', '<t>收支</t><rPh sb="0" eb="2"><t>shouzhi</t></rPh>'),
    ])
    expect(items(await read(bytes))).toEqual(['收支'])
  })
})

describe('what stands in a cell', () => {
  it('tells a formula that was never reckoned, with its cell', async () => {
    const formula = { formula: '"每月"&"10日前"' }
    const { rows, notes } = await read(
      await editedWorkbook([HEADING, ROW, [2, '工程', '工程', '合同', '条例', formula, '财政所']]),
    )
    expect(rows[1]).toMatchObject({ itemLevel2: '工程', deadlineText: '' })
    expect(notes).toContainEqual({
      code: 'CELL_UNREADABLE',
      sheet: '表1',
      row: 3,
      text: 'F3 ="每月"&"10日前"',
    })
  })

  it('says nothing of a formula whose result is empty, and takes the result of others', async () => {
    const { rows, notes } = await read(
      await editedWorkbook(
        [HEADING, ROW],
        (name, text) => [
          name,
          isSheet(name) ? text.replace(/(<c r="D2") t="s"><v>\d+<\/v>/, '$1 t="str"><f>A9</f><v></v>') : text,
        ],
        (sheet) => (sheet.getCell('C2').value = { formula: '"收"&"支"', result: '收支' }),
      ),
    )
    expect(rows[0]).toMatchObject({ itemLevel2: '收支', contentElements: '' })
    expect(notes).toEqual([])
  })

  it.each([
    ['0"个工作日内"', '20个工作日内', { class: 'ON_EVENT', amount: 20, unit: 'workday' }],
    ['"每月"0"日前"', '每月20日前', { class: 'MONTHLY', monthday: 20 }],
    ['0个工作日', '20个工作日', { class: 'ON_EVENT', amount: 20, unit: 'workday' }],
    ['0.00', '20', null],
  ])('reads a number as it is shown in the format %s', async (format, text, rule) => {
    const { rows } = await read(
      await editedWorkbook([HEADING, [...ROW.slice(0, 5), 20, '财政所']], undefined, (sheet) => {
        sheet.getCell('F2').numFmt = format
      }),
    )
    expect(rows[0]?.deadlineText).toBe(text)
    if (rule === null) expect(rows[0]?.deadlineRule).toBeNull()
    else expect(rows[0]?.deadlineRule).toMatchObject(rule)
  })

  it('reads dates as days, those counted from 1904 too', async () => {
    const date = new Date(Date.UTC(2026, 5, 30))
    const rows = [
      [...HEADING, '起始'],
      [...ROW, date],
    ]
    const shift = (name: string, text: string): readonly [string, string] => [
      name,
      name === 'xl/workbook.xml' ? text.replace('<workbookPr', '<workbookPr date1904="1"') : text,
    ]
    const extra = async (bytes: Uint8Array) => (await read(bytes)).rows[0]?.extra['起始']
    expect(await extra(await editedWorkbook(rows))).toBe('2026-06-30')
    expect(await extra(await editedWorkbook(rows, shift))).toBe('2030-07-01')
  })
})
