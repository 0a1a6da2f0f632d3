import type { PublicContent } from '../../domain/notice/content.ts'
import { checkChange } from '../../domain/notice/check-change.ts'
import { checkExpiry } from '../../domain/notice/publish-time.ts'
import type { Result } from '../../domain/refusal.ts'
import type { CheckedSubmission } from './submission-checks.ts'

/**
 * What must hold of an edition among its editions, at submission and again at publication: a next one says what it changes, and
 * it still shows when it goes out. Refuses `notice.change-note-required`, `notice.change-not-minor`, `notice.expires-past`.
 * @example checkEdition(submission)
 */
export function checkEdition({ deps, read, noticeId, content }: CheckedSubmission): Result<true> {
  const [newest] = read.edition.ofNotice(noticeId)
  const former = newest ? (JSON.parse(newest.content) as PublicContent) : null
  const changed = checkChange(former, content)
  return changed.ok ? checkExpiry(content.expiresAt ?? null, deps.clock.now()) : changed
}
