const DIGITS = '零一二三四五六七八九'
const NUMERAL = '[零〇一二三四五六七八九十百两]+'
/** What has to follow a Chinese numeral before it is taken for a number: 统一, 一般 and 一并 hold none. */
const COUNTED =
  '个|工作|工做|日|天|周|星期|小时|月|季度|年|批|次|旬|[-—~～至到](?=[\\d零〇一二三四五六七八九十百两])'

/**
 * The value of a Chinese numeral below 1000; NaN when the signs make none.
 * @example numberOf('十五') // 15
 */
export function numberOf(numeral: string): number {
  const signs = numeral.replaceAll('两', '二').replaceAll('〇', '零')
  if (/^[零一二三四五六七八九]+$/u.test(signs)) {
    return Number(Array.from(signs, (sign) => DIGITS.indexOf(sign)).join(''))
  }
  const match =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(signs)
  if (!match) return Number.NaN
  const [, hundreds, tens, ten, ones] = match
  const value = (sign: string | undefined): number => (sign === undefined ? 0 : DIGITS.indexOf(sign))
  return value(hundreds) * 100 + (ten === undefined ? 0 : (value(tens) || 1) * 10) + value(ones)
}

/**
 * Writes Chinese numerals that count something as digits; everything else stays as it is.
 * @example withDigits('十五个工作日内，一般每季度一次') // '15个工作日内，一般每季度1次'
 */
export function withDigits(text: string): string {
  return text.replace(new RegExp(`${NUMERAL}(?=${COUNTED})`, 'gu'), (numeral) => {
    const value = numberOf(numeral)
    return Number.isNaN(value) ? numeral : String(value)
  })
}
