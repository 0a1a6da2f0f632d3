import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

/**
 * Whether a day can be one on which something happened to a sheet: not before the sheet was there, not after today; while the
 * clock is older than the newest record `today` is that of the record, or what hangs could never be taken down again. Refuses
 * `posting.date-invalid`.
 * @example requireDay('2026-11-23', '2026-11-20', '2026-11-23').ok // true
 */
export function requireDay(day: CivilDate, earliest: CivilDate, today: CivilDate): Result<true> {
  return day < earliest || day > today ? refuse('posting.date-invalid', { earliest }) : accept(true)
}
