import type { IndexTemplate } from '../notice/index-number.ts'

const SIGNS = /[.*+?^${}()|[\]\\/]/g
/** More digits than any office ever counts; a longer number would be refused by nothing else. */
const MOST_DIGITS = 15
const MOST_CLASS = 32

/**
 * The pattern of all index numbers (索引号) that an office may give by a template; the office's own codes stand in it, so that another
 * office's number does not fit. For the receiver, which does not know dates and classes.
 * Source: domain book §5.5.
 * @example indexNumberPattern(template, { uscc, regionCode }).test('113708280043326001/2026-00042') // true
 */
export function indexNumberPattern(
  template: IndexTemplate,
  office: { readonly uscc: string; readonly regionCode: string },
): RegExp {
  const pieces = template.parts.map((part) => {
    if (part.kind === 'literal') return part.text.replaceAll(SIGNS, String.raw`\$&`)
    if (part.kind === 'serial') return String.raw`\d{${part.digits},${MOST_DIGITS}}`
    switch (part.field) {
      case 'uscc':
        return office.uscc
      case 'orgCode':
        return office.uscc.slice(8, 17)
      case 'regionCode':
        return office.regionCode.replaceAll(SIGNS, String.raw`\$&`)
      case 'class':
        return String.raw`[\p{L}\p{N}_]{0,${MOST_CLASS}}`
      case 'yyyy':
        return String.raw`(?:19|20)\d{2}`
      case 'yyyymmdd':
        return String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`
    }
  })
  return new RegExp(`^${pieces.join('')}$`, 'u')
}
