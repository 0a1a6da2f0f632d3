import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getOutbox } from '../api/exchange-api.ts'
import { EmergencyKey } from '../emergency/emergency-key.tsx'
import { OUTBOX_KEY } from '../query-client.ts'
import { href } from '../../shared/desk/route.ts'
import { ClockState } from './clock-state.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SearchField } from './search-field.tsx'
import { useOpenDesk } from './session-context.ts'

type Props = {
  readonly lock: () => void
  /** Takes the keyboard past everything that is the same on each page. */
  readonly skip: () => void
}

/** Product, office, search, the state of the machine, and who sits here. */
export function TopLine({ lock, skip }: Props) {
  const { t } = useTranslation(['desk', 'terms'])
  const { office, clock } = useOpenDesk()
  const outbox = useQuery({ queryKey: OUTBOX_KEY, queryFn: getOutbox }).data
  const waiting = outbox === undefined ? null : outbox.editions + outbox.withdrawals
  return (
    <header className="top">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The hash is the route, so the link must not change it.
          event.preventDefault()
          skip()
        }}
      >
        {t('shell.skip')}
      </a>
      <a className="product-name" href={href('/today')}>
        {t('terms:product')}
      </a>
      <span className="top-office" title={office.name}>
        {office.name}
      </span>
      <SearchField />
      <EmergencyKey />
      <div className="top-state">
        <ClockState clock={clock} />
        {waiting !== null && (
          <a href={href('/exchange')}>
            {waiting === 0 ? t('shell.outboxEmpty') : t('shell.outboxWaiting', { count: waiting })}
          </a>
        )}
        <PersonMenu lock={lock} />
      </div>
    </header>
  )
}
