import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { AttachmentsPanel } from '../draft/attachments-panel.tsx'
import { GatePanel } from '../gate/gate-panel.tsx'
import { useGate } from '../gate/use-gate.ts'
import { noticeKey, NOTICES_KEY } from '../keys.ts'
import { attachmentBase, recallNotice } from '../notice-api.ts'
import { NoticeHead } from '../notice-head.tsx'
import { Panel } from '../panel.tsx'
import { PlacementReading } from '../placement/placement-reading.tsx'
import { EditionsPanel } from '../published/editions-panel.tsx'
import { History } from '../published/history.tsx'
import { DecisionsPanel } from './decisions-panel.tsx'
import { PublishButton } from './publish-button.tsx'
import { Reading } from './reading.tsx'

function RecallButton({ id }: { readonly id: string }) {
  const { t } = useTranslation('notice')
  const queries = useQueryClient()
  const recall = useMutation({
    mutationFn: () => recallNotice(id),
    onSuccess: (detail) => {
      queries.setQueryData(noticeKey(id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
    },
  })
  return (
    <>
      <RefusalMessage error={recall.error} />
      <Button
        title={t('recall.meaning')}
        loading={recall.isPending}
        onClick={() => {
          recall.mutate()
        }}
      >
        {t('recall.action')}
      </Button>
    </>
  )
}

/** A notice that has been handed in: exactly what will be published, and who says what about it. */
export function ReviewView(props: { readonly detail: NoticeDetail; readonly submission: SubmissionView }) {
  const { t } = useTranslation('notice')
  const { detail, submission } = props
  const gate = useGate(detail.id, null)
  return (
    <div className="nt-work">
      <NoticeHead detail={detail}>
        {detail.may.recall ? <RecallButton id={detail.id} /> : null}
        {detail.may.publish ? (
          <PublishButton id={detail.id} submission={submission} indexNumber={detail.indexNumber} />
        ) : null}
      </NoticeHead>
      <div className="nt-columns">
        <Reading
          content={submission.content}
          imageBase={attachmentBase(detail.id)}
          paperAddress={`/sheet/?notice=${encodeURIComponent(detail.id)}&of=submission`}
        />
        <aside className="nt-side" aria-label={t('side')} tabIndex={0}>
          <DecisionsPanel detail={detail} submission={submission} />
          <PlacementReading detail={detail} />
          <Panel title={t('panels.gate')}>
            <GatePanel detail={detail} gate={gate} body={submission.content.body} behind={false} />
          </Panel>
          <Panel title={t('panels.attachments')}>
            <AttachmentsPanel id={detail.id} attachments={detail.attachments} />
          </Panel>
          {detail.editions.length > 0 ? <EditionsPanel detail={detail} /> : null}
          <Panel title={t('panels.history')}>
            <History detail={detail} />
          </Panel>
        </aside>
      </div>
    </div>
  )
}
