import type { PublicContent } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { draftAsPublic } from '../notice/draft-as-public.ts'
import { findNotice } from '../notice/find-notice.ts'
import { checkerInUse, dictionariesInUse } from './dictionaries.ts'
import type { WordingReport } from './views.ts'

/**
 * Checks the wording of a notice: of the working copy, or of what was handed in. Hints only; nothing is stored and nothing
 * blocks. Refuses `notice.not-found`, and `notice.submission-missing` where nothing was handed in.
 * @example noticeWording(deps, id, 'draft').value.findings
 */
export function noticeWording(
  deps: Pick<Deps, 'store'>,
  id: string,
  of: 'draft' | 'submission',
): Result<WordingReport> {
  const { read } = deps.store
  const notice = findNotice(read, id, null)
  if (!notice.ok) return notice
  const submission = of === 'submission' ? read.submission.newest(id) : undefined
  if (of === 'submission' && !submission) return refuse('notice.submission-missing')
  const content = submission
    ? (JSON.parse(submission.content) as PublicContent)
    : draftAsPublic(read, notice.value, notice.value.content)
  return accept({
    of,
    revision: submission ? null : notice.value.revision,
    findings: checkerInUse(read).content(content),
    dictionaries: dictionariesInUse(read),
  })
}
