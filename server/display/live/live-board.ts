import type { Reads } from '../../../db/store.ts'
import { sha256 } from '../../../platform/sha256.ts'
import { clockState } from '../../../domain/notice/publish-time.ts'
import { civilDateOf, type Clock } from '../../../platform/clock.ts'
import type { LiveEvent } from '../../signage/views.ts'
import { expiryTime } from '../public-views.ts'

const LOOK_MS = 1000
// What went down in one go beyond this is found by asking again, not by its number.
const MOST_NAMED = 500
// A withdrawal may bear an instant a little before the event that told of it.
const SLACK_MS = 5000
// The year 2286: a mark beyond it was made up.
const FAR = 1e13

/** Tells of every change of what the public sees, whoever made it: this process, the command line, or time alone. */
export type LiveBoard = {
  /** Changes whenever anything public changed; the same again after a restart while nothing did. */
  readonly version: () => string
  /** What a connection is told that holds this mark; null for a new one. */
  readonly event: (mark: string | null) => LiveEvent
  /** Calls back when the version has changed or the board closes; the returned function ends it. */
  readonly watch: (changed: () => void) => () => void
  /** A mark that is part of the version, for what no log tells of: the snapshot a replica shows. */
  readonly mark: (text: string) => void
  readonly closed: () => boolean
  readonly close: () => void
}

function plus(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString()
}

/**
 * Watches the log and the deadlines once a second while somebody listens; other processes write into the same database, and
 * nothing but the database tells of them.
 * @example openLiveBoard(store.read, systemClock()).version() // '1f-8a60c1d2e3'
 */
export function openLiveBoard(read: Reads, clock: Clock): LiveBoard {
  const listeners = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let marked = ''
  let looked = { newest: -1, open: 0 }
  let told = ''

  function publicSequence(): number {
    const newest = read.live.newestSequence()
    if (newest !== looked.newest) looked = { newest, open: read.live.publicSequence() }
    return looked.open
  }

  function version(): string {
    const now = clock.now()
    const instant = expiryTime(read, now)
    // What time alone changes: days that count down, notices that run out, warnings that give the glass back, the clock's doubt.
    const byTime = [
      civilDateOf(now),
      clockState(now, read.audit.latestInstant()),
      ...read.editionRecord.expired(instant).map(({ editionId }) => editionId),
      ...read.emergency.takeovers(instant).map(({ hash }) => hash),
      marked,
    ]
    return `${publicSequence().toString(36)}-${sha256(byTime.join(' ')).slice(0, 10)}`
  }

  function wentDown(since: string, until: string): string[] {
    const closed = read.placement.closedEditions()
    const rows = [
      ...read.live.withdrawnSince(plus(since, -SLACK_MS), MOST_NAMED),
      ...read.live.ranOutBetween(plus(since, -SLACK_MS), until, MOST_NAMED),
    ]
    // A number that the public was never told is not told by taking it down.
    return [...new Set(rows.filter(({ id }) => !closed.has(id)).map(({ indexNumber }) => indexNumber))]
  }

  function look(): void {
    const now = version()
    if (now === told) return
    told = now
    for (const listener of listeners) listener()
  }

  return {
    version,
    event: (mark) => {
      const asOf = clock.now()
      const now = version()
      const [before, since] = (mark ?? '').split('@')
      const from = Number(since) > 0 && Number(since) < FAR ? Math.trunc(Number(since)) : null
      const changed = before !== now && from !== null
      // While nothing changed the instant stays that of the change, so that nothing between two marks can be missed.
      const kept = before === now && from !== null ? from : Date.parse(asOf)
      return {
        version: now,
        asOf,
        clockState: clockState(asOf, read.audit.latestInstant()),
        withdrawn: changed ? wentDown(new Date(from).toISOString(), expiryTime(read, asOf)) : [],
        mark: `${now}@${String(kept)}`,
      }
    },
    watch: (changed) => {
      if (isClosed) {
        changed()
        return () => undefined
      }
      if (listeners.size === 0) {
        told = version()
        timer = setInterval(look, LOOK_MS).unref()
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) clearInterval(timer)
      }
    },
    mark: (text) => {
      marked = text
    },
    closed: () => isClosed,
    close: () => {
      isClosed = true
      clearInterval(timer)
      for (const listener of listeners) listener()
      listeners.clear()
    },
  }
}
