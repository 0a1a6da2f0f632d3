import { useNotice } from '../frame/board-queries.ts'
import { EditionView } from './edition-view.tsx'
import { PageState } from '../frame/page-state.tsx'
import { TombstoneView } from './tombstone-view.tsx'

/** A notice by its index number. */
export function NoticePage(props: { indexNumber: string }) {
  const asked = useNotice(props.indexNumber)
  return (
    <PageState asked={asked} data={asked.data}>
      {(notice) =>
        notice.state === 'WITHDRAWN' ? <TombstoneView notice={notice} /> : <EditionView edition={notice} />
      }
    </PageState>
  )
}
