import type { CellValue } from 'exceljs'
import { isAllowedLink } from '../../../domain/notice/body-check.ts'
import { detectNumbers } from '../../../domain/privacy/detect-number.ts'
import { linkAddress } from '../../../domain/privacy/link-range.ts'

/**
 * The text of a cell as a reader sees it, near enough to find a number in it: results instead of formulas, runs
 * joined, dates as `YYYY-MM-DD`, large numbers in full instead of 1.38E+10.
 * @example cellText({ formula: 'A1', result: 13800138000 }) // '13800138000'
 */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dateText(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return linkText(value.text)
  if ('error' in value) return String(value.error)
  if ('result' in value) return cellText(value.result)
  return ''
}

/** exceljs types the text of a link as a string, and gives runs when the cell has some. */
function linkText(text: unknown): string {
  if (typeof text === 'string') return text
  const runs: unknown = typeof text === 'object' && text !== null && 'richText' in text ? text.richText : []
  if (!Array.isArray(runs)) return ''
  return runs.map((run: unknown) => (isRun(run) ? run.text : '')).join('')
}

function isRun(run: unknown): run is { readonly text: string } {
  return typeof run === 'object' && run !== null && 'text' in run && typeof run.text === 'string'
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
}

/**
 * The value a cell has in the public copy: the result of a formula, runs without their unknown extras, links only
 * where they are allowed and hold no personal number.
 * @example publicValue({ formula: 'SUM(A1:A3)', result: 6 }) // 6
 */
export function publicValue(value: CellValue | undefined): CellValue {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value
  if ('richText' in value) {
    return {
      richText: value.richText.map(({ text, font }) => (font === undefined ? { text } : { text, font })),
    }
  }
  if ('hyperlink' in value) {
    const text = linkText(value.text)
    const address = typeof value.hyperlink === 'string' ? value.hyperlink : ''
    const clean = detectNumbers(linkAddress(address)).length === 0
    return isAllowedLink(address) && clean ? { text, hyperlink: address } : text
  }
  if ('error' in value) return { error: value.error }
  if ('result' in value) return publicValue(value.result)
  return null
}

/**
 * Says whether a value is computed.
 * @example isFormula({ formula: 'A1', result: 1 }) // true
 */
export function isFormula(value: CellValue | undefined): boolean {
  return typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)
}
