import { useTranslation } from 'react-i18next'
import type { DeskStatus } from '../../../server/office/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'

type Props = { readonly clock: DeskStatus['clock'] }

/** One word on the computer's clock, for the top line. */
export function ClockState({ clock }: Props) {
  const { t } = useTranslation('desk')
  return (
    <span>
      {t('shell.clock')}{' '}
      <b className={clock.trusted ? 'good' : 'bad'}>
        {clock.trusted ? t('shell.clockGood') : t('shell.clockBad')}
      </b>
    </span>
  )
}

/** What is wrong with the clock and what to do; nothing while it is right. */
export function ClockWarning({ clock }: Props) {
  const { t } = useTranslation('desk')
  if (clock.trusted) return null
  return (
    <p className="clock-warning" role="alert">
      {t('shell.clockWarning', {
        now: instantText(clock.now),
        newest: clock.newestRecord === null ? '' : instantText(clock.newestRecord),
      })}
    </p>
  )
}
