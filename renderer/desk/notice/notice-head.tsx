import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { MatterOfNotice } from '../matter/matter-of-notice.tsx'
import { href } from '../../shared/desk/route.ts'
import { StatePill } from './state-pill.tsx'

/** The line above one notice: the way back, its state, and what can be done now. */
export function NoticeHead(props: {
  readonly detail: NoticeDetail
  readonly line?: ReactNode
  readonly children?: ReactNode
}) {
  const { t } = useTranslation('notice')
  return (
    <header className="nt-head">
      <a className="nt-back" href={href('/notices')}>
        {t('back')}
      </a>
      <StatePill state={props.detail.state} />
      {props.detail.indexNumber ? (
        <span className="nt-soft nt-number">{t('indexNumber', { number: props.detail.indexNumber })}</span>
      ) : null}
      {props.line}
      <MatterOfNotice noticeId={props.detail.id} />
      <div className="nt-head-actions">{props.children}</div>
    </header>
  )
}
