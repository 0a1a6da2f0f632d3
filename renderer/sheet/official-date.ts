const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u

/**
 * A civil date as documents write it (GB/T 9704-2012, clause 7.3.5.4): Arabic digits, no leading zeros.
 * @example officialDate('2026-03-05') // '2026年3月5日'
 */
export function officialDate(date: string): string {
  const [, year, month, day] = DATE.exec(date) ?? []
  if (year === undefined || month === undefined || day === undefined) return date
  return `${year}年${String(Number(month))}月${String(Number(day))}日`
}

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

function inChinese(number: number): string {
  const tens = Math.floor(number / 10)
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`
  return head + (number % 10 === 0 ? '' : (DIGITS[number % 10] ?? ''))
}

/**
 * The same date as older documents write it, to recognise it in a text.
 * @example chineseDate('2026-03-05') // '二〇二六年三月五日'
 */
export function chineseDate(date: string): string {
  const [, year, month, day] = DATE.exec(date) ?? []
  if (year === undefined || month === undefined || day === undefined) return date
  const years = [...year].map((digit) => DIGITS[Number(digit)] ?? digit).join('')
  return `${years}年${inChinese(Number(month))}月${inChinese(Number(day))}日`
}
