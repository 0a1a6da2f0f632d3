const BULLET = '[●•◆◇★▪■□○▲☆◎➢✦]'
const NUMBER = String.raw`(?:\d{1,2}[、.．)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳]|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)`
const MARK = new RegExp(`^(?:${BULLET}|${NUMBER}|[-—]\\s)+\\s*`, 'u')

/** Cuts at a sign that stands outside of brackets and quotation marks. */
function cutOutside(text: string, sign: RegExp): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if (/[(（《“〔【[]/u.test(char)) depth += 1
    else if (/[)）》”〕】\]]/u.test(char)) depth = Math.max(0, depth - 1)
    if (depth === 0 && sign.test(char)) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}

/** The value of a list number; 0 for a mark without one. */
function valueOf(mark: string): number {
  const digits = /\d+/.exec(mark.normalize('NFKC'))
  if (digits) return Number(digits[0])
  const place = '一二三四五六七八九十'.indexOf(/[一二三四五六七八九十]/u.exec(mark)?.[0] ?? '')
  return place + 1
}

/** Cuts before numbers that count on from 1 (1、文件 2、结果); a number out of turn belongs to the text. */
function cutNumbers(line: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  let next = 1
  for (const match of line.matchAll(new RegExp(`(?<![\\d第.．])${NUMBER}`, 'gu'))) {
    if (valueOf(match[0]) !== next) continue
    next += 1
    if (match.index > from) parts.push(line.slice(from, match.index))
    from = match.index
  }
  return [...parts, line.slice(from)]
}

/**
 * Splits 公开内容（要素） into its elements: at line breaks, bullets, semicolons, and numbers that count on. Marks and
 * closing stops are dropped; 、 joins parts of one element and splits nothing.
 * @example splitContentElements('●办理事项\n●办理条件；救助标准') // ['办理事项', '办理条件', '救助标准']
 */
export function splitContentElements(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(new RegExp(`(?=${BULLET})`, 'u')))
    .flatMap((line) => cutOutside(line, /[；;]/u))
    .flatMap(cutNumbers)
    .map((part) =>
      part
        .trim()
        .replace(MARK, '')
        .replace(/[；;。]+$/u, '')
        .trim(),
    )
    .filter((part) => part !== '')
}
