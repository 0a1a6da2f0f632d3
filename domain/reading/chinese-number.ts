const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const GROUPS = ['', '万', '亿', '万亿']
/** Sixteen places are said in words; whatever is longer is no quantity a person can hear. */
const MOST_PLACES = 16

/**
 * Says the digits one by one, as years, telephone and index numbers are said; `one` is the word for 1, 幺 over the telephone.
 * @example saidDigitByDigit('2026') // '二零二六'
 */
export function saidDigitByDigit(digits: string, one: '一' | '幺' = '一'): string {
  return Array.from(digits, (digit) => (digit === '1' ? one : (DIGITS[Number(digit)] ?? digit))).join('')
}

function saidGroup(group: string): string {
  let said = ''
  let gap = false
  for (const [at, digit] of Array.from(group).entries()) {
    if (digit === '0') {
      gap = true
      continue
    }
    if (gap && said !== '') said += '零'
    gap = false
    said += (DIGITS[Number(digit)] ?? '') + (PLACES[group.length - 1 - at] ?? '')
  }
  return said
}

/**
 * Says a whole number as a quantity: digits only, without sign. Longer than sixteen places it is said digit by digit.
 * @example saidNumber('10050') // '一万零五十'
 */
export function saidNumber(written: string): string {
  const digits = written.replace(/^0+(?=\d)/u, '')
  if (digits.length > MOST_PLACES) return saidDigitByDigit(digits)
  if (digits === '0') return '零'
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end))
  let said = ''
  let gap = false
  for (const [at, group] of groups.entries()) {
    const words = saidGroup(group)
    if (words === '') {
      gap = true
      continue
    }
    // A zero is heard where a place was passed over, inside a group or between two.
    if (said !== '' && (gap || group.startsWith('0'))) said += '零'
    gap = false
    said += words + (GROUPS[groups.length - 1 - at] ?? '')
  }
  return said.replace(/^一十/u, '十')
}

/**
 * Says a number with a fraction: the fraction digit by digit.
 * @example saidDecimal('12', '50') // '十二点五零'
 */
export function saidDecimal(whole: string, fraction: string): string {
  return fraction === '' ? saidNumber(whole) : `${saidNumber(whole)}点${saidDigitByDigit(fraction)}`
}
