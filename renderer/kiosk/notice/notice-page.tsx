import { useNotice } from '../frame/board-queries.ts'
import { PageState } from '../frame/page-state.tsx'
import { StandingEdition } from './standing-edition.tsx'
import { TombstoneView } from './tombstone-view.tsx'

/** A notice by its index number: its current edition, or what stays of it. */
export function NoticePage(props: { indexNumber: string }) {
  const asked = useNotice(props.indexNumber)
  return (
    <PageState asked={asked} data={asked.data}>
      {(notice) =>
        notice.state === 'WITHDRAWN' ? (
          <TombstoneView notice={notice} />
        ) : (
          <StandingEdition edition={notice} />
        )
      }
    </PageState>
  )
}
