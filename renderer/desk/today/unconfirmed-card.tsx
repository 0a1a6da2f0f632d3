import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DutyRow } from '../../../server/duty/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { useDutyActs } from '../duty/duty-acts.ts'
import { wholeName } from '../../shared/duty/duty-name.ts'
import { href } from '../../shared/desk/route.ts'

type Props = { readonly rows: readonly DutyRow[]; readonly today: string }

/** What was closed while the clock was in doubt: neither on time nor late until somebody says on which day it was. */
export function UnconfirmedCard({ rows, today }: Props) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const acts = useDutyActs()
  if (rows.length === 0) return null
  return (
    <section
      id="unconfirmed"
      className="card td-side td-unconfirmed"
      aria-labelledby="today-unconfirmed"
      tabIndex={-1}
    >
      <h2>
        <span id="today-unconfirmed" className="strong">
          {t('duty:today.unconfirmed.title')}
        </span>
      </h2>
      <p className="td-none">{t('duty:today.unconfirmed.why')}</p>
      <ul>
        {rows.map((row) => {
          const name = wholeName(row, today, t)
          return (
            <li key={row.id} className="td-confirm">
              <div>
                <a className="td-side-title" href={href(`/duties/${encodeURIComponent(row.id)}`)}>
                  {name}
                </a>
                <p className="dt-why">
                  {t('duty:today.unconfirmed.on', {
                    day: dayText(row.closing?.on ?? row.due, today, i18n.language),
                    due: dayText(row.due, today, i18n.language),
                  })}
                </p>
              </div>
              {row.may.confirm && (
                <Button
                  size="small"
                  aria-label={t('duty:act.of', { act: t('duty:act.confirm.menu'), name })}
                  onClick={() => acts.open(row, 'confirm')}
                >
                  {t('duty:act.confirm.short')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
