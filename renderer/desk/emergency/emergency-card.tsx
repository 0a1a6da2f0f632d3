import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EmergencyClock, EmergencyList, EmergencyView } from '../../../server/notice/emergency/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EndButton } from './end-button.tsx'
import { PublishedWord } from './published-word.tsx'
import { WordForm } from './word-form.tsx'

const MINUTE_MS = 60_000

function RunningClock({
  clock,
  name,
  now,
}: {
  readonly clock: EmergencyClock
  readonly name: string
  readonly now: number
}) {
  const { t } = useTranslation('emergency')
  // A duty that somebody has moved may count days: then there is a day, and no minutes to count down.
  const minutes = clock.dueAt === null ? 0 : Math.floor((Date.parse(clock.dueAt) - now) / MINUTE_MS)
  const late = minutes < 0
  const time = t('clock.hours', {
    hours: Math.floor(Math.abs(minutes) / 60),
    minutes: Math.abs(minutes) % 60,
  })
  const tone =
    clock.closedAt !== null ? 'em-clock em-clock-done' : late ? 'em-clock em-clock-late' : 'em-clock'
  return (
    <div className={tone}>
      <span>{name}</span>
      <b>
        {clock.closedAt !== null
          ? t('clock.done', { time: instantText(clock.closedAt) })
          : clock.dueAt === null
            ? t('clock.due', { time: clock.due })
            : t(late ? 'clock.over' : 'clock.left', { time })}
      </b>
      <small>
        {clock.dueAt === null ? '' : `${t('clock.due', { time: instantText(clock.dueAt) })}　`}
        {clock.basis}
        {clock.verified === 'UNVERIFIED' ? `　${t('clock.unverified')}` : ''}
      </small>
    </div>
  )
}

/** One emergency: its clocks, what was published, and the next word. */
export function EmergencyCard(props: {
  readonly emergency: EmergencyView
  readonly list: EmergencyList
  /** The board's own time in milliseconds. */
  readonly now: number
  /** It was opened a moment ago: the form stands open. */
  readonly writing: boolean
}) {
  const { t } = useTranslation('emergency')
  const { emergency, now } = props
  const acts = useHasRole('HANDLER', 'REVIEWER', 'DEPUTY_LEADER')
  const running = emergency.end === null
  const [writing, setWriting] = useState(props.writing || (running && emergency.notices.length === 0))
  return (
    <section className="card em-card" aria-label={emergency.event}>
      <h2>
        <span className="strong">{t(`kinds.${emergency.kind}`)}</span>
        <span className="sub">
          {t('list.started', { time: instantText(emergency.startedAt), name: emergency.openedBy.name })}
        </span>
        {running && acts ? <EndButton id={emergency.id} /> : null}
      </h2>
      <p>{emergency.event}</p>
      <div className="em-clocks">
        <RunningClock clock={emergency.first} name={t('clock.first')} now={now} />
        <RunningClock clock={emergency.followUp} name={t('clock.followUp')} now={now} />
      </div>
      {emergency.end === null ? null : (
        <p className="sub">
          {t('list.endedLine', {
            time: instantText(emergency.end.at),
            name: emergency.end.by.name,
            reason: emergency.end.reason,
          })}
        </p>
      )}
      {emergency.notices.map((word) => (
        <PublishedWord key={word.noticeId} word={word} />
      ))}
      {running && acts && writing ? (
        <WordForm emergency={emergency} list={props.list} now={now} done={() => setWriting(false)} />
      ) : null}
      {running && acts && !writing ? (
        <Button onClick={() => setWriting(true)}>{t('word.next')}</Button>
      ) : null}
    </section>
  )
}
