import { useTranslation } from 'react-i18next'
import type { DisplayState } from '../../../domain/display/display-state.ts'
import type { DisplayRow } from '../../../server/display/public-display/views.ts'

const TONE: Readonly<Record<DisplayState, string>> = {
  SCHEDULED: '',
  ON_DISPLAY: 'runs',
  INTERRUPTED: 'bad',
  ENDED: 'soon',
  NO_OBJECTION: 'soon',
  OBJECTION_OPEN: 'bad',
  OBJECTION_RESOLVED: 'soon',
  RESULT_PUBLISHED: 'done',
  REMOVED_EARLY: 'bad',
  WITHDRAWN: '',
}

/** How a display stands, with the days that are left. */
export function DisplayPill({
  row,
}: {
  readonly row: Pick<DisplayRow, 'state' | 'daysLeft' | 'resultWaits'>
}) {
  const { t } = useTranslation(['display', 'terms'])
  const { state, daysLeft, resultWaits } = row
  const left =
    daysLeft === null
      ? ''
      : daysLeft === 0
        ? t('display:endsToday')
        : t('display:daysLeft', { count: daysLeft })
  const waits = resultWaits && state !== 'NO_OBJECTION' ? t('display:resultWaits') : ''
  return (
    <span className={`pill pub-pill ${daysLeft === 0 ? 'soon' : TONE[state]}`}>
      {waits === '' ? t(`terms:displayState.${state}`) : waits}
      {left === '' ? '' : ` · ${left}`}
    </span>
  )
}
