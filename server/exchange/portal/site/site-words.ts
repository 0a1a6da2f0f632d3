import { escaped } from '../../../plain-page.ts'
import { sentencesIn, type SentenceParams } from '../../../../platform/sentence.ts'

/** Looks up a sentence. What goes out is in Chinese, whatever language the desk is read in. */
export type Say = (key: string, params?: SentenceParams) => string

/**
 * The Chinese sentences of site, feed and tables.
 * @example officialWords()('kiosk:notice.indexNumber') // '索引号'
 */
export function officialWords(): Say {
  const { say } = sentencesIn('zh-Hans')
  const known = new Map<string, string>()
  // A page asks for some fifty words, and a site has a hundred thousand pages.
  return (key, params) => {
    if (params !== undefined) return say(key, params)
    const kept = known.get(key) ?? say(key)
    known.set(key, kept)
    return kept
  }
}

/**
 * A civil date as an official text writes it.
 * @example dateWords('2026-03-05') // '2026年3月5日'
 */
export function dateWords(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date)
  return parts ? `${parts[1] ?? ''}年${String(Number(parts[2]))}月${String(Number(parts[3]))}日` : date
}

/**
 * An instant as the office's clock shows it.
 * @example instantWords('2026-11-22T01:42:00.000Z') // '2026年11月22日 09:42'
 */
export function instantWords(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return `${dateWords(local.slice(0, 10))} ${local.slice(11, 16)}`
}

/**
 * A date that programs read too.
 * @example dateHtml('2026-03-05') // '<time datetime="2026-03-05">2026年3月5日</time>'
 */
export function dateHtml(date: string): string {
  return `<time datetime="${escaped(date)}">${escaped(dateWords(date))}</time>`
}
