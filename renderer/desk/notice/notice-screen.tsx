import { useQuery } from '@tanstack/react-query'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { useRoute } from '../../shared/desk/route.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { DraftReading } from './draft/draft-reading.tsx'
import { DraftWork } from './draft/draft-work.tsx'
import { noticeKey } from './keys.ts'
import { getNotice } from './notice-api.ts'
import { PublishedView } from './published/published-view.tsx'
import { ReviewView } from './review/review-view.tsx'

const WITH_REVIEWERS = ['IN_REVIEW', 'REFERRED', 'APPROVED', 'SCHEDULED'] as const
const OUT = ['PUBLISHED', 'WITHDRAWN', 'ARCHIVED'] as const

/** The next draft is being written while a submission is decided on: `/notices/42/next`. */
function useNextDraft(detail: NoticeDetail): boolean {
  const { path } = useRoute()
  return detail.may.nextDraft && path.split('/')[3] === 'next'
}

function Screen({ detail, next }: { readonly detail: NoticeDetail; readonly next: boolean }) {
  const { state, submission } = detail
  if (next) return <DraftWork detail={detail} />
  // What an emergency sent out before anybody had decided on it is decided on while it hangs.
  const decided = WITH_REVIEWERS.some((one) => one === state) || detail.may.decide.length > 0
  if (decided && submission) return <ReviewView detail={detail} submission={submission} />
  if (detail.may.edit) return <DraftWork detail={detail} />
  const newest = detail.editions.toSorted((one, other) => other.editionNumber - one.editionNumber)[0]
  if (OUT.some((one) => one === state) && newest) return <PublishedView detail={detail} edition={newest} />
  return <DraftReading detail={detail} />
}

function OneNotice({ detail }: { readonly detail: NoticeDetail }) {
  const next = useNextDraft(detail)
  // A new draft of the same notice (returned, revised, next) begins with a fresh editor.
  return <Screen key={`${detail.state} ${next ? 'next' : ''}`} detail={detail} next={next} />
}

/** One notice, as its state and the person at the desk allow. */
export function NoticeScreen({ id }: { readonly id: string }) {
  const notice = useQuery({
    queryKey: noticeKey(id),
    queryFn: ({ signal }) => getNotice(id, signal),
    // A draft is edited on top of what is loaded here: it must be today's, and nothing may replace it while typing.
    staleTime: Infinity,
    gcTime: 0,
  })
  return <QueryBody query={notice}>{(detail) => <OneNotice key={id} detail={detail} />}</QueryBody>
}
