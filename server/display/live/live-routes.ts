import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { refuse } from '../../../domain/refusal.ts'
import { input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { openSlots } from '../../../platform/stream-file.ts'
import type { BoardEnv } from '../../trust.ts'
import type { LiveBoard } from './live-board.ts'

// More screens than an office has; whoever finds no place asks every half minute instead.
const MOST_LISTENERS = 64
const HEARTBEAT_MS = 15_000
// Who does not take an event in this time reads no more; the place is somebody else's.
const STALLED_MS = 60_000
const MARK_LENGTH = 80

/** Ends at the next change, at the next heartbeat, or when the listener has gone. */
function nextWord(live: LiveBoard, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      gone.removeEventListener('abort', end)
      leave()
      resolve()
    }
    const timer = setTimeout(end, HEARTBEAT_MS).unref()
    gone.addEventListener('abort', end)
    let leave: () => void = () => undefined
    leave = live.watch(() => queueMicrotask(end))
    if (gone.aborted) end()
  })
}

/** Whether something was done in time, well or not. */
async function inTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), STALLED_MS).unref()
  })
  const done = work.then(
    () => true,
    () => true,
  )
  const isDone = await Promise.race([done, late])
  clearTimeout(timer)
  return isDone
}

/**
 * Tells kiosks and screens of every change the moment it is seen (server-sent events, `LiveEvent`): at once, at each change, and
 * every fifteen seconds. Nothing depends on it: whoever is not let in, or cut off, asks by itself. Refuses `request.busy`.
 * @example app.route('/api/public', liveRoutes(deps)) // GET /api/public/live
 */
export function liveRoutes({ live }: Pick<Deps, 'live'>) {
  const places = openSlots(MOST_LISTENERS)
  const since = z.strictObject({ since: z.string().max(MARK_LENGTH).optional() })
  return new Hono<BoardEnv>().get(
    '/live',
    documented({ file: 'text/event-stream' }),
    input('query', since),
    (c) => {
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' })
      const free = places.take()
      if (free === null) return refused(c, refuse('request.busy'))
      c.header('cache-control', 'no-store')
      return streamSSE(c, async (stream) => {
        const gone = new AbortController()
        stream.onAbort(() => gone.abort())
        let mark =
          (c.req.header('last-event-id') ?? c.req.valid('query').since)?.slice(0, MARK_LENGTH) ?? null
        try {
          while (!gone.signal.aborted && !live.closed()) {
            const event = live.event(mark)
            mark = event.mark
            const data = JSON.stringify(event)
            const wrote = stream.writeSSE({ id: mark, event: 'board', retry: 3000, data })
            if (!(await inTime(wrote))) break
            // What changed while it was written is told at once.
            if (live.version() === event.version) await nextWord(live, gone.signal)
          }
        } finally {
          free()
        }
      })
    },
  )
}
