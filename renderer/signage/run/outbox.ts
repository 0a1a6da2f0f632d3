import type { GatheredShowing } from '../../../domain/signage/gather-shown.ts'
import type { ShownRecord } from '../../../server/signage/views.ts'
import type { PageStore } from './store.ts'

/** A record that waits to be sent. Its end is kept by the office's time, since the counting clock begins anew with the page. */
export type WaitingRecord = Omit<ShownRecord, 'endedAgo' | 'fromBefore'> & {
  /** Office's time in milliseconds since the epoch. */
  readonly endedAt: number
  /** On the page's counting clock; means nothing to another start of the page. */
  readonly ended: number
  /** Number of its gathering within its start of the page. */
  readonly gathering: number
}

/** A week of a busy screen; beyond it the oldest go, and are counted. */
export const MOST_WAITING = 5000
/** As many as the office takes in one report. */
export const MOST_SENT = 240

/** What waits, and how many had to go. */
export type Outbox = { readonly waiting: readonly WaitingRecord[]; readonly lost: number }

/** Nothing waits. */
export const EMPTY_OUTBOX: Outbox = { waiting: [], lost: 0 }

/**
 * The outbox with more in it, and without the oldest where that is too much: what is lost is counted, so that the gap has a name.
 * @example withMore(outbox, records).lost // 0
 */
export function withMore(outbox: Outbox, more: readonly WaitingRecord[], most = MOST_WAITING): Outbox {
  const all = [...outbox.waiting, ...more]
  const over = Math.max(0, all.length - most)
  return { waiting: all.slice(over), lost: outbox.lost + over }
}

/**
 * The outbox without what the office has on its disk, and without what it will never take: that is lost, and counted.
 * @example withoutSettled(outbox, new Set(answer.accepted), new Set(answer.refused))
 */
export function withoutSettled(
  outbox: Outbox,
  accepted: ReadonlySet<string>,
  refused: ReadonlySet<string> = new Set(),
): Outbox {
  const kept = outbox.waiting.filter(({ id }) => !accepted.has(id))
  const waiting = kept.filter(({ id }) => !refused.has(id))
  return { waiting, lost: outbox.lost + kept.length - waiting.length }
}

/** How many records the next report takes, and whether the oldest is suspected of having spoiled the one before. */
export type Sending = { readonly most: number; readonly isSuspect: boolean }

/** As many as the office takes. */
export const FULL_SENDING: Sending = { most: MOST_SENT, isSuspect: false }

/**
 * What to try after the office refused a report of so many records as a whole: half of them, then one, then none. A report that is
 * refused without any is not refused for their sake.
 * @example afterRefusal(1) // { most: 0, isSuspect: true }
 */
export function afterRefusal(sent: number): Sending {
  return { most: Math.floor(sent / 2), isSuspect: sent === 1 }
}

/**
 * What to try after a report was taken. A record that alone spoiled the report before, while this one without it was understood, is
 * dropped and counted as lost: it would stand in the way of all that comes after it.
 * @example afterTaken(outbox, FULL_SENDING).sending // FULL_SENDING
 */
export function afterTaken(
  outbox: Outbox,
  { most, isSuspect }: Sending,
): { readonly outbox: Outbox; readonly sending: Sending } {
  const [, ...rest] = outbox.waiting
  const isDropped = isSuspect && outbox.waiting.length > 0
  return {
    outbox: isDropped ? { waiting: rest, lost: outbox.lost + 1 } : outbox,
    sending: { most: Math.min(MOST_SENT, Math.max(1, 2 * most)), isSuspect: false },
  }
}

/** What is known of the time when a report is put together. */
export type SendingMoment = {
  readonly bootId: string
  readonly elapsed: number
  /** Office's time in milliseconds since the epoch. */
  readonly office: number
}

/** The oldest, without the beginning of a gathering that has no room whole: its end would lie before what is told then. */
function wholeGatherings(waiting: readonly WaitingRecord[], most: number): readonly WaitingRecord[] {
  const first = waiting.slice(0, most)
  const next = waiting[most]
  const whole = first.filter(
    ({ bootId, gathering }) => bootId !== next?.bootId || gathering !== next.gathering,
  )
  return whole.length > 0 ? whole : first
}

/**
 * The oldest records as a report tells them: by ages. Those of this start count on the clock nobody sets, those from before on
 * the office's time at both ends. What was gathered together goes together, as the office holds it against the report before.
 * @example nextRecords(outbox, moment).length // 3
 */
export function nextRecords(outbox: Outbox, moment: SendingMoment, most = MOST_SENT): ShownRecord[] {
  return wholeGatherings(outbox.waiting, most).map(({ endedAt, ended, gathering: _gathering, ...record }) => {
    const fromBefore = record.bootId !== moment.bootId
    const ago = fromBefore ? moment.office - endedAt : moment.elapsed - ended
    return { ...record, fromBefore, endedAgo: Math.max(0, Math.round(ago)) }
  })
}

/** A gathered record on its way into the outbox; `office` and `elapsed` are the two clocks at one moment. */
export function toWaiting(
  { began, ended, lasted, ...rest }: GatheredShowing,
  { bootId, elapsed, office }: SendingMoment,
): WaitingRecord {
  return {
    ...rest,
    ...{ bootId, ended, endedAt: office - (elapsed - ended) },
    ...{ spanned: Math.round(ended - began), lasted: Math.floor(lasted) },
  }
}

/** Reads what a former start left: what waited, and what was being gathered when the power went. */
export async function readOutbox(store: PageStore): Promise<Outbox> {
  const waiting = (await store.read<WaitingRecord[]>('waiting')) ?? []
  const open = (await store.read<WaitingRecord[]>('open')) ?? []
  const lost = (await store.read<number>('lost')) ?? 0
  const all = Array.isArray(waiting) && Array.isArray(open) ? [...waiting, ...open] : []
  return withMore({ waiting: [], lost: Number.isSafeInteger(lost) ? lost : 0 }, all)
}

/** Writes the outbox and what is being gathered, both or neither. */
export async function writeOutbox(
  store: PageStore,
  outbox: Outbox,
  open: readonly WaitingRecord[],
): Promise<void> {
  await store.write([
    ['waiting', outbox.waiting],
    ['open', open],
    ['lost', outbox.lost],
  ])
}
