import { useEdition } from '../frame/board-queries.ts'
import { EditionView } from './edition-view.tsx'
import { PageState } from '../frame/page-state.tsx'

/** One edition by its hash: where the code on a printed sheet leads. */
export function EditionPage(props: { hash: string }) {
  const asked = useEdition(props.hash)
  return (
    <PageState asked={asked} data={asked.data}>
      {(edition) => <EditionView edition={edition} />}
    </PageState>
  )
}
