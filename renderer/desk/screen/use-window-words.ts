import { useTranslation } from 'react-i18next'
import type { TimeWindow } from '../../../domain/signage/time-window.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** A run of weekdays that follow each other. */
function runs(weekdays: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const day of [...weekdays].sort((one, other) => one - other)) {
    const last = found.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else found.push([day, day])
  }
  return found
}

/** Time windows in words: `周一至周五 08:00—18:00`. */
export function useWindowWords() {
  const { t } = useTranslation('screen')
  const dayText = (day: number) => t(`weekday.${String(WEEKDAYS.find((one) => one === day) ?? 1) as '1'}`)
  const daysText = (weekdays: readonly number[]) =>
    weekdays.length === 7
      ? t('window.daily')
      : runs(weekdays)
          .map(([from, to]) =>
            from === to
              ? dayText(from)
              : to === from + 1
                ? t('window.two', { from: dayText(from), to: dayText(to) })
                : t('window.run', { from: dayText(from), to: dayText(to) }),
          )
          .join(t('window.and'))
  const windowText = ({ weekdays, from, to }: TimeWindow) =>
    t(to > from ? 'window.words' : 'window.wordsOvernight', { days: daysText(weekdays), from, to })
  return {
    dayText,
    windowText,
    windowsText: (windows: readonly TimeWindow[]) => windows.map(windowText).join(t('window.between')),
  }
}
