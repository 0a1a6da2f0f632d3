import { accept, refuse } from '../refusal.ts'
import type { Result } from '../refusal.ts'
import type { CivilDate } from './content.ts'

/** The fields a template of the 索引号 may name, besides the serial. */
export const INDEX_FIELDS = ['uscc', 'orgCode', 'regionCode', 'class', 'yyyy', 'yyyymmdd'] as const
/** One field of a template. */
export type IndexField = (typeof INDEX_FIELDS)[number]

/** A piece of a template: fixed text, a field, or the serial with the digits it is filled up to. */
export type IndexPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly field: IndexField }
  | { readonly kind: 'serial'; readonly digits: number }

/** A template that has been read and found usable. */
export type IndexTemplate = { readonly text: string; readonly parts: readonly IndexPart[] }

/** What the fields are filled with. `classCode` holds letters, digits and `_` only, and may be empty. */
export type IndexValues = {
  readonly uscc: string
  readonly regionCode: string
  readonly classCode: string
  readonly date: CivilDate
}

const TOKEN = /\{(?:(uscc|orgCode|regionCode|class|yyyymmdd|yyyy)|seq:([1-9]))\}/y
const LITERAL = /[^\p{C}\p{Z}\p{M}{}｛｝]+/uy
const WORD = /^[\p{L}\p{N}_]*$/u

/** Whether the class and the serial could run into each other, so that A1+1 and A+11 would make one number. */
function serialTouchesClass(parts: readonly IndexPart[]): boolean {
  const serial = parts.findIndex((part) => part.kind === 'serial')
  return parts.some((part, index) => {
    if (part.kind !== 'field' || part.field !== 'class') return false
    const between = parts.slice(Math.min(index, serial) + 1, Math.max(index, serial))
    return !between.some((piece) => piece.kind === 'literal' && !WORD.test(piece.text))
  })
}

/**
 * Reads a template of the 索引号: fields in braces, one serial `{seq:1}`…`{seq:9}`, and separators
 * (no national format exists; patterns of domain book §5.5).
 * Refuses `office.index-template-invalid` with the `position` (from 1) where it stops making sense,
 * also when no sign stands between `{class}` and the serial, and `office.index-template-without-serial`.
 * @example parseIndexTemplate('{uscc}/{yyyy}-{seq:5}')
 */
export function parseIndexTemplate(template: string): Result<IndexTemplate> {
  const text = template.trim()
  const parts: IndexPart[] = []
  let position = 0
  while (position < text.length) {
    TOKEN.lastIndex = position
    LITERAL.lastIndex = position
    const token = TOKEN.exec(text)
    const found = token ?? LITERAL.exec(text)
    const secondSerial = token?.[2] !== undefined && parts.some((part) => part.kind === 'serial')
    if (!found || secondSerial) return refuse('office.index-template-invalid', { position: position + 1 })
    if (!token) parts.push({ kind: 'literal', text: found[0] })
    else if (token[2] !== undefined) parts.push({ kind: 'serial', digits: Number(token[2]) })
    else parts.push({ kind: 'field', field: token[1] as IndexField })
    position += found[0].length
  }
  if (!parts.some((part) => part.kind === 'serial')) return refuse('office.index-template-without-serial')
  if (serialTouchesClass(parts)) {
    return refuse('office.index-template-invalid', { position: text.indexOf('{class}') + 1 })
  }
  return accept({ text, parts })
}

function fieldText(field: IndexField, values: IndexValues): string {
  switch (field) {
    case 'uscc':
      return values.uscc
    case 'orgCode':
      // Characters 9–17 of the 统一社会信用代码 are the organisation code (GB 32100-2015, 4.3).
      return values.uscc.slice(8, 17)
    case 'regionCode':
      return values.regionCode
    case 'class':
      if (!WORD.test(values.classCode)) throw new RangeError('a class code has letters, digits and _ only')
      return values.classCode
    case 'yyyy':
      return values.date.slice(0, 4)
    case 'yyyymmdd':
      return values.date.replaceAll('-', '')
  }
}

function render(template: IndexTemplate, values: IndexValues, serial: (digits: number) => string): string {
  return template.parts
    .map((part) => {
      if (part.kind === 'literal') return part.text
      return part.kind === 'serial' ? serial(part.digits) : fieldText(part.field, values)
    })
    .join('')
}

/**
 * Names the series a number is counted in: the number with its serial left open. One counter runs per series,
 * so it restarts when the year, the day or the class in the template changes.
 * @example indexSeries(template, values) // '113708280043326001/2026-{seq}'
 */
export function indexSeries(template: IndexTemplate, values: IndexValues): string {
  return render(template, values, () => '{seq}')
}

/**
 * Writes an index number. A serial longer than the template's digits is written in full, because a shortened one
 * would be a number already given. Throws a RangeError when the serial is not a whole number from 1.
 * @example renderIndexNumber(template, values, 42) // '113708280043326001/2026-00042'
 */
export function renderIndexNumber(template: IndexTemplate, values: IndexValues, serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError('a serial is a whole number from 1')
  return render(template, values, (digits) => String(serial).padStart(digits, '0'))
}

/**
 * Shows what the first number of a series will look like, for the live example beside the template field.
 * @example exampleIndexNumber(template, values) // '113708280043326001/2026-00001'
 */
export function exampleIndexNumber(template: IndexTemplate, values: IndexValues): string {
  return renderIndexNumber(template, values, 1)
}
