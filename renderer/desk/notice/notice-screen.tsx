import { useQuery } from '@tanstack/react-query'
import { QueryBody } from '../ui/query-body.tsx'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { DraftReading } from './draft/draft-reading.tsx'
import { DraftWork } from './draft/draft-work.tsx'
import { noticeKey } from './keys.ts'
import { getNotice } from './notice-api.ts'
import { PublishedView } from './published/published-view.tsx'
import { ReviewView } from './review/review-view.tsx'

function Screen({ detail }: { readonly detail: NoticeDetail }) {
  if (detail.may.edit) return <DraftWork detail={detail} />
  if ((detail.state === 'IN_REVIEW' || detail.state === 'APPROVED') && detail.submission) {
    return <ReviewView detail={detail} submission={detail.submission} />
  }
  const newest = detail.editions.toSorted((one, other) => other.editionNumber - one.editionNumber)[0]
  if ((detail.state === 'PUBLISHED' || detail.state === 'WITHDRAWN') && newest) {
    return <PublishedView detail={detail} edition={newest} />
  }
  return <DraftReading detail={detail} />
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
  // A new draft of the same notice (returned, revised) begins with a fresh editor.
  return (
    <QueryBody query={notice}>
      {(detail) => <Screen key={`${id} ${detail.state}`} detail={detail} />}
    </QueryBody>
  )
}
