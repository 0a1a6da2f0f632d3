import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import type { AttachmentPlace } from '../../../domain/privacy/gate-hit.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { StrippedPart } from '../views.ts'
import { cleanImage } from './clean-image.ts'
import { copyHeaderFooter, copySheet, headerFooterTexts, sheetName } from './copy-sheet.ts'
import { contentTypeOf, propertyPassages, relationsOf } from './office-package.ts'
import type { MaskWanted, PublicCopy, PublicReading } from './prepared.ts'
import { sweepPackage } from './raw-sweep.ts'
import { sheetCommentPassages } from './sheet-comment.ts'
import {
  cellPassages,
  gridOf,
  placeAmong,
  placeInOriginal,
  type SheetGrid,
  type SheetOrigin,
} from './sheet-grid.ts'
import { attrOf, elementsOf, parseXml, serializeXml } from './xml.ts'
import { readZip, type ZipEntries } from './zip-read.ts'
import { writeZip } from './zip-write.ts'

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/**
 * Makes the public copy of an Excel file as a new workbook that holds only what a reader sees of the old one. Hidden
 * sheets, rows and columns, comments, names, formulas, filters, validation lists, charts, macros, connections and
 * properties have no way into it. Refuses `attachment.*`.
 * @example await cleanSheet(bytes, null)
 */
export async function cleanSheet(bytes: Uint8Array, wanted: MaskWanted): Promise<Result<PublicCopy>> {
  const zip = await readZip(bytes)
  if (!zip.ok) return zip
  const main = relationsOf(zip.value, '').find(
    ({ type, external }) => type === 'officeDocument' && !external,
  )?.target
  if (main === undefined || contentTypeOf(zip.value, main) !== MAIN) return refuse('attachment.damaged')
  const source = await openWorkbook(bytes)
  if (source === null) return refuse('attachment.damaged')

  const copy = new ExcelJS.Workbook()
  const origins = new Map<string, SheetOrigin>()
  const stripped = leftBehind(zip.value)
  const dropped: Passage[] = [...propertyPassages(zip.value), ...sheetCommentPassages(zip.value, main)]
  let maskedCount = 0
  for (const [index, sheet] of source.worksheets.entries()) {
    if (sheet.state === 'hidden' || sheet.state === 'veryHidden') {
      stripped.add('HIDDEN_SHEETS')
      dropped.push({ where: { kind: 'SHEET_NAME', sheet: sheet.name }, text: sheet.name, dropped: true })
      dropped.push(...headerFooterPassages(sheet, true))
      dropped.push(...cellPassages(sheet, index, () => true, { hidden: true, dropped: true }))
      continue
    }
    const grid = gridOf(sheet)
    if (grid.hidesRows) stripped.add('HIDDEN_ROWS')
    if (grid.hidesColumns) stripped.add('HIDDEN_COLUMNS')
    dropped.push(...hiddenCells(sheet, index, grid))
    const name = sheetName(copy, sheet.name, wanted)
    if (name !== sheet.name) maskedCount += 1
    const target = copy.addWorksheet(name)
    origins.set(name, { name: sheet.name, grid })
    const result = copySheet(sheet, target, grid, wanted)
    maskedCount += result.maskedCells + copyHeaderFooter(sheet, target, wanted)
    if (result.hadFormulas) stripped.add('FORMULAS')
    await copyImages(source, sheet, copy, target, grid, stripped, dropped)
  }
  if (copy.worksheets.length === 0) return refuse('attachment.damaged')
  const publicBytes = await withoutProperties(Buffer.from(await copy.xlsx.writeBuffer()))
  const known = [...workbookPassages(copy), ...workbookPassages(source), ...dropped]
  const elsewhere = await sweepPackage(zip.value, known, true)
  const inOriginal = (where: AttachmentPlace): AttachmentPlace => placeInOriginal(where, origins)
  return accept({
    bytes: publicBytes,
    stripped,
    dropped: [...dropped, ...elsewhere],
    maskedCount,
    inOriginal,
  })
}

/**
 * Reads the text of a public Excel copy from its bytes; with a picture in it, it counts as not read. Refuses `attachment.damaged` when it does not open.
 * @example await readSheet(publicBytes)
 */
export async function readSheet(bytes: Uint8Array): Promise<Result<PublicReading>> {
  const zip = await readZip(bytes)
  if (!zip.ok) return zip
  const workbook = await openWorkbook(bytes)
  if (workbook === null) return refuse('attachment.damaged')
  const passages = workbookPassages(workbook)
  const elsewhere = await sweepPackage(zip.value, passages, false)
  const pictures = [...zip.value.keys()].some((name) => name.startsWith('xl/media/'))
  return accept({ passages: [...passages, ...elsewhere], textRead: !pictures })
}

