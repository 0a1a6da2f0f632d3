import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '../../domain/notice/content.ts'
import { detect } from '../../domain/privacy/detect.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

/**
 * Refuses words written about a duty that hold a personal number: they stand in lists, workbooks and on paper for
 * everybody in the office and the county. Refuses `duty.personal-data` with the number masked.
 * @example requireCleanWords('本月没有收支', '2026-11-23') // { ok: true, value: true }
 */
export function requireCleanWords(text: string, today: CivilDate): Result<true> {
  const found = detect(text, Temporal.PlainDate.from(today)).find(({ severity }) => severity === 'BLOCK')
  return found ? refuse('duty.personal-data', { masked: found.masked }) : accept(true)
}
