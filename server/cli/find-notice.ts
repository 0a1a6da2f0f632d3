import type { Reads } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

/**
 * Finds a notice by its id or its index number. Refuses `notice.not-found`.
 * @example findNoticeId(read, '11…/2026-00012')
 */
export function findNoticeId(read: Reads, word: string): Result<string> {
  const id = read.notice.byId(word)?.id ?? read.edition.byIndexNumber(word)[0]?.noticeId
  return id === undefined ? refuse('notice.not-found') : accept(id)
}
