import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { href } from '../../shared/desk/route.ts'
import { PersonMenu } from '../../shared/desk/session/person-menu.tsx'
import { getOutbox } from '../api/exchange-api.ts'
import { EmergencyKey } from '../emergency/emergency-key.tsx'
import { OUTBOX_KEY } from '../query-client.ts'
import { ClockState } from './clock-state.tsx'
import { SearchField } from './search-field.tsx'
import { useOpenDesk } from './session-context.ts'

/** Search, the state of the machine, and who sits here. */
export function TopTools({ lock }: { readonly lock: () => void }) {
  const { t } = useTranslation('desk')
  const { clock, session, people } = useOpenDesk()
  const outbox = useQuery({ queryKey: OUTBOX_KEY, queryFn: getOutbox }).data
  const waiting = outbox === undefined ? null : outbox.editions + outbox.withdrawals
  return (
    <>
      <SearchField />
      <EmergencyKey />
      <div className="top-state">
        <ClockState clock={clock} />
        {waiting !== null && (
          <a href={href('/exchange')}>
            {waiting === 0 ? t('shell.outboxEmpty') : t('shell.outboxWaiting', { count: waiting })}
          </a>
        )}
        <PersonMenu session={session} people={people} lock={lock} />
      </div>
    </>
  )
}
