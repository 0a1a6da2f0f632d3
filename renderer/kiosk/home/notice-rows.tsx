import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { PublicRow } from '../../../server/display/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { rowDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import { Label } from '../frame/label.tsx'
import { useLanguage } from '../frame/use-language.ts'
import { useNow } from '../frame/use-now.ts'
import { useStanding } from '../frame/use-standing.ts'

/** One line of a list; the whole line is the target. */
export function NoticeRow(props: { row: PublicRow; title?: ReactNode; excerpt?: ReactNode }) {
  const { t } = useTranslation('terms')
  const language = useLanguage()
  const now = useNow()
  const { row } = props
  return (
    <li className="row">
      <Go to={{ page: 'notice', indexNumber: row.indexNumber }} className="row-link">
        <span className="row-tag">
          <Label>{t(`noticeKind.${row.noticeKind}`)}</Label>
        </span>
        <span className="row-text" lang="zh-Hans">
          {row.validity === undefined ? null : <b className="row-over">{t(`validity.${row.validity}`)}</b>}
          {row.change === null ? null : <b className="row-change">{t(`changeKind.${row.change}`)}</b>}
          <span className="row-title">{props.title ?? <Phrased text={row.title} />}</span>
          {props.excerpt}
        </span>
        <time className="row-date" dateTime={row.publishDate}>
          {rowDate(row.publishDate, now, language)}
        </time>
      </Go>
    </li>
  )
}

/** A list of notices; what has run out by the office's time goes from it at the minute, also while the office is away. */
export function NoticeRows(props: { rows: readonly PublicRow[] }) {
  const standing = useStanding()
  return (
    <ol className="rows">
      {standing(props.rows).map((row) => (
        <NoticeRow key={row.indexNumber} row={row} />
      ))}
    </ol>
  )
}
