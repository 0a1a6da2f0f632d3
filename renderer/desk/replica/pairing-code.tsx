import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PairingCodeView } from '../../../server/replica/views.ts'
import { shownTime } from './shown-time.ts'

type Props = {
  readonly code: PairingCodeView
  readonly addresses: readonly string[]
  readonly again: () => void
}

/** The code, large enough to be read across a desk, and what to type beside it. */
export function PairingCode({ code, addresses, again }: Props) {
  const { t } = useTranslation('replica')
  return (
    <div className="pairing">
      <p className="pairing-code" aria-label={t('desk.code')}>
        {code.code}
      </p>
      <p>{t('desk.until', { time: shownTime(code.until).slice(11) })}</p>
      {addresses.length > 0 ? (
        <p className="sub">{t('desk.address', { address: addresses.join(t('desk.or')) })}</p>
      ) : (
        <p className="bad">{t('desk.noNetwork')}</p>
      )}
      <Button onClick={again}>{t('desk.newCode')}</Button>
    </div>
  )
}
