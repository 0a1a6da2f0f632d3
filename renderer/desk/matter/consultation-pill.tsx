import { useTranslation } from 'react-i18next'
import type { ConsultationState } from '../../../domain/voice/consultation.ts'

/** How far a consultation has come, as a word. */
export function ConsultationPill({ state }: { readonly state: ConsultationState }) {
  const { t } = useTranslation('terms')
  return <span className={`pill mt-pill ${state.toLowerCase()}`}>{t(`consultationState.${state}`)}</span>
}
