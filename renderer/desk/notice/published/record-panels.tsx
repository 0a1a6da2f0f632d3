import type { EditionView } from '../../../../server/notice/views.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { useRecord } from '../use-record.ts'
import { DatesPanel } from './dates-panel.tsx'
import { PostingsPanel } from './postings-panel.tsx'
import { RecallPanel } from './recall-panel.tsx'
import './edition-record.css'

/** What stands beside the editions: dates, recall list, paper on the wall. */
export function RecordPanels(props: { readonly id: string; readonly editions: readonly EditionView[] }) {
  const { id, editions } = props
  const record = useRecord(id)
  return (
    <QueryBody query={record}>
      {(data) => (
        <>
          <RecallPanel record={data} />
          <DatesPanel record={data} />
          <PostingsPanel id={id} record={data} editions={editions} />
        </>
      )}
    </QueryBody>
  )
}