async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook | null> {
  try {
    const workbook = new ExcelJS.Workbook()
    const copy = new ArrayBuffer(bytes.byteLength)
    new Uint8Array(copy).set(bytes)
    await workbook.xlsx.load(copy)
    return workbook
  } catch {
    // The reader throws on anything it does not expect; the file came from outside, and its text may be quoted.
    return null
  }
}

function workbookPassages(workbook: ExcelJS.Workbook): readonly Passage[] {
  return workbook.worksheets.flatMap((sheet, index): readonly Passage[] => [
    { where: { kind: 'SHEET_NAME', sheet: sheet.name }, text: sheet.name, dropped: false },
    ...headerFooterPassages(sheet, false),
    ...cellPassages(sheet, index, () => true, { hidden: false, dropped: false }),
  ])
}

function headerFooterPassages(sheet: ExcelJS.Worksheet, dropped: boolean): readonly Passage[] {
  return headerFooterTexts(sheet).map(([, text]) => ({
    where: { kind: 'SHEET_HEADER_FOOTER', sheet: sheet.name },
    text,
    dropped,
  }))
}

function hiddenCells(sheet: ExcelJS.Worksheet, index: number, grid: SheetGrid): readonly Passage[] {
  if (!grid.hidesRows && !grid.hidesColumns) return []
  const rows = new Set(grid.rows)
  const columns = new Set(grid.columns)
  const hidden = (row: number, column: number): boolean => !rows.has(row) || !columns.has(column)
  return cellPassages(sheet, index, hidden, { hidden: true, dropped: true })
}

async function copyImages(
  source: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  copy: ExcelJS.Workbook,
  target: ExcelJS.Worksheet,
  grid: SheetGrid,
  stripped: Set<StrippedPart>,
  dropped: Passage[],
): Promise<void> {
  for (const { imageId, range } of sheet.getImages()) {
    const content = source.getImage(Number(imageId)).buffer
    const image = content === undefined ? null : await cleanImage(new Uint8Array(content))
    if (image === null || !image.ok) {
      stripped.add('EMBEDDED_FILES')
      continue
    }
    if (image.value.hadMetadata) stripped.add('EXIF')
    dropped.push(...image.value.passages)
    const { tl, br } = range
    const size = { width: 300, height: 200 }
    const id = copy.addImage({
      base64: Buffer.from(image.value.bytes).toString('base64'),
      extension: image.value.type === 'JPEG' ? 'jpeg' : 'png',
    })
    const corner = { col: placeAmong(grid.columns, tl.nativeCol), row: placeAmong(grid.rows, tl.nativeRow) }
    if (br === undefined || br === null) target.addImage(id, { tl: corner, ext: size })
    else {
      const far = {
        col: Math.max(corner.col + 1, placeAmong(grid.columns, br.nativeCol)),
        row: Math.max(corner.row + 1, placeAmong(grid.rows, br.nativeRow)),
      }
      target.addImage(id, { tl: corner as ExcelJS.Anchor, br: far as ExcelJS.Anchor })
    }
  }
}

/** exceljs writes an author and two times of its own; none of them belongs into a public copy. */
async function withoutProperties(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await readZip(bytes)
  if (!zip.ok) throw new Error('the workbook just written does not open')
  const entries = [...zip.value].filter(([name]) => !name.startsWith('docProps/'))
  return writeZip(
    entries.map(([name, content]): readonly [string, Uint8Array | string] => {
      if (name !== '[Content_Types].xml' && name !== '_rels/.rels') return [name, content]
      const root = parseXml(content)
      if (root === null) throw new Error('the workbook just written is not well-formed')
      root.children = elementsOf(root).filter((node) => {
        const target = attrOf(node, 'PartName') ?? attrOf(node, 'Target') ?? ''
        return !target.includes('docProps/')
      })
      return [name, serializeXml(root)]
    }),
  )
}

function leftBehind(entries: ZipEntries): Set<StrippedPart> {
  const stripped = new Set<StrippedPart>()
  for (const name of entries.keys()) {
    if (/^docProps\/|^customXml\//i.test(name)) stripped.add('PROPERTIES')
    else if (/comments?\d*\.xml$|threadedcomments\/|persons\//i.test(name)) stripped.add('COMMENTS')
    else if (/vba|macrosheets|activeX/i.test(name)) stripped.add('MACROS')
    else if (/externalLinks\/|connections\.xml$|queryTables\//i.test(name)) stripped.add('EXTERNAL_LINKS')
    else if (/embeddings\/|charts\/|pivot|slicer|model\//i.test(name)) stripped.add('EMBEDDED_FILES')
  }
  return stripped
}
