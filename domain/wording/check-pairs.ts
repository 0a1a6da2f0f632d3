import type { WordingCheck, WordingMark } from './wording-finding.ts'

const OPENING = '（(〔《〈“‘【「『'
const CLOSING = '）)〕》〉”’】」』'
// Half and full width close one another; that they are mixed is another finding.
const KIND = [0, 0, 1, 2, 3, 4, 5, 6, 7, 8]

/**
 * Brackets and quotation marks that are opened and not closed in their paragraph, or closed and never opened (GB/T 15834).
 * @example checkPairs('（详见附件', { table: false }).length // 1
 */
export const checkPairs: WordingCheck = (text) => {
  // 1) and a) as numbering of a line are no brackets.
  const from = /^\s*[\da-zA-Z一二三四五六七八九十]{1,3}[)）]/u.exec(text)?.[0].length ?? 0
  const open: { readonly kind: number; readonly at: number }[] = []
  const single: number[] = []
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at)
    // An apostrophe of a foreign word, or of a year: ’26.
    if (sign === '’' && /[\w ]/u.test(text.charAt(at + 1)) && !open.some(({ kind }) => kind === 5)) continue
    const opens = OPENING.indexOf(sign)
    if (opens !== -1) open.push({ kind: KIND[opens] ?? 0, at })
    const closes = CLOSING.indexOf(sign)
    if (closes === -1) continue
    const partner = open.findLastIndex(({ kind }) => kind === KIND[closes])
    if (partner === -1) single.push(at)
    // What was opened in between and never closed stays open.
    else
      single.push(
        ...open
          .splice(partner)
          .slice(1)
          .map((one) => one.at),
      )
  }
  return [...single, ...open.map((one) => one.at)]
    .toSorted((one, other) => one - other)
    .map((at): WordingMark => ({
      start: at,
      end: at + 1,
      rule: 'UNPAIRED',
      severity: 'CHECK',
      suggestion: null,
      note: '',
    }))
}
