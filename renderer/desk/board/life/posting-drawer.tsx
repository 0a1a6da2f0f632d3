import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../../server/posting/views.ts'
import { dayText } from '../../../shared/duty/day-text.ts'
import { shortHash } from '../../notice/format.ts'
import { ErrorButton } from '../error/error-button.tsx'
import { AddPhotos } from '../photo/add-photos.tsx'
import { PrintButton } from '../../print/print-button.tsx'
import { href } from '../../../shared/desk/route.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { ActButtons } from './act-buttons.tsx'
import { MinimumNote } from './minimum-note.tsx'
import { SheetPill } from './state-pill.tsx'
import { Timeline } from './timeline.tsx'

function Facts({ sheet, today }: { readonly sheet: PostingView; readonly today: string }) {
  const { t, i18n } = useTranslation('board')
  const day = (date: string) => dayText(date, today, i18n.language)
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('facts.board'), [sheet.boardName, sheet.boardPlace].filter(Boolean).join('　')],
    [
      t('facts.edition'),
      <>
        {t('facts.editionOf', { number: sheet.editionNumber, index: sheet.indexNumber })}
        <span className="bd-why bd-hash">{t('facts.hash', { hash: shortHash(sheet.hash) })}</span>
      </>,
    ],
    ...(sheet.plannedOn === null ? [] : [[t('facts.plannedOn'), day(sheet.plannedOn)] as const]),
    ...(sheet.witness === '' ? [] : [[t('facts.witness'), sheet.witness] as const]),
    ...(sheet.pages === null
      ? []
      : [[t('facts.pages'), t('facts.pagesCount', { count: sheet.pages })] as const]),
    ...(sheet.minimum === null
      ? []
      : [[t('facts.minimum'), <MinimumNote key="minimum" minimum={sheet.minimum} today={today} />] as const]),
    ...(sheet.dueDownFrom === null || sheet.removedOn !== null
      ? []
      : [
          [
            t('facts.dueDown'),
            sheet.dueDownReason === null
              ? day(sheet.dueDownFrom)
              : t('facts.dueDownFor', {
                  day: day(sheet.dueDownFrom),
                  reason: t(`dueDown.${sheet.dueDownReason}`),
                }),
          ] as const,
        ]),
  ]
  return (
    <dl className="bd-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A sheet on a board: how it stands, what can be done, its life and its photographs. */
export function PostingDrawer(props: {
  readonly sheet: PostingView | null
  readonly today: string
  readonly close: () => void
}) {
  const { sheet, today, close } = props
  const { t } = useTranslation('board')
  const may = useHasRole('HANDLER', 'DEPUTY_LEADER')
  return (
    <Drawer open={sheet !== null} onClose={close} size={620} destroyOnHidden title={sheet?.title ?? ''}>
      {sheet === null ? null : (
        <div className={sheet.state === 'ENTERED_IN_ERROR' ? 'bd-drawer bd-in-error' : 'bd-drawer'}>
          <p className="row">
            <SheetPill sheet={sheet} today={today} />
            {sheet.early === null ? null : <span className="nt-pill nt-pill-r">{t('early.pill')}</span>}
            <a href={href(`/notices/${encodeURIComponent(sheet.noticeId)}`)}>{t('facts.toNotice')}</a>
            <a href={href(`/boards/${encodeURIComponent(sheet.boardId)}`)}>{t('facts.toBoard')}</a>
          </p>
          {sheet.stale === null || sheet.state === 'ENTERED_IN_ERROR' ? null : (
            <p className="refusal" role="note">
              {t(`stale.${sheet.stale}`)}
            </p>
          )}
          <ActButtons sheet={sheet} today={today} />
          <Facts sheet={sheet} today={today} />
          <h3>{t('timeline.title')}</h3>
          <Timeline sheet={sheet} today={today} />
          {may && sheet.state !== 'ENTERED_IN_ERROR' ? <AddPhotos sheet={sheet} /> : null}
          {sheet.postedOn === null || sheet.state === 'ENTERED_IN_ERROR' ? null : (
            <div className="bd-acts">
              <PrintButton
                label={t('print.certificate')}
                sheet={{
                  title: t('print.certificateOf', { title: sheet.title }),
                  subject: { kind: 'POSTING_CERTIFICATE', postingId: sheet.id },
                  noticeId: null,
                  templateId: null,
                }}
              />
              <ErrorButton sheet={sheet} photo={null} />
            </div>
          )}
        </div>
      )}
    </Drawer>
  )
}
