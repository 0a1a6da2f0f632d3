import { inflateSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { EMPTY_BODY } from '../../../../domain/notice/body.ts'
import { publicContent } from '../../../../domain/notice/public-content.ts'
import type { DraftContent } from '../../../../domain/notice/content.ts'
import { emptyDraft } from '../../../../domain/notice/empty-draft.ts'
import { gateFits, scanDraft } from '../../../../domain/privacy/gate.ts'
import { plainDigits } from '../../../../domain/privacy/plain-digits.ts'
import type { PreparedAttachment } from '../../../../server/notice/attachment/prepare-attachment.ts'
import { prepareAttachment } from '../../../../server/notice/attachment/prepare-attachment.ts'
import { readZip } from '../../../../server/notice/attachment/zip-read.ts'
import { plantedDocx, type PlantedFile, plantedPdf, plantedXlsx } from '../../../support/planted-files.ts'

const CONTENT: DraftContent = {
  ...emptyDraft(),
  title: '公示',
  body: EMPTY_BODY,
  noticeKind: 'PUBLIC_DISPLAY',
  catalogueItemId: null,
  documentNumber: '',
  documentDate: null,
  issueDate: null,
  disclosureMode: 'PROACTIVE',
  disclosureModeReason: '',
  audience: 'PUBLIC',
  addressee: '',
  signature: '',
}

async function prepare(file: PlantedFile, masks?: () => boolean): Promise<PreparedAttachment> {
  const result = await prepareAttachment({ name: file.name, bytes: file.bytes, ...(masks ? { masks } : {}) })
  if (!result.ok) throw new Error(result.code)
  return result.value
}

function scan(prepared: PreparedAttachment) {
  return scanDraft({
    content: publicContent({
      draft: CONTENT,
      office: { name: '示例县云溪镇人民政府', uscc: '' },
      item: null,
      attachments: [],
    }),
    attachments: [{ id: 'a', name: prepared.name, passages: prepared.passages }],
    fingerprint: (_kind, value) => value,
    overrides: [],
    today: '2026-11-21',
  })
}

/** Everything a curious person can read in a file: packages and streams unpacked, every encoding tried. */
async function allText(bytes: Uint8Array): Promise<string> {
  const raw = Buffer.from(bytes)
  const zip = await readZip(bytes)
  const parts = zip.ok
    ? [...zip.value].flatMap(([name, part]) => [Buffer.from(name), part])
    : [raw, ...streams(raw)]
  const texts = parts.flatMap((part) => [
    part.toString('utf8'),
    part.toString('utf8').replaceAll(/<[^>]*>/g, ''),
    part.toString('utf16le'),
    // A copy, because Node 24.21 aborts when 16-bit text is read at an odd address.
    Buffer.from(Uint8Array.from(part.subarray(1)).buffer).toString('utf16le'),
    Buffer.from(part.toString('latin1').replaceAll(/[^0-9a-fA-F]/g, ''), 'hex').toString('latin1'),
  ])
  return plainDigits(texts.join('\n').replaceAll('\u0000', '')).text
}

function streams(raw: Buffer): readonly Buffer[] {
  const found: Buffer[] = []
  for (const match of raw.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)) {
    const content = Buffer.from(match[1] ?? '', 'latin1')
    found.push(content)
    try {
      found.push(inflateSync(content))
    } catch {
      found.push(content)
    }
  }
  return found
}

const FILES: readonly (readonly [string, () => Promise<PlantedFile>])[] = [
  ['Word', plantedDocx],
  ['Excel', plantedXlsx],
  ['PDF', plantedPdf],
]

describe.each(FILES)('A %s file with numbers planted everywhere', (_format, make) => {
  test('every planted number is told: what the public would see blocks, what it will not see is only a note', async () => {
    const file = await make()
    const hits = scan(await prepare(file))
    for (const { place, value, kept } of file.planted) {
      const found = hits.filter((hit) => hit.fingerprint === value)
      expect(found.length, place).toBeGreaterThan(0)
      if (kept)
        expect(
          found.some((hit) => hit.severity === 'BLOCK' && !hit.droppedFromPublicCopy),
          place,
        ).toBe(true)
      else
        expect(
          found.every((hit) => hit.severity === 'NOTE' && hit.droppedFromPublicCopy),
          place,
        ).toBe(true)
    }
    expect(gateFits(hits)).toBe(false)
    for (const { value } of file.planted) {
      expect(JSON.stringify(hits.map((hit) => ({ ...hit, fingerprint: '' })))).not.toContain(value)
    }
  })

  test('nothing hidden is left anywhere in the bytes of the public copy, and everything visible is', async () => {
    const file = await make()
    const before = await allText(file.bytes)
    const { publicBytes } = await prepare(file)
    const after = await allText(publicBytes)
    for (const { place, value, kept } of file.planted) {
      if (!kept) expect(after.includes(value), place).toBe(false)
    }
    // The reader above must be able to find what is there, or its silence would prove nothing.
    expect(file.planted.filter(({ value }) => before.includes(value)).length).toBeGreaterThan(
      file.planted.length / 2,
    )
  })

  test('a second copy of the public copy has nothing more to tell', async () => {
    const file = await make()
    const first = await prepare(file)
    const second = await prepare({ ...file, bytes: first.publicBytes })
    expect(scan(second).filter((hit) => hit.droppedFromPublicCopy)).toEqual([])
    expect(second.stripped).toEqual([])
  })
})

