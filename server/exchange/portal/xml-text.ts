import { escaped } from '../../plain-page.ts'

// What XML 1.0 does not take, not even as a character reference: controls but tab and line ends, and two that are no signs.
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu
// Of the controls behind ASCII XML takes all; they are left out as well, since nobody means them.

/**
 * Text as it stands in XML; signs XML has no place for are left out.
 * @example xmlText('a<b\u0000') // 'a&lt;b'
 */
export function xmlText(text: string): string {
  return escaped(text.toWellFormed().replaceAll(NOT_XML, ''))
}
