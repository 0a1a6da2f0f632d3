import { repairDocumentNumber } from '../notice/document-number.ts'
import { markMatches } from './mark-matches.ts'
import type { WordingCheck } from './wording-finding.ts'

// The last two to six characters of a prefix: 云政发, 穗天府办, 国办函. What stands before them is text.
const LOOSE =
  /(\p{Script=Han}{2,6})[〔[({【（［｛「]\s*(?:(?:19|20)\d{2})年?\s*[〕\])}】）］｝」]\s*(?:年?第?\s*0*[1-9]\d{0,5})\s*[号號]/gu

/**
 * Document numbers quoted in a text: full year in 〔〕, no 第, no leading zeros (GB/T 9704-2012, 7.2.5).
 * @example checkDocumentNumbers('按照云政发[2026]第05号', { table: false })[0]?.suggestion // '按照云政发〔2026〕5号'
 */
export const checkDocumentNumbers: WordingCheck = (text) =>
  markMatches(text, LOOSE, ([written, prefix = '']) => {
    const repaired = repairDocumentNumber(written)
    if (!repaired.ok || !repaired.value.repaired) return null
    // The prefix stays untouched: what was matched of it may begin in the middle of a sentence.
    return {
      rule: 'DOCUMENT_NUMBER',
      severity: 'FIX',
      suggestion: repaired.value.value.slice(prefix.length),
      part: [prefix.length, written.length],
    }
  })
