import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getDutyCalendar } from '../api/duty-api.ts'
import { href } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { FootingLine } from '../today/today-head.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { DutyCalendarView } from './duty-calendar.tsx'
import { DutyDesk } from './duty-desk.tsx'
import { DUTIES_KEY } from './duty-keys.ts'
import { DutyList } from './duty-list.tsx'
import { useDutyScope } from './duty-scope.ts'
import { EventDialog } from './event-dialog.tsx'
import { PrintList } from './print-list.tsx'
import { ScopeFilters } from './scope-filters.tsx'
import { monthOfAddress, spanAfter, spanOf, weeksOf, type SpanKind } from './span.ts'
import { useBoardDay } from './use-board-day.ts'
import { useSpanWords } from './use-span-words.ts'
import './calendar.css'

/** Duties of a month or a quarter, on the calendar or as a list. */
export function DutiesPage() {
  const { t } = useTranslation('duty')
  const { scope, query, change } = useDutyScope()
  const mayRecord = useHasRole('HANDLER', 'DEPUTY_LEADER')
  const [recording, setRecording] = useState(false)
  const kind: SpanKind = query.get('span') === 'quarter' ? 'quarter' : 'month'
  const view = query.get('view') === 'list' ? 'list' : 'calendar'
  const guess = useBoardDay().today
  const month = monthOfAddress(query.get('at'), guess)
  const span = spanOf(kind, month)
  const spanWords = useSpanWords()
  const weeks = span.months.flatMap((one) => weeksOf(one)).flat()
  const [from, to] = [weeks[0] ?? span.from, weeks.at(-1) ?? span.to]
  const calendar = useQuery({
    queryKey: [...DUTIES_KEY, 'calendar', from, to, scope],
    queryFn: ({ signal }) => getDutyCalendar({ ...scope, from, to }, signal),
    staleTime: 0,
    placeholderData: (before) => before,
  })
  const footing = calendar.data?.footing
  const today = footing?.today ?? guess
  const step = (spans: number) => change({ at: spanAfter(kind, month, spans), day: '' })
  return (
    <DutyDesk today={today}>
      <PageHead
        title={t('calendar.title')}
        {...(footing === undefined ? {} : { sub: <FootingLine footing={footing} /> })}
      >
        <a className="nt-button" href={href('/duties/villages')}>
          {t('villages.title')}
        </a>
        <PrintList span={span} scope={scope} name={spanWords(kind, span)} />
        {mayRecord && footing !== undefined && (
          <Button onClick={() => setRecording(true)}>{t('event.open')}</Button>
        )}
      </PageHead>
      <div className="dc-bar">
        <div className="dc-step">
          <Button aria-label={t(`calendar.before.${kind}`)} onClick={() => step(-1)}>
            {'‹'}
          </Button>
          <h2 aria-live="polite">{spanWords(kind, span)}</h2>
          <Button aria-label={t(`calendar.after.${kind}`)} onClick={() => step(1)}>
            {'›'}
          </Button>
          <Button onClick={() => change({ at: '', day: '' })}>{t('calendar.now')}</Button>
        </div>
        <Segmented
          aria-label={t('calendar.span')}
          name="span"
          value={kind}
          options={[
            { value: 'month', label: t('calendar.month') },
            { value: 'quarter', label: t('calendar.quarter') },
          ]}
          onChange={(one) => change({ span: one === 'quarter' ? 'quarter' : '', day: '' })}
        />
        <Segmented
          aria-label={t('calendar.view')}
          name="view"
          value={view}
          options={[
            { value: 'calendar', label: t('calendar.asCalendar') },
            { value: 'list', label: t('calendar.asList') },
          ]}
          onChange={(one) => change({ view: one === 'list' ? 'list' : '' })}
        />
        <ScopeFilters />
      </div>
      {view === 'list' ? (
        <DutyList span={span} scope={scope} />
      ) : (
        <DutyCalendarView query={calendar} months={span.months} today={today} scope={scope} />
      )}
      {recording && footing !== undefined && (
        <EventDialog footing={footing} close={() => setRecording(false)} />
      )}
    </DutyDesk>
  )
}
