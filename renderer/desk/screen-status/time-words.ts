import { useTranslation } from 'react-i18next'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/**
 * A length of time in words, in its largest unit.
 * @example lengthOf(7300) // { unit: 'hours', number: 2 }
 */
export function lengthOf(seconds: number): {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days'
  readonly number: number
} {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < MINUTE) return { unit: 'seconds', number: whole }
  if (whole < HOUR) return { unit: 'minutes', number: Math.floor(whole / MINUTE) }
  return whole < DAY
    ? { unit: 'hours', number: Math.floor(whole / HOUR) }
    : { unit: 'days', number: Math.floor(whole / DAY) }
}

/** Says a length of time in the desk's language. */
export function useLengthWords(): (seconds: number) => string {
  const { t } = useTranslation('screen-status')
  return (seconds) => {
    const { unit, number } = lengthOf(seconds)
    return t(`length.${unit}`, { number })
  }
}
