import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarView } from '../../../server/duty/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { CALENDAR_KEY, getCalendar } from '../api/calendar-api.ts'
import { todayOf } from '../duty/today-of.ts'
import { useHasRole, useOpenDesk } from '../shell/session-context.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import './calendar.css'
import { CalendarChanges } from './calendar-changes.tsx'
import { KnownSigners } from './known-signers.tsx'
import { LocalDays } from './local-days.tsx'
import { emptyYear, type YearToType } from './type-year.tsx'
import { linesOf } from './typed-year.ts'
import { UpdateCalendar } from './update-calendar.tsx'
import { YearCard } from './year-card.tsx'

/** What typing the year shown begins with: what is on record of it, to be corrected, or the usual holidays. */
function toType(view: CalendarView, year: number): YearToType {
  const shown = view.year
  if (shown?.year !== year || !view.years.includes(year)) return emptyYear(year)
  return { year, source: shown.version === 0 ? '' : shown.source, lines: linesOf(shown.days, year) }
}

/** The working-day calendar: how far it reaches, each year on one sheet, local days, updates and their record. */
export function CalendarPage() {
  const { t, i18n } = useTranslation('calendar')
  const today = todayOf(useOpenDesk().clock.now)
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [typing, setTyping] = useState<YearToType | null>(null)
  const mayTake = useHasRole('ADMINISTRATOR', 'DEPUTY_LEADER')
  const mayPreview = useHasRole('ADMINISTRATOR', 'DEPUTY_LEADER', 'HANDLER')
  const query = useQuery({
    queryKey: [...CALENDAR_KEY, year],
    queryFn: () => getCalendar(year),
    placeholderData: keepPreviousData,
  })
  return (
    <QueryBody query={query}>
      {(view) => {
        const { from, to } = view.coverage
        const localDays = view.year?.year === year ? view.year.localDays : []
        return (
          <>
            <PageHead
              title={t('title')}
              sub={t('sub', { from: dayText(from, '', i18n.language), to: dayText(to, '', i18n.language) })}
            />
            <div className="calendar-columns">
              <YearCard
                view={view}
                year={year}
                today={today}
                show={setYear}
                type={mayPreview ? () => setTyping(toType(view, year)) : null}
              />
              <div>
                {mayPreview && (
                  <UpdateCalendar
                    mayTake={mayTake}
                    typing={typing}
                    type={() => setTyping(emptyYear((view.years.at(-1) ?? year) + 1))}
                    close={() => setTyping(null)}
                    taken={setYear}
                  />
                )}
                <LocalDays key={year} days={localDays} year={year} today={today} mayChange={mayTake} />
                <CalendarChanges keys={view.keys} today={today} />
                <KnownSigners keys={view.keys} />
              </div>
            </div>
          </>
        )
      }}
    </QueryBody>
  )
}
