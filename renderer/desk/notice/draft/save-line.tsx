import { useTranslation } from 'react-i18next'
import type { SaveState } from '../autosave.ts'
import { clockTime } from '../format.ts'

/** How far the text is saved, always in the same place. */
export function SaveLine({ state }: { readonly state: SaveState }) {
  const { t, i18n } = useTranslation('notice')
  const text = () => {
    switch (state.kind) {
      case 'SAVED':
        return t('save.saved', { time: clockTime(state.at, i18n.language) })
      case 'PENDING':
      case 'SAVING':
        return t('save.saving')
      case 'RETRYING':
        return t('save.retrying')
      case 'CONFLICT':
        return t('save.conflict')
    }
  }
  const bad = state.kind === 'RETRYING' || state.kind === 'CONFLICT'
  return (
    <span className={bad ? 'nt-save nt-save-bad' : 'nt-save'} role="status" data-save={state.kind}>
      {text()}
    </span>
  )
}
