import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { href } from '../../shared/desk/route.ts'
import { getExchangeToday } from '../api/exchange-receipt-api.ts'
import { EXCHANGE_TODAY_KEY } from '../exchange/exchange-keys.ts'
import { dayOf } from '../notice/minute.ts'
import { useOpenDesk } from '../shell/session-context.ts'
import { exchangeLines } from './exchange-lines.ts'
import { SideCard } from './side-card.tsx'

const SHOWN = 6
const REFRESH_MS = 60_000

/** What the exchange with the county asks of somebody today; nothing when it asks nothing. */
export function ExchangeCard() {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  const view = useQuery({
    queryKey: EXCHANGE_TODAY_KEY,
    queryFn: getExchangeToday,
    refetchInterval: REFRESH_MS,
  }).data
  if (view === undefined) return null
  const lines = exchangeLines(view, { i18n, today: dayOf(clock.now) })
  if (lines.length === 0) return null
  // Of rejected ones the answer brings the oldest; the others count all the same.
  const more = lines.length + view.taskCount - view.tasks.length - SHOWN
  return (
    <SideCard
      id="today-exchange"
      title={t('today.title')}
      all={t('today.all')}
      allOf={t('today.title')}
      href={href('/exchange')}
    >
      <ul>
        {lines.slice(0, SHOWN).map(({ key, to, title, words, bad }) => (
          <li key={key}>
            <a className="td-side-title" href={href(to)}>
              {title}
            </a>
            <span className={bad ? 'td-display-bad' : 'td-display'}>{words}</span>
          </li>
        ))}
        {more > 0 && <li className="soft">{t('today.more', { count: more })}</li>}
      </ul>
    </SideCard>
  )
}
