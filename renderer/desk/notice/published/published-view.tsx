import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../../../server/display/views.ts'
import type { EditionView, NoticeDetail } from '../../../../server/notice/views.ts'
import { api, taken } from '../../../shared/api.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { AttachmentsPanel } from '../draft/attachments-panel.tsx'
import { attachmentBase } from '../notice-api.ts'
import { NoticeHead } from '../notice-head.tsx'
import { Panel } from '../panel.tsx'
import { InterpretButton } from '../placement/interpret-button.tsx'
import { PlacementReading } from '../placement/placement-reading.tsx'
import { Reading } from '../review/reading.tsx'
import { ValidityBanner } from '../validity/validity-banner.tsx'
import { ValidityPanel } from '../validity/validity-panel.tsx'
import { ArchivePart } from './archive-part.tsx'
import { EditionsPanel } from './editions-panel.tsx'
import { History } from './history.tsx'
import { RecordPanels } from './record-panels.tsx'
import { ReviseButton } from './revise-button.tsx'

/** The edition as the public gets it. */
function PublicReading({ id, hash }: { readonly id: string; readonly hash: string }) {
  // Asked at the desk: what is for a limited circle has no public address.
  const sheet = useQuery({
    queryKey: ['edition', id, hash],
    queryFn: ({ signal }): Promise<SheetData> =>
      taken(
        api.desk.notices[':id'].sheet.$get(
          { param: { id }, query: { of: 'edition', hash } },
          { init: { signal } },
        ),
      ),
    staleTime: Infinity,
  })
  return (
    <QueryBody query={sheet}>
      {(data) => (
        <Reading
          content={data.content}
          imageBase={data.attachmentBase}
          paperAddress={`/sheet/?notice=${encodeURIComponent(id)}&of=edition&hash=${encodeURIComponent(hash)}`}
        />
      )}
    </QueryBody>
  )
}

function FrozenText(props: { readonly detail: NoticeDetail; readonly edition: EditionView }): ReactNode {
  const { detail, edition } = props
  // What was handed in is what was published, and unlike the edition it can still be read here after a withdrawal.
  if (edition.state === 'WITHDRAWN' && detail.submission?.hash === edition.hash) {
    return (
      <Reading
        content={detail.submission.content}
        imageBase={attachmentBase(detail.id)}
        paperAddress={`/sheet/?notice=${encodeURIComponent(detail.id)}&of=submission`}
      />
    )
  }
  return <PublicReading id={detail.id} hash={edition.hash} />
}

/** What is or was on the board, read from what was frozen and not from the working copy. */
export function PublishedView(props: { readonly detail: NoticeDetail; readonly edition: EditionView }) {
  const { t } = useTranslation(['notice', 'terms'])
  const { detail, edition } = props
  return (
    <div className="nt-work">
      <NoticeHead detail={detail}>
        <InterpretButton detail={detail} />
        <ArchivePart id={detail.id} />
        {detail.may.revise ? <ReviseButton id={detail.id} /> : null}
      </NoticeHead>
      {edition.withdrawal ? (
        <p className="nt-banner nt-banner-bad" role="note">
          {t('notice:published.withdrawnBanner', {
            reason: t(`terms:withdrawalReason.${edition.withdrawal.reason}`),
            note: edition.withdrawal.note,
          })}
        </p>
      ) : null}
      {detail.paperOnly ? (
        <p className="nt-banner" role="note">
          {t('notice:published.paperOnly')}
        </p>
      ) : null}
      {edition.state === 'PUBLISHED' ? <ValidityBanner id={detail.id} /> : null}
      <div className="nt-columns">
        <FrozenText detail={detail} edition={edition} />
        <aside className="nt-side" aria-label={t('notice:side')} tabIndex={0}>
          <EditionsPanel detail={detail} />
          <RecordPanels id={detail.id} editions={detail.editions} />
          {edition.state === 'PUBLISHED' ? <ValidityPanel detail={detail} /> : null}
          <PlacementReading content={detail.draft.content} placement={detail.placement} />
          <Panel title={t('notice:panels.attachments')}>
            <AttachmentsPanel id={detail.id} attachments={detail.attachments} />
          </Panel>
          <Panel title={t('notice:panels.history')}>
            <History detail={detail} />
          </Panel>
        </aside>
      </div>
    </div>
  )
}