describe.each(FILES.slice(0, 2))('Masking a %s file', (_format, make) => {
  test('masks every visible number and leaves none in the bytes of the public copy', async () => {
    const file = await make()
    const prepared = await prepare(file, () => true)
    const after = await allText(prepared.publicBytes)
    for (const { place, value } of file.planted) expect(after.includes(value), place).toBe(false)
    expect(gateFits(scan(prepared))).toBe(true)
    expect(prepared.maskedCount).toBe(file.planted.filter(({ kept }) => kept).length)
  })

  test('masks only what was chosen', async () => {
    const file = await make()
    const chosen = file.planted.find(({ kept }) => kept)?.value
    const result = await prepareAttachment({ ...file, masks: (_kind, value) => value === chosen })
    expect(result.ok && result.value.maskedCount).toBe(1)
    const hits = result.ok ? scan(result.value) : []
    expect(
      hits.filter(({ severity }) => severity === 'BLOCK').map(({ fingerprint }) => fingerprint),
    ).not.toContain(chosen)
    expect(gateFits(hits)).toBe(false)
  })
})

test.each([
  ['Word', plantedDocx, 'COMMENTS EXIF EXTERNAL_LINKS HIDDEN_TEXT MACROS PROPERTIES TRACKED_CHANGES'],
  [
    'Excel',
    plantedXlsx,
    'COMMENTS EMBEDDED_FILES EXIF EXTERNAL_LINKS FORMULAS HIDDEN_COLUMNS HIDDEN_ROWS HIDDEN_SHEETS MACROS PROPERTIES',
  ],
  ['PDF', plantedPdf, 'COMMENTS EMBEDDED_FILES EXIF PROPERTIES SCRIPTS'],
])('The person is told what was taken out of a %s file', async (_format, make, stripped) => {
  expect((await prepare(await make())).stripped.toSorted().join(' ')).toBe(stripped)
})

test('Deleted and hidden words of a Word file are told with the paragraph they stood in', async () => {
  const hits = scan(await prepare(await plantedDocx()))
  const kinds = hits.map(({ place }) => (place.part === 'ATTACHMENT' ? place.where.kind : ''))
  for (const kind of [
    'TRACKED_CHANGE',
    'HIDDEN_TEXT',
    'COMMENT',
    'FOOTNOTE',
    'HEADER',
    'FOOTER',
    'PROPERTY',
  ]) {
    expect(kinds).toContain(kind)
  }
})

test('A number in a PDF cannot be masked by the program, and it says so', async () => {
  expect(await prepareAttachment({ ...(await plantedPdf()), masks: () => true })).toMatchObject({
    ok: false,
    code: 'notice.mask-not-possible',
  })
})

test('A cell is named as it stands in the original, where hidden rows and columns still count', async () => {
  const file = await plantedXlsx()
  const value = file.planted.find(({ place }) => place === 'merged cell')?.value
  const hit = scan(await prepare(file)).find(({ fingerprint }) => fingerprint === value)
  expect(hit?.place).toMatchObject({ where: { kind: 'CELL', sheet: '名单', cell: 'B8' } })
})

test('The columns and rows that a reader sees keep their values, merged cells and order', async () => {
  const workbook = new ExcelJS.Workbook()
  const { publicBytes } = await prepare(await plantedXlsx())
  const copy = new ArrayBuffer(publicBytes.byteLength)
  new Uint8Array(copy).set(publicBytes)
  await workbook.xlsx.load(copy)
  const sheet = workbook.worksheets[0]
  const texts = sheet?.getRow(1).values
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['名单'])
  expect(Array.isArray(texts) && texts.slice(1)).toEqual(['姓名', '证件', '备注', '金额'])
  expect(sheet?.getCell('A3').text).toBe('王芳')
  expect(sheet?.model.merges).toEqual(['B7:C7'])
})
