import type { CivilDate } from '../../../domain/notice/content.ts'
import { instantText } from '../../shared/ui/instant-text.ts'

/** The day of an instant at the office. @example todayOf('2026-11-22T17:00:00.000Z') // '2026-11-23' */
export function todayOf(instant: string): CivilDate {
  return instantText(instant).slice(0, 10)
}
