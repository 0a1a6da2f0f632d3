import type { Language } from '../../shared/i18n.ts'

const LOCALES: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', en: 'en-GB', 'mn-Mong': 'zh-CN' }

// Everything on a board is local to the office, whatever zone the screen's computer was set to.
const ZONE = 'Asia/Shanghai'

/**
 * A civil date in words of the language.
 * @example civilDate('2026-03-05', 'zh-Hans') // '2026年3月5日'
 */
export function civilDate(date: string, language: Language): string {
  const instant = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(instant)) return date
  const options = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(LOCALES[language], options).format(instant)
}

/**
 * A civil date without the year when it is this year's; lists stay short that way.
 * @example rowDate('2026-11-20', Date.parse('2026-11-23T01:42:00Z'), 'zh-Hans') // '11月20日'
 */
export function rowDate(date: string, now: number, language: Language): string {
  const thisYear = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: ZONE }).format(now)
  const instant = Date.parse(`${date}T00:00:00Z`)
  if (!date.startsWith(thisYear) || Number.isNaN(instant)) return civilDate(date, language)
  const options = { month: language === 'en' ? 'short' : 'long', day: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(LOCALES[language], options).format(instant)
}

/**
 * Hours and minutes at the office.
 * @example clockTime(Date.parse('2026-11-23T01:42:00Z')) // '09:42'
 */
export function clockTime(instant: number): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE } as const
  return new Intl.DateTimeFormat('en-GB', options).format(instant)
}

/**
 * Day and weekday at the office.
 * @example clockDay(Date.parse('2026-11-23T01:42:00Z'), 'zh-Hans') // '11月23日星期一'
 */
export function clockDay(instant: number, language: Language): string {
  const options = { month: 'long', day: 'numeric', weekday: 'long', timeZone: ZONE } as const
  return new Intl.DateTimeFormat(LOCALES[language], options).format(instant)
}

/**
 * A file's size as people say it.
 * @example fileSize(123_456) // '121 KB'
 */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${String(Math.max(1, Math.round(bytes / 1024)))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/**
 * Day, hour and minute at the office, in words of the language.
 * @example instantWords('2026-07-18T13:40:00.000Z', 'zh-Hans') // '7月18日 21:40'
 */
export function instantWords(instant: string, language: Language): string {
  const at = Date.parse(instant)
  const options = { month: language === 'en' ? 'short' : 'long', day: 'numeric', timeZone: ZONE } as const
  return `${new Intl.DateTimeFormat(LOCALES[language], options).format(at)} ${clockTime(at)}`
}
