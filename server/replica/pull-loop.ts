import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { VERSION } from '../../platform/version.ts'
import type { Work } from '../work/work.ts'
import type { Journal } from './journal.ts'
import { diskFault, isDiskFault } from './office-client.ts'
import { type Pulled, clientOf, pullSnapshot } from './pull.ts'
import {
  type Current,
  type LastPull,
  type Pairing,
  readState,
  replicaPlaces,
  writeState,
} from './replica-folder.ts'
import { reportAcknowledgedSchema } from './public-schemas.ts'
import type { ReplicaReport } from './views.ts'

/** What the loop needs of the running replica. */
export type LoopParts = {
  readonly dataFolder: string
  readonly clock: Clock
  readonly work: Work
  /** The journal of the office that is asked: a turn may outlive the pairing it began under. */
  readonly journalOf: (pairing: Pairing) => Journal
  /** What is on show at this moment; null while it is nothing. */
  readonly shown: () => Current | null
  /** Shows a generation; refusing leaves the former one. */
  readonly switchTo: (current: Current) => Promise<Result<true>>
  /** Builds what is on show again out of its own pieces if the disk spoilt it. */
  readonly mend: () => Promise<void>
  readonly spoilt: (generation: string) => boolean
  /** Told the office's time as it signed it. */
  readonly heard: (officeTime: string) => void
  /** Told after every turn. */
  readonly looked: () => void
}

/** A replica's way to its office. */
export type PullLoop = {
  /** One turn now: pulls, and hands the journal over. Turns never overlap; one of a former pairing is waited for, not joined. */
  readonly turn: () => Promise<Result<Pulled>>
  readonly last: () => LastPull | null
  /** Whether the office took a report a moment ago. */
  readonly inTouch: () => boolean
  readonly close: () => Promise<void>
}

const EVERY_MS = 60_000
const LONGEST_MS = 10 * 60_000
/** What was withdrawn must not stay on show much longer than this, however long a large board takes to build. */
const LONGEST_REST_MS = 3 * 60_000
const TOUCH_MS = 3 * EVERY_MS
/** Reports in one turn; the rest waits for the next, so that content never waits for evidence. */
const REPORTS = 20

/**
 * Opens the loop: a turn a minute, slower while the office does not answer. Nothing that goes wrong in it stops what is shown, and
 * evidence and content do not wait for one another's success.
 * @example const loop = openPullLoop(parts)
 */
export function openPullLoop(parts: LoopParts): PullLoop {
  const { dataFolder, clock } = parts
  const places = replicaPlaces(dataFolder)
  let last = readState<LastPull>(places.lastPull)
  let touchedAt = -Infinity
  let stopped = false
  let wait = EVERY_MS
  let timer: NodeJS.Timeout | undefined
  let running: { readonly by: string | null; readonly turn: Promise<Result<Pulled>> } | null = null

  const report = async (): Promise<number | null> => {
    const paired = clientOf(dataFolder, clock)
    if (!paired.ok) return null
    const journal = parts.journalOf(paired.value.pairing)
    let drift: number | null = null
    for (let sent = 0; sent < REPORTS && !stopped; sent++) {
      const entries = journal.pending()
      const body: ReplicaReport = {
        snapshotSequence: readState<Current>(places.current)?.sequence ?? null,
        programVersion: VERSION,
        lost: journal.lost(),
        entries,
      }
      const request = {
        method: 'POST',
        path: '/api/public/replica/reports',
        body: JSON.stringify(body),
      } as const
      const came = await paired.value.client.json(request, 64 * 1024)
      const answer = came.ok ? reportAcknowledgedSchema.safeParse(came.value) : null
      if (answer?.success !== true) return drift
      touchedAt = clock.elapsed()
      drift = Math.round((Date.parse(clock.now()) - Date.parse(answer.data.now)) / 1000)
      journal.acknowledge(answer.data.acknowledged)
      if (entries.length === 0 || answer.data.acknowledged < (entries.at(-1)?.sequence ?? 0)) return drift
    }
    return drift
  }
  /** Puts on show what was pulled, also what an earlier turn could not. */
  const show = async (current: Current): Promise<Result<true>> => {
    if (current.generation === parts.shown()?.generation) return accept(true)
    try {
      return await parts.switchTo(current)
    } catch (error) {
      if (isDiskFault(error)) return diskFault(error)
      return refuse('replica.snapshot-invalid', { reason: 'switch' })
    }
  }
  const turn = async (): Promise<Result<Pulled>> => {
    const begun = clock.elapsed()
    await parts.mend()
    const { heard, spoilt, work } = parts
    const pulled = await pullSnapshot({ dataFolder, clock, work, heard, spoilt, stopped: () => stopped })
    const current = pulled.ok ? pulled.value.current : readState<Current>(places.current)
    const shown = current === null ? accept<true>(true) : await show(current)
    const drift = await report()
    const outcome = pulled.ok && !shown.ok ? shown : pulled
    last = {
      at: clock.now(),
      refusal: outcome.ok ? null : outcome.code,
      // Only what is on show is as new as that.
      checkedAt: outcome.ok ? outcome.value.checkedAt : (last?.checkedAt ?? null),
      drift: drift ?? last?.drift ?? null,
    }
    try {
      writeState(places.lastPull, last)
    } catch {
      // A note for the page; on a full disk it is told from memory.
    }
    // Building a large board takes a weak computer minutes: some of its time is for whoever stands before it.
    const rest = Math.min(Math.max(EVERY_MS, 2 * (clock.elapsed() - begun)), LONGEST_REST_MS)
    wait = outcome.ok ? rest : Math.min(wait * 2, LONGEST_MS)
    parts.looked()
    return outcome
  }
  const once = async (): Promise<Result<Pulled>> => {
    const by = readState<Pairing>(places.pairing)?.replicaId ?? null
    if (running?.by === by) return running.turn
    const former = running?.turn.catch(() => undefined) ?? Promise.resolve()
    const mine = {
      by,
      turn: former.then(turn).finally(() => {
        if (running === mine) running = null
      }),
    }
    running = mine
    return mine.turn
  }
  const next = (after: number): void => {
    timer = setTimeout(() => {
      // A full disk or a fault of ours must not end the loop: what is shown stays, the next turn tries again.
      once()
        .catch(() => {
          wait = Math.min(wait * 2, LONGEST_MS)
        })
        .finally(() => {
          if (!stopped) next(wait)
        })
    }, after).unref()
  }
  next(0)
  return {
    turn: once,
    last: () => last,
    inTouch: () => clock.elapsed() - touchedAt < TOUCH_MS,
    close: async () => {
      stopped = true
      clearTimeout(timer)
      // The builder is ended with it; what is half built is thrown away at the next start.
      await parts.work.close()
      await running?.turn.catch(() => undefined)
    },
  }
}
