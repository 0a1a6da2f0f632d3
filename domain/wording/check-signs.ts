import { markMatches } from './mark-matches.ts'
import type { WordingCheck, WordingMark } from './wording-finding.ts'

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const ADDRESS = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；）》]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu
const HAN = /\p{Script=Han}/u

/** Signs in addresses of pages and mail boxes are what they are. */
function outsideAddresses(text: string, marks: readonly WordingMark[]): readonly WordingMark[] {
  const addresses = [...text.matchAll(ADDRESS)]
  return marks.filter(
    ({ start }) => !addresses.some((one) => start >= one.index && start < one.index + one[0].length),
  )
}

function halfBrackets(text: string): readonly WordingMark[] {
  const marks: WordingMark[] = []
  for (const match of text.matchAll(/[(（]([^()（）]*)[)）]/gu)) {
    const [whole, inside = ''] = match
    const beside = text.charAt(match.index - 1)
    if (!HAN.test(inside) && !HAN.test(beside)) continue
    for (const [sign, at, full] of [
      [whole.charAt(0), match.index, '（'],
      [whole.charAt(whole.length - 1), match.index + whole.length - 1, '）'],
    ] as const) {
      if (sign === full) continue
      marks.push({ start: at, end: at + 1, rule: 'HALF_WIDTH', severity: 'FIX', suggestion: full, note: '' })
    }
  }
  return marks
}

/**
 * Punctuation and width (GB/T 15834): half-width signs in Han text, full-width digits and letters, doubled signs, signs
 * after numbering, commas between 《》 and “”, gaps inside sentences.
 * @example checkSigns('时间:明天', { table: false })[0]?.suggestion // '：'
 */
export const checkSigns: WordingCheck = (text) => [
  ...outsideAddresses(text, [
    ...markMatches(
      text,
      /(?<=[\p{Script=Han}）》”])[,;:?!]|(?<=[\d%％])[,;](?=\p{Script=Han})/gu,
      ([sign]) => ({
        rule: 'HALF_WIDTH',
        severity: 'FIX',
        suggestion: FULL[sign] ?? sign,
      }),
    ),
    ...markMatches(text, /(?<=\p{Script=Han}{2})\.(?=\s*$|\p{Script=Han})/gu, () => ({
      rule: 'HALF_WIDTH',
      severity: 'CHECK',
      suggestion: '。',
    })),
    ...halfBrackets(text),
  ]),
  ...markMatches(text, /[０-９Ａ-Ｚａ-ｚ]+/gu, ([wide]) => ({
    rule: 'FULL_WIDTH',
    severity: 'FIX',
    suggestion: wide.normalize('NFKC'),
  })),
  ...markMatches(text, /([，；：、？])\1+|(?<!。)。。(?!。)/gu, ([signs]) => ({
    rule: 'DOUBLED_SIGN',
    severity: 'FIX',
    suggestion: signs.charAt(0),
  })),
  ...markMatches(text, /。{3,}/gu, () => ({ rule: 'DOUBLED_SIGN', severity: 'CHECK', suggestion: '……' })),
  ...markMatches(text, /([，；：、])(?=[，。；：、])(?!\1)/gu, () => ({
    rule: 'DOUBLED_SIGN',
    severity: 'CHECK',
    suggestion: '',
  })),
  ...markMatches(text, /^(\s*[（(][一二三四五六七八九十]+[）)])[、.．]/gu, ([whole, number = '']) => ({
    rule: 'NUMBERING',
    severity: 'FIX',
    suggestion: '',
    part: [number.length, whole.length],
  })),
  ...markMatches(
    text,
    /^(\s*[一二三四五六七八九十]{1,3})[.．](?=\p{Script=Han})/gu,
    ([whole, number = '']) => ({
      rule: 'NUMBERING',
      severity: 'FIX',
      suggestion: '、',
      part: [number.length, whole.length],
    }),
  ),
  ...markMatches(text, /^(\s*\d{1,2})、/gu, ([whole, number = '']) => ({
    rule: 'NUMBERING',
    severity: 'CHECK',
    suggestion: '.',
    part: [number.length, whole.length],
  })),
  ...markMatches(text, /(?<=》)、(?=《)|(?<=”)、(?=“)/gu, () => ({
    rule: 'NO_COMMA',
    severity: 'CHECK',
    suggestion: '',
  })),
  ...markMatches(text, /(?<=\p{Script=Han}{4})[ \u3000]+(?=\p{Script=Han}{4})/gu, () => ({
    rule: 'SPACE',
    severity: 'CHECK',
    suggestion: '',
  })),
]
