import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NoticeRow } from '../../../../server/notice/views.ts'
import { href } from '../../../shared/desk/route.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime } from '../format.ts'
import { StatePill } from '../state-pill.tsx'

/** One notice of the list: title, how it stands, and what it waits for. */
export function NoticeLine(props: {
  readonly row: NoticeRow
  /** Where it can be chosen: whether it is, and what choosing does. */
  readonly pick?: { readonly chosen: boolean; readonly change: (chosen: boolean) => void }
}) {
  const { row, pick } = props
  const { t, i18n } = useTranslation(['notice', 'terms', 'edition'])
  const { clock } = useOpenDesk()
  const time = (at: string) => dayAndTime(at, i18n.language, clock.now)
  const waiting = row.waitingFor
    .map(({ kind }) => t(`terms:decisionKind.${kind}`))
    .join(t('notice:listComma'))
  const about = [
    t(`terms:noticeKind.${row.noticeKind}`),
    row.documentNumber,
    row.indexNumber === null ? '' : t('notice:indexNumber', { number: row.indexNumber }),
    row.catalogueItem ?? t('notice:list.noItem'),
  ].filter(Boolean)
  return (
    <li className={pick === undefined ? 'nt-row' : 'nt-row ed-pick'}>
      {pick === undefined ? null : (
        <label>
          <Checkbox
            aria-label={t('edition:batch.choose', { title: row.title })}
            checked={pick.chosen}
            onChange={(event) => {
              pick.change(event.target.checked)
            }}
          />
        </label>
      )}
      <a href={href(`/notices/${row.id}`)}>
        <span className="nt-row-main">
          <b>{row.title.trim() === '' ? t('notice:list.untitled') : row.title}</b>
          <span className="nt-row-about">
            {about.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </span>
          {row.returnReason !== null && row.state === 'RETURNED' ? (
            <span className="nt-row-reason">
              {t('notice:list.returnReason', { reason: row.returnReason })}
            </span>
          ) : null}
        </span>
        <span className="nt-row-state">
          <StatePill
            state={row.state}
            {...(waiting === '' ? {} : { more: t('notice:list.waitsFor', { kinds: waiting }) })}
          />
        </span>
        <span className="nt-row-when">
          <span>{row.handler.name}</span>
          {row.state === 'PUBLISHED' ? null : (
            <span>{t('notice:list.changed', { time: time(row.updatedAt) })}</span>
          )}
          {row.schedule === null ? null : (
            <span className={row.schedule.refused ? 'nt-bad' : ''}>
              {row.schedule.refused
                ? t('edition:tasks.refused')
                : t('edition:schedule.stands', { time: time(row.schedule.publishAt) })}
            </span>
          )}
          {row.publishedAt === null ? null : (
            <span>{t('notice:list.published', { time: time(row.publishedAt) })}</span>
          )}
        </span>
      </a>
    </li>
  )
}
