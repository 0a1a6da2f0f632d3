import type { RefusedReason } from '../../../domain/signage/legibility.ts'
import type { ScreenHealth, ScreenReport } from '../../../server/signage/views.ts'
import type { LeftOut } from '../stage.ts'
import type { GlassWatch } from './watch-glass.ts'

const MOST_SKIPPED = 200
const MOST_LEFT_OUT = 50

/** What a part of this screen refuses to show, once each with its first reason. */
function refusedOf(leftOut: readonly LeftOut[]): ScreenHealth['leftOut'] {
  const reasons = new Map<string, RefusedReason>()
  for (const one of leftOut) {
    if (one.outcome === 'REFUSED' && !reasons.has(one.hash)) reasons.set(one.hash, one.reason)
  }
  return [...reasons].slice(0, MOST_LEFT_OUT).map(([hash, reason]) => ({ hash, reason }))
}

/**
 * How the screen is, by what gets onto the glass.
 * @example screenHealth(watch, { elapsed: performance.now(), programVersion, leftOut: stage.unread() })
 */
export function screenHealth(
  watch: GlassWatch,
  now: {
    readonly elapsed: number
    readonly programVersion: string
    readonly leftOut: readonly LeftOut[]
  },
): ScreenHealth {
  const { on, since } = watch.standing()
  const { rung, skipped } = watch.ladder()
  return {
    programVersion: now.programVersion,
    progressAgo: Math.max(0, now.elapsed - watch.progressAt()),
    showing: { kind: on?.kind ?? 'SAFE', hash: on?.hash ?? null, page: on?.page ?? 0 },
    shownFor: Math.max(0, now.elapsed - since),
    clock: new Date().toISOString(),
    viewport: { width: window.innerWidth, height: window.innerHeight },
    skipped: skipped.slice(-MOST_SKIPPED),
    leftOut: refusedOf(now.leftOut),
    rung,
  }
}

/** What the office says to a report, or that there was no answer. */
export type Sent =
  | { readonly kind: 'TAKEN'; readonly accepted: ReadonlySet<string>; readonly refused: ReadonlySet<string> }
  /** The report as a whole was not understood: sent again as it is, it would be refused for ever. */
  | { readonly kind: 'REFUSED' }
  /** This token will never be taken again. */
  | { readonly kind: 'OVER' }
  /** No answer, or a server that has other things to do: the same again, later. */
  | { readonly kind: 'AWAY' }

const ANSWER_MS = 20_000
const NOT_UNDERSTOOD: readonly number[] = [400, 413, 422]

function idsOf(list: unknown): ReadonlySet<string> {
  return new Set(Array.isArray(list) ? (list as string[]) : [])
}

/**
 * Sends a report. What is not answered is sent again as it is; what is refused must not be, or it would stand in the way of all that
 * comes after.
 */
export async function sendReport(
  screenId: string,
  token: string,
  report: ScreenReport,
  ask: typeof fetch = fetch,
): Promise<Sent> {
  try {
    const answer = await ask(`/api/public/screens/${encodeURIComponent(screenId)}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-screen-token': token },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const body = (await answer.json().catch(() => ({}))) as {
      accepted?: unknown
      refused?: unknown
      code?: unknown
    }
    if (body.code === 'screen.token-wrong') return { kind: 'OVER' }
    if (answer.ok) return { kind: 'TAKEN', accepted: idsOf(body.accepted), refused: idsOf(body.refused) }
    return { kind: NOT_UNDERSTOOD.includes(answer.status) ? 'REFUSED' : 'AWAY' }
  } catch {
    return { kind: 'AWAY' }
  }
}
