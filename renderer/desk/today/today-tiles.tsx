import { useTranslation } from 'react-i18next'
import type { TodayView } from '../../../server/duty/views.ts'
import { href } from '../../shared/desk/route.ts'
import { TODAY_SHOWS, type TodayShow } from './today-shows.ts'

type Props = {
  readonly counts: TodayView['counts']
  readonly show: TodayShow | null
  readonly choose: (show: TodayShow | null) => void
}

/** Numbers first, then what they count. The first three narrow the list, the others lead to where the work is. */
export function TodayTiles({ counts, show, choose }: Props) {
  const { t } = useTranslation('duty')
  const number: Readonly<Record<TodayShow, number>> = {
    overdue: counts.overdue,
    today: counts.dueToday,
    soon: counts.dueSoon,
  }
  return (
    <ul className="td-tiles" aria-label={t('today.tiles')}>
      {TODAY_SHOWS.map((one) => (
        <li key={one}>
          <button
            type="button"
            className={number[one] === 0 ? 'td-tile' : `td-tile td-${one}`}
            aria-pressed={show === one}
            onClick={() => choose(show === one ? null : one)}
          >
            <b>{number[one]}</b>
            <span>{t(`today.tile.${one}`)}</span>
          </button>
        </li>
      ))}
      <li>
        <a
          className={counts.inReview === 0 ? 'td-tile' : 'td-tile td-review'}
          href={href('/notices?state=IN_REVIEW')}
        >
          <b>{counts.inReview}</b>
          <span>{t('today.tile.review')}</span>
        </a>
      </li>
      {counts.unconfirmed > 0 && (
        <li>
          <a
            className="td-tile td-soon"
            href="#unconfirmed"
            onClick={(event) => {
              // The hash is the route: the link may only move the eye and the keyboard.
              event.preventDefault()
              document.querySelector<HTMLElement>('#unconfirmed')?.focus()
            }}
          >
            <b>{counts.unconfirmed}</b>
            <span>{t('today.tile.unconfirmed')}</span>
          </a>
        </li>
      )}
      {counts.undisclosedReviews > 0 && (
        <li>
          <a className="td-tile td-soon" href={href('/undisclosed')}>
            <b>{counts.undisclosedReviews}</b>
            <span>{t('today.tile.undisclosed')}</span>
          </a>
        </li>
      )}
    </ul>
  )
}
