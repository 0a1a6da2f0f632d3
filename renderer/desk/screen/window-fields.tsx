import { Button, Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { SCREEN_LIMITS } from '../../../domain/signage/screen-limits.ts'
import { isTimeOfDay, type TimeWindow } from '../../../domain/signage/time-window.ts'
import { useWindowWords } from './use-window-words.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const WORKDAY: TimeWindow = { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }

function WindowLine(props: {
  readonly window: TimeWindow
  readonly change: (window: TimeWindow) => void
  readonly remove: () => void
}) {
  const { t } = useTranslation('screen')
  const { dayText } = useWindowWords()
  const { window, change, remove } = props
  const time = (end: 'from' | 'to') => (
    <Input
      className="sc-time"
      value={window[end]}
      maxLength={5}
      inputMode="numeric"
      aria-label={t(`window.${end}`)}
      status={isTimeOfDay(window[end], end) ? '' : 'error'}
      aria-invalid={!isTimeOfDay(window[end], end)}
      onChange={(event) => change({ ...window, [end]: event.target.value.replace('：', ':') })}
    />
  )
  const overnight =
    isTimeOfDay(window.from, 'from') && isTimeOfDay(window.to, 'to') && window.to <= window.from
  return (
    <li className="sc-window">
      <Checkbox.Group
        className="sc-days"
        value={[...window.weekdays]}
        options={WEEKDAYS.map((value) => ({ value, label: dayText(value) }))}
        onChange={(weekdays) => change({ ...window, weekdays: weekdays.map(Number).sort() })}
      />
      <span className="sc-times">
        {time('from')} — {time('to')}
        {overnight ? <span className="sub">{t('window.overnight')}</span> : null}
      </span>
      <Button type="text" size="small" onClick={remove}>
        {t('window.remove')}
      </Button>
      {window.weekdays.length === 0 ? (
        <p className="bad" role="alert">
          {t('window.noDay')}
        </p>
      ) : null}
    </li>
  )
}

/** Time windows by weekday chips and times; none is always. */
export function WindowFields(props: {
  readonly windows: readonly TimeWindow[]
  /** What it means that there is none. */
  readonly none: string
  readonly change: (windows: readonly TimeWindow[]) => void
}) {
  const { t } = useTranslation('screen')
  const { windows, change } = props
  return (
    <div className="sc-windows">
      {windows.length === 0 ? <p className="sc-none">{props.none}</p> : null}
      <ul>
        {windows.map((window, place) => (
          <WindowLine
            // Windows have no identity of their own but their place.
            key={place}
            window={window}
            change={(next) => change(windows.map((one, at) => (at === place ? next : one)))}
            remove={() => change(windows.filter((_, at) => at !== place))}
          />
        ))}
      </ul>
      {windows.length < SCREEN_LIMITS.windows.most ? (
        <Button size="small" onClick={() => change([...windows, WORKDAY])}>
          {t('window.add')}
        </Button>
      ) : null}
    </div>
  )
}
