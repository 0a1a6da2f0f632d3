import { useEdition } from '../frame/board-queries.ts'
import { PageState } from '../frame/page-state.tsx'
import { StandingEdition } from './standing-edition.tsx'

/** One edition by its hash: where the code on a printed sheet leads. */
export function EditionPage(props: { hash: string }) {
  const asked = useEdition(props.hash)
  return (
    <PageState asked={asked} data={asked.data}>
      {(edition) => <StandingEdition edition={edition} />}
    </PageState>
  )
}
