import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../../../server/display/views.ts'
import type { EditionView, NoticeDetail } from '../../../../server/notice/views.ts'
import { getJson } from '../../../shared/request.ts'
import { QueryBody } from '../../ui/query-body.tsx'
import { AttachmentsPanel } from '../draft/attachments-panel.tsx'
import { NoticeHead } from '../notice-head.tsx'
import { Panel } from '../panel.tsx'
import { Reading } from '../review/reading.tsx'
import { EditionsPanel } from './editions-panel.tsx'
import { History } from './history.tsx'
import { ReviseButton } from './revise-button.tsx'

/** What is or was on the board, read from the frozen edition and not from the working copy. */
export function PublishedView(props: { readonly detail: NoticeDetail; readonly edition: EditionView }) {
  const { t } = useTranslation(['notice', 'terms'])
  const { detail, edition } = props
  const query = new URLSearchParams({ of: 'edition', hash: edition.hash })
  const sheet = useQuery({
    queryKey: ['notice', detail.id, 'edition', edition.hash],
    queryFn: ({ signal }) =>
      getJson<SheetData>(
        `/api/desk/notices/${encodeURIComponent(detail.id)}/sheet?${query.toString()}`,
        signal,
      ),
    staleTime: Infinity,
  })
  return (
    <div className="nt-work">
      <NoticeHead detail={detail}>{detail.may.revise ? <ReviseButton id={detail.id} /> : null}</NoticeHead>
      {edition.withdrawal ? (
        <p className="nt-banner nt-banner-bad" role="note">
          {t('notice:published.withdrawnBanner', {
            reason: t(`terms:withdrawalReason.${edition.withdrawal.reason}`),
            note: edition.withdrawal.note,
          })}
        </p>
      ) : null}
      <div className="nt-columns">
        <QueryBody query={sheet}>
          {(data) => (
            <Reading
              content={data.content}
              imageBase={data.attachmentBase}
              paperAddress={`/sheet/?notice=${encodeURIComponent(detail.id)}&of=edition&hash=${edition.hash}`}
            />
          )}
        </QueryBody>
        <aside className="nt-side" aria-label={t('notice:side')}>
          <EditionsPanel detail={detail} />
          <Panel title={t('notice:panels.attachments')}>
            <AttachmentsPanel id={detail.id} attachments={detail.attachments} mayEdit={false} />
          </Panel>
          <Panel title={t('notice:panels.history')}>
            <History detail={detail} />
          </Panel>
        </aside>
      </div>
    </div>
  )
}
