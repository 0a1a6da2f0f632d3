import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PIN_LEAST, PIN_MOST } from '../../../domain/kiosk/pin.ts'
import type { MaintenanceGrant } from '../../../server/kiosk/views.ts'
import { enterPin } from './maintenance-api.ts'
import { refusalWords } from './refusal-words.ts'
import { useMaintenanceTexts } from './use-maintenance-texts.ts'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const

/** Ten keys for the PIN; it is shown as dots, kept in memory, and gone after each try. */
export function PinPad(props: { granted: (grant: MaintenanceGrant) => void }) {
  useMaintenanceTexts()
  const { t } = useTranslation('maintenance')
  const [pin, setPin] = useState('')
  const enter = useMutation({
    mutationFn: async () => enterPin(pin),
    onSuccess: props.granted,
    onSettled: () => setPin(''),
  })
  const ready = pin.length >= PIN_LEAST && !enter.isPending
  const press = (digit: string): void => setPin((before) => (before + digit).slice(0, PIN_MOST))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (/^\d$/.test(event.key)) press(event.key)
    if (event.key === 'Backspace') setPin((before) => before.slice(0, -1))
    if (event.key === 'Enter' && ready && !(event.target instanceof HTMLButtonElement)) enter.mutate()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
  return (
    <div className="pin">
      <p className="pin-ask">{t('pin.ask')}</p>
      <p className="pin-dots" role="status" aria-label={t('pin.typed', { number: pin.length })}>
        {Array.from({ length: Math.max(PIN_LEAST, pin.length) }, (_, at) => (
          <i key={at} data-filled={at < pin.length} />
        ))}
      </p>
      <p className="pin-problem" role="alert">
        {enter.isError && pin === '' ? refusalWords(t, enter.error) : ''}
      </p>
      <div className="pin-keys">
        {DIGITS.map((digit) =>
          digit === '' ? (
            <button
              key="clear"
              type="button"
              disabled={pin === ''}
              onClick={() => setPin((now) => now.slice(0, -1))}
            >
              {t('pin.delete')}
            </button>
          ) : (
            <button key={digit} type="button" disabled={enter.isPending} onClick={() => press(digit)}>
              {digit}
            </button>
          ),
        )}
        <button type="button" className="pin-enter" disabled={!ready} onClick={() => enter.mutate()}>
          {t('pin.enter')}
        </button>
      </div>
    </div>
  )
}
