import { RefusalError } from '../../shared/request.ts'
import type { TFunction } from 'i18next'

const TOLD = [
  'pin-wrong',
  'pin-locked',
  'pin-not-set',
  'grant-ended',
  'visits-too-many',
  'visit-ended',
  'sheets-too-many',
  'sheets-waiting',
  'reading-room-off',
] as const

/** The sentence for what was refused at the glass; few words, since the desk's dictionary of all refusals stays at the desk. */
export function refusalWords(t: TFunction<'maintenance'>, error: unknown): string {
  if (!(error instanceof RefusalError)) return t('refused.other')
  if (error.code === 'request.offline') return t('refused.offline')
  const told = TOLD.find((code) => error.code === `kiosk.${code}`)
  return told === undefined ? t('refused.other') : t(`refused.${told}`, { ...error.params })
}
