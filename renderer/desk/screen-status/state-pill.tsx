import { useTranslation } from 'react-i18next'
import type { ScreenState } from '../../../domain/signage/screen-state.ts'

const TONE: Readonly<Record<ScreenState, string>> = {
  NEVER: '',
  WELL: 'done',
  PARTLY: 'soon',
  SILENT: 'bad',
  STUCK: 'bad',
  SAFE: 'soon',
  CLOSED: '',
}

/** How a screen is, in one word. */
export function StatePill({ state }: { readonly state: ScreenState }) {
  const { t } = useTranslation('screen-status')
  return <span className={`pill ${TONE[state]}`}>{t(`state.${state}`)}</span>
}
