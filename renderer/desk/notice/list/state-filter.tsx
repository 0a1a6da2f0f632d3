import { useTranslation } from 'react-i18next'
import { NOTICE_STATES, type NoticeState } from '../../../../domain/notice/notice-state.ts'

/** The states with how many notices stand in each. */
export function StateFilter(props: {
  readonly chosen: NoticeState | null
  readonly counts: Readonly<Record<NoticeState, number>> | null
  readonly choose: (state: NoticeState | null) => void
}) {
  const { t } = useTranslation(['notice', 'terms'])
  const { counts } = props
  const all = counts === null ? null : NOTICE_STATES.reduce((sum, state) => sum + counts[state], 0)
  const key = (state: NoticeState | null, label: string, count: number | null) => (
    <button
      key={label}
      type="button"
      aria-pressed={props.chosen === state}
      className={props.chosen === state ? 'nt-filter nt-filter-on' : 'nt-filter'}
      onClick={() => {
        props.choose(state)
      }}
    >
      {label}
      <em>{count ?? ''}</em>
    </button>
  )
  return (
    <div className="nt-filter-row" role="group" aria-label={t('notice:list.states')}>
      {key(null, t('notice:list.all'), all)}
      {NOTICE_STATES.map((state) => key(state, t(`terms:noticeState.${state}`), counts?.[state] ?? null))}
    </div>
  )
}
