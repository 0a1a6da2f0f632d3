import type { CivilDate } from '../../../domain/notice/content.ts'
import { formatCivilDate } from '../../../domain/notice/notice-dates.ts'

const ZONE = 'Asia/Shanghai'

function parts(instant: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN'
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, hourCycle: 'h23', ...options }).format(
    new Date(instant),
  )
}

/** 10:32:05 */
export function clockTime(instant: string, language: string): string {
  return parts(instant, language, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
}

/** A civil date: 2026年11月21日; in English as it is stored, which no reader takes for another day. */
export function dayWords(date: CivilDate, language: string): string {
  return language === 'en' ? date : formatCivilDate(date)
}

/** 11月21日 10:32; the year stands only where it is not the present one. */
export function dayAndTime(instant: string, language: string, now: string): string {
  const year = (at: string) => parts(at, 'en', { year: 'numeric' })
  return parts(instant, language, {
    ...(year(instant) === year(now) ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}

/** 1.4 MB; whole kilobytes below that. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`
  if (bytes < 1024 * 1024) return `${String(Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** The first twelve digits of a hash in groups of four: enough to compare by eye. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 12).match(/.{1,4}/gu) ?? []).join(' ')
}

type TypeWord = 'PDF' | 'WORD' | 'EXCEL' | 'IMAGE' | 'OTHER'

const TYPES: Readonly<Record<string, TypeWord>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'WORD',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'EXCEL',
}

/** Which word stands for a media type: a key of `notice:attachments.type`. */
export function typeWord(mediaType: string): TypeWord {
  return TYPES[mediaType] ?? (mediaType.startsWith('image/') ? 'IMAGE' : 'OTHER')
}
