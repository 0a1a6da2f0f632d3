import type { ZipParts } from './read-zip-guard.ts'
import { walkXml } from './walk-xml.ts'

/** A sheet as the workbook names it, with its own part. */
export type SheetPart = { readonly name: string; readonly part: Buffer }

/** How numbers are shown: as dates, or between words (20 shown as 20个工作日内). */
export type NumberStyle = 'DATE' | { readonly before: string; readonly after: string } | null

/** What the cells of all sheets refer to. */
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[]
  readonly strings: readonly string[]
  /** By the number of the cell's style. */
  readonly styles: readonly NumberStyle[]
  /** Whether days are counted from 1904, as old Macs did. */
  readonly since1904: boolean
}

/** Formats every program knows by number: dates and times, those of Chinese editions among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const WORDS = String.raw`(?:"[^"]*"|\\.|[\p{Script=Han}（）()])*`
const COUNT = new RegExp(`^(${WORDS})(?:General|G/通用格式|#,##0|0|#)(${WORDS})(?:_.)*$`, 'u')

function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return isBuiltInDate(id) ? 'DATE' : null
  const counted = COUNT.exec(code.split(';')[0] ?? '')
  if (counted) {
    const [before = '', after = ''] = counted.slice(1).map((words) => words.replace(/"|\\/gu, ''))
    return /\p{Script=Han}/u.test(before + after) ? { before, after } : null
  }
  return /[ymdhs]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\./gu, '').replace(/General/giu, ''))
    ? 'DATE'
    : null
}

function readStyles(part: Buffer | null | undefined): readonly NumberStyle[] {
  if (!part) return []
  const codes = new Map<number, string>()
  const styles: NumberStyle[] = []
  let inCells = false
  walkXml(part, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(styleOf(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/**
 * The signs a workbook writes as `_x000D_`, because XML cannot hold them.
 * @example unescapeText('一级_x000D_事项') // '一级\r事项'
 */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function readStrings(part: Buffer | null | undefined): readonly string[] {
  if (!part) return []
  const strings: string[] = []
  let said = ''
  let inText = false
  let sounds = 0
  walkXml(part, {
    open: (name) => {
      if (name === 'si') said = ''
      // How a word is read stands beside it (rPh) and is no part of it.
      if (name === 'rPh') sounds += 1
      inText = name === 't' && sounds === 0
    },
    text: (text) => {
      if (inText) said += text
    },
    close: (name) => {
      inText = false
      if (name === 'rPh') sounds -= 1
      if (name === 'si') strings.push(unescapeText(said))
    },
  })
  return strings
}

/** Where a target of the workbook lies, which is written from `xl/` or, with a slash, from the top. */
function placeOf(target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target.slice(1) : `xl/${target}`).split(/[/\\]/u)) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/').toLowerCase()
}

function findPart(parts: ZipParts, target: string): Buffer | null {
  const place = placeOf(target)
  const plain = place.replace(/(?:%[0-9a-f]{2})+/g, (signs) =>
    Buffer.from(signs.replaceAll('%', ''), 'hex').toString('utf8'),
  )
  return parts.get(place) ?? parts.get(plain) ?? null
}

/**
 * Finds the parts of a workbook by what it says of them, however the program named them. Throws an Error where a part is
 * not well-formed or missing.
 * @example readWorkbookParts(parts).sheets[0]?.name // 'Sheet1'
 */
export function readWorkbookParts(parts: ZipParts): WorkbookParts {
  const targets = new Map<string, { readonly kind: string; readonly target: string }>()
  const rels = parts.get('xl/_rels/workbook.xml.rels')
  const workbook = parts.get('xl/workbook.xml')
  if (!rels || !workbook) throw new Error('a workbook without its list of parts')
  walkXml(rels, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, { kind: Type.replace(/^.*\//u, ''), target: Target })
    },
  })
  const sheets: SheetPart[] = []
  let since1904 = false
  walkXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const key = Object.keys(attributes).find((one) => one.endsWith(':id')) ?? ''
      const found = targets.get(attributes[key] ?? '')
      // Sheets of charts and dialogs hold no cells.
      if (found && found.kind !== 'worksheet') return
      const part = found && findPart(parts, found.target)
      if (!part) throw new Error('a sheet without its part')
      sheets.push({ name: attributes['name'] ?? '', part })
    },
  })
  const only = (kind: string): Buffer | null => {
    const found = [...targets.values()].find((one) => one.kind === kind)
    return found ? findPart(parts, found.target) : null
  }
  return {
    sheets,
    strings: readStrings(only('sharedStrings')),
    styles: readStyles(only('styles')),
    since1904,
  }
}
