import { useTranslation } from 'react-i18next'
import { publicContent } from '../../../../domain/notice/public-content.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { GatePanel } from '../gate/gate-panel.tsx'
import { useGate } from '../gate/use-gate.ts'
import { NoticeHead } from '../notice-head.tsx'
import { attachmentBase } from '../notice-api.ts'
import { Panel } from '../panel.tsx'
import { PlacementReading } from '../placement/placement-reading.tsx'
import { EditionsPanel } from '../published/editions-panel.tsx'
import { History } from '../published/history.tsx'
import { Reading } from '../review/reading.tsx'
import { AttachmentsPanel } from './attachments-panel.tsx'

/** Somebody else's draft, for a person who may read it but not write in it; the secrecy reviewer allows values here. */
export function DraftReading({ detail }: { readonly detail: NoticeDetail }) {
  const { t } = useTranslation('notice')
  const { office } = useOpenDesk()
  const gate = useGate(detail.id, null)
  const content = publicContent({ draft: detail.draft.content, office, item: null, attachments: [] })
  return (
    <div className="nt-work">
      <NoticeHead detail={detail} />
      <p className="nt-banner" role="note">
        {t('readOnly', { name: detail.draft.updatedBy.name })}
      </p>
      <div className="nt-columns">
        <Reading
          content={content}
          imageBase={attachmentBase(detail.id)}
          paperAddress={`/sheet/?notice=${encodeURIComponent(detail.id)}&of=draft`}
        />
        <aside className="nt-side" aria-label={t('side')} tabIndex={0}>
          <Panel title={t('panels.gate')}>
            <GatePanel detail={detail} gate={gate} body={content.body} behind={false} />
          </Panel>
          <PlacementReading content={detail.draft.content} placement={detail.placement} />
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
