import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemarkView } from '../../../../server/notice/review/views.ts'
import type { NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { href } from '../../../shared/desk/route.ts'
import { AttachmentsPanel } from '../draft/attachments-panel.tsx'
import { GatePanel } from '../gate/gate-panel.tsx'
import { useSubmissionGate } from '../gate/use-gate.ts'
import { attachmentBase, recallNotice } from '../notice-api.ts'
import { NoticeHead } from '../notice-head.tsx'
import { Panel } from '../panel.tsx'
import { PlacementReading } from '../placement/placement-reading.tsx'
import { EditionsPanel } from '../published/editions-panel.tsx'
import { History } from '../published/history.tsx'
import { ProofNote } from '../table/proof-note.tsx'
import { DecisionsPanel } from './decisions-panel.tsx'
import { PublishButton } from './publish-button.tsx'
import { deskFaces, Reading } from './reading.tsx'
import type { RemarkTarget } from './remark-places.ts'
import { RemarksPanel } from './remarks-panel.tsx'
import type { RemarkJump } from './select-remark.tsx'
import { ReviewWording } from '../wording/review-wording.tsx'
import { useReviewChange } from './use-review-change.ts'

function RecallButton({ id }: { readonly id: string }) {
  const { t } = useTranslation('notice')
  const recall = useReviewChange(id, () => recallNotice(id))
  return (
    <>
      <RefusalMessage error={recall.error} />
      <Button
        title={t('recall.meaning')}
        loading={recall.isPending}
        onClick={() => {
          recall.mutate(undefined)
        }}
      >
        {t('recall.action')}
      </Button>
    </>
  )
}

/** A notice that has been handed in: exactly what will be published, on all its faces, and who says what about it. */
export function ReviewView(props: { readonly detail: NoticeDetail; readonly submission: SubmissionView }) {
  const { t } = useTranslation(['notice', 'review'])
  const { detail, submission } = props
  const gate = useSubmissionGate(detail.id)
  const [target, setTarget] = useState<RemarkTarget | null>(null)
  const [jump, setJump] = useState<RemarkJump | null>(null)
  const remarks = useMemo(
    () => detail.remarks.filter(({ submissionId }) => submissionId === submission.id),
    [detail.remarks, submission.id],
  )
  const before = detail.editions.some(({ hash }) => hash !== submission.hash)
  const lead = (remark: RemarkView) => {
    setJump((last) => ({ remark, at: (last?.at ?? 0) + 1 }))
  }
  return (
    <div className="nt-work">
      <NoticeHead detail={detail}>
        {detail.may.nextDraft ? (
          <a
            className="nt-button"
            href={href(`/notices/${encodeURIComponent(detail.id)}/next`)}
            title={t('review:nextDraft.meaning')}
          >
            {t('review:nextDraft.action')}
          </a>
        ) : null}
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
          faces={deskFaces(detail.id, 'submission', before)}
          remarking={{ remarks, jump, choose: detail.may.remark ? setTarget : null }}
        />
        <aside className="nt-side" aria-label={t('notice:side')} tabIndex={0}>
          <RemarksPanel
            detail={detail}
            submission={submission}
            target={target}
            setTarget={setTarget}
            jump={lead}
          />
          <DecisionsPanel detail={detail} submission={submission} />
          <ProofNote id={detail.id} />
          <PlacementReading content={submission.content} placement={submission.placement} />
          <Panel title={t('notice:panels.gate')}>
            <GatePanel
              detail={detail}
              gate={gate}
              body={submission.content.body}
              attachments={submission.attachments}
              behind={false}
            />
          </Panel>
          <ReviewWording id={detail.id} />
          <Panel title={t('notice:panels.attachments')}>
            <AttachmentsPanel id={detail.id} attachments={submission.attachments} />
          </Panel>
          {detail.editions.length > 0 ? <EditionsPanel detail={detail} /> : null}
          <Panel title={t('notice:panels.history')}>
            <History detail={detail} />
          </Panel>
        </aside>
      </div>
    </div>
  )
}
