import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { glassPlan, type PaneRoom } from '../../../domain/signage/glass-plan.ts'
import { legibilityOf } from '../../../domain/signage/legibility.ts'
import { noticeExtent } from '../../../domain/signage/notice-extent.ts'
import { type Programme, programmeAt } from '../../../domain/signage/programme.ts'
import type { ScreenView, SignageItem, SimulatedFeed } from '../../../server/signage/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { rehearseScreen, SCREENS_KEY } from '../api/screen-api.ts'
import { useBoardDay } from '../duty/use-board-day.ts'
import { officeInstant } from '../emergency/office-instant.ts'
import { GlassFrame } from './glass-frame.tsx'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function wallOf(instant: string): string {
  return instantText(instant).replace(' ', 'T')
}

/** The wall times people ask for most, from an instant on. */
function quickTimes(
  now: string,
): readonly (readonly ['now' | 'hour' | 'night' | 'morning' | 'week', string])[] {
  const today = wallOf(now).slice(0, 10)
  const tomorrow = wallOf(new Date(Date.parse(now) + DAY_MS).toISOString()).slice(0, 10)
  return [
    ['now', wallOf(now)],
    ['hour', wallOf(new Date(Date.parse(now) + HOUR_MS).toISOString())],
    ['night', `${today}T22:00`],
    ['morning', `${tomorrow}T08:00`],
    ['week', wallOf(new Date(Date.parse(now) + 7 * DAY_MS).toISOString())],
  ]
}

function hashesOf(programme: Programme): readonly (readonly [string, readonly string[]])[] {
  if (programme.state === 'CLOSED') return []
  if (programme.state === 'TAKEOVER') return [['TAKEOVER', programme.hashes]]
  return programme.panes.map(({ pane, hashes }) => [pane, hashes] as const)
}

/** What of a notice cannot be read on a part of this screen. */
function Unread({ item, room }: { readonly item: SignageItem; readonly room: PaneRoom | undefined }) {
  const { t } = useTranslation('screen')
  const { content } = item.sheet
  const found = room && legibilityOf(noticeExtent(content.title, content.body), room)
  if (found === undefined || found.outcome === 'LEGIBLE') return null
  return (
    <span className={found.outcome === 'REFUSED' ? 'pill bad' : 'pill'}>
      {t(`rehearsal.unread.${found.reason}`)}
    </span>
  )
}

/** What the screen is to show, as words beside its picture. */
function Contents({ feed }: { readonly feed: SimulatedFeed }) {
  const { t } = useTranslation(['screen', 'terms'])
  const programme = programmeAt(feed, feed.asOf, feed.clockState)
  const scheduled = new Set(feed.simulation.scheduled)
  const { panes } = glassPlan(feed.screen)
  return (
    <div className="sc-contents">
      <ul className="sc-notes">
        {feed.simulation.notes.map((note) => (
          <li key={note}>{t(`screen:note.${note}`)}</li>
        ))}
      </ul>
      {programme.state === 'CLOSED' ? <p>{t('screen:rehearsal.closed')}</p> : null}
      {hashesOf(programme).map(([pane, hashes]) => (
        <section key={pane}>
          <h3>
            {pane === 'TAKEOVER' ? t('screen:rehearsal.takeover') : t(`terms:screenPane.${pane as 'MAIN'}`)}
          </h3>
          {hashes.length === 0 ? <p className="sub">{t('screen:rehearsal.empty')}</p> : null}
          <ol>
            {hashes.map((hash) => {
              const item = feed.items[hash]
              return item === undefined ? null : (
                <li key={hash}>
                  {item.sheet.content.title}
                  {scheduled.has(hash) ? (
                    <span className="pill">{t('screen:rehearsal.scheduled')}</span>
                  ) : null}
                  {programme.state === 'RUNNING' ? (
                    <Unread item={item} room={panes.find((room) => room.pane === pane)} />
                  ) : null}
                </li>
              )
            })}
          </ol>
        </section>
      ))}
      <p className="sub">
        {programme.nextChange === null
          ? t('screen:rehearsal.noChange')
          : t('screen:rehearsal.nextChange', { time: instantText(programme.nextChange) })}
      </p>
    </div>
  )
}

/** Rehearse any day: the very page of the screen at a chosen date and time, and what it shows in words. */
export function Rehearsal({ view }: { readonly view: ScreenView }) {
  const { t } = useTranslation('screen')
  const id = useId()
  // The office's time, not that of this computer's browser.
  const { instant } = useBoardDay()
  const [now] = useState(instant)
  const [wall, setWall] = useState(() => wallOf(now))
  const at = wall === '' ? null : officeInstant(wall)
  const feed = useQuery({
    queryKey: [...SCREENS_KEY, 'rehearsal', view.screen.id, at],
    queryFn: ({ signal }) => rehearseScreen(view.screen.id, at ?? '', signal),
    enabled: at !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <section className="card">
      <h2>{t('rehearsal.title')}</h2>
      <div className="card-body">
        <div className="sc-when">
          <label htmlFor={id}>{t('rehearsal.when')}</label>
          <Input
            id={id}
            className="sc-wall"
            type="datetime-local"
            value={wall}
            onChange={(event) => setWall(event.target.value)}
          />
          <span className="row">
            {quickTimes(now).map(([name, time]) => (
              <Button key={name} size="small" onClick={() => setWall(time)}>
                {t(`rehearsal.quick.${name}`)}
              </Button>
            ))}
          </span>
        </div>
        <RefusalMessage error={feed.error} />
        <div className="sc-rehearsal">
          {at === null ? null : (
            <GlassFrame
              address={`/signage/${encodeURIComponent(view.screen.id)}?at=${encodeURIComponent(at)}`}
              geometry={feed.data?.screen.geometry ?? view.screen.geometry}
            />
          )}
          {feed.data === undefined ? null : <Contents feed={feed.data} />}
        </div>
      </div>
    </section>
  )
}
