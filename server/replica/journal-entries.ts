import { z } from 'zod'
import type { Reads, Writes } from '../../db/store.ts'
import { VISIT_PURPOSES } from '../../domain/kiosk/reading-room.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { AT_THE_GLASS, type KioskEntry } from '../kiosk/kiosk-log.ts'
import type { CameReport } from '../signage/evidence-sink.ts'
import { judgeRecords, reportSchema } from '../signage/report-schema.ts'
import type { AskingReplica } from './replica-trust.ts'
import type { JournalEntry } from './views.ts'

const id = z.string().min(1).max(64)
const address = z.string().max(64).nullable()

const screenSchema = z.strictObject({
  screenId: id,
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/u),
  report: reportSchema,
})

/** What of the kiosk's log a replica sends; a visitor's name never leaves the glass there. */
const kioskSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['RELOAD', 'SELF_CHECK', 'CLEAR_VISIT', 'LEAVE_KIOSK']) }),
  z.strictObject({ kind: z.literal('PIN_RIGHT'), address }),
  z.strictObject({ kind: z.literal('PIN_WRONG'), failures: z.int().min(1).max(1000), address }),
  z.strictObject({ kind: z.literal('VISIT'), id, purpose: z.enum(VISIT_PURPOSES) }),
  z.strictObject({ kind: z.literal('MATERIAL'), visitId: id, indexNumber: z.string().max(200) }),
  z.strictObject({
    kind: z.literal('SHEET'),
    id,
    visitId: id,
    hash: z.string().max(64),
    title: z.string().max(300),
  }),
])

/**
 * A line of the glass as a replica's journal keeps it: without the name a visitor may have left.
 * @example kioskPayload({ kind: 'VISIT', id, purpose: 'RESEARCH', name: '孙平' }) // no name
 */
export function kioskPayload(entry: KioskEntry): unknown {
  if (entry.kind !== 'VISIT') return entry
  const { kind, id: visitId, purpose } = entry
  return { kind, id: visitId, purpose }
}

/**
 * A screen's report as a replica's journal keeps it; when it came and by which clock stands in the line itself.
 * @example screenPayload(came)
 */
export function screenPayload({ screenId, tokenHash, report }: CameReport): unknown {
  return { screenId, tokenHash, report }
}

/** What became of a line: on record; refused for good, in whole or in part; not to be had now. */
export type Taking = 'TAKEN' | 'REFUSED' | 'LATER'

/** Beyond so many seconds apart the replica's clock proves nothing; a few seconds are the way over the network. */
const MOST_DRIFT_S = 60

/**
 * Takes one line of a replica's journal to where such things are kept at the office, under the replica's name. A time later than
 * now is none, and none is proven by a clock that the office has just found to be wrong. What can never be taken is refused, so that
 * it does not stop what comes after it; a line that is on record already counts once.
 * @example await takeJournalEntry(deps, asking, entry) // 'TAKEN'
 */
export async function takeJournalEntry(
  deps: Deps,
  { replica, drift }: AskingReplica,
  entry: JournalEntry,
): Promise<Taking> {
  const now = deps.clock.now()
  const at = entry.at < now ? entry.at : now
  const ahead = (Date.parse(entry.at) - Date.parse(now)) / 1000
  const clockDoubt = !entry.clockTrusted || ahead > MOST_DRIFT_S || Math.abs(drift) > MOST_DRIFT_S
  const replicaId = replica.id
  if (entry.kind === 'SCREEN_REPORT') {
    const came = screenSchema.safeParse(entry.payload)
    if (!came.success) return 'REFUSED'
    const { report, unfit } = judgeRecords(came.data.report)
    const taken = await deps.evidence.take({ ...came.data, report, receivedAt: at, clockDoubt, replicaId })
    if (!taken.ok) return taken.code === 'request.busy' ? 'LATER' : 'REFUSED'
    return taken.value.refused.length + unfit.length > 0 ? 'REFUSED' : 'TAKEN'
  }
  const came = kioskSchema.safeParse(entry.payload)
  if (!came.success) return 'REFUSED'
  const { run, sequence } = entry
  return takeKioskEntry(deps, replicaId, { ...came.data, at, clockDoubt, run, sequence })
}

type CameKiosk = z.infer<typeof kioskSchema> & {
  readonly at: string
  readonly clockDoubt: boolean
  readonly run: string
  readonly sequence: number
}

function takeKioskEntry(deps: Deps, replicaId: string, came: CameKiosk): Taking {
  try {
    // In one transaction with what it says: killed in between, the same line would be written twice.
    return deps.store.tx((write, read) => {
      write.replica.contact(replicaId, { journalRun: came.run, journalSequence: came.sequence })
      return keepKioskEntry(deps, { write, read }, replicaId, came)
    })
  } catch (error) {
    // Whatever a table does not take of what a stranger wrote must not stand before all that comes after it.
    if (!String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw error
    return 'REFUSED'
  }
}

function keepKioskEntry(
  deps: Deps,
  { write, read }: { readonly write: Writes; readonly read: Reads },
  replicaId: string,
  came: CameKiosk,
): Taking {
  const { at } = came
  switch (came.kind) {
    case 'VISIT':
      // Handed over before, perhaps under a former pairing whose answer was lost.
      if (read.readingRoom.visit(came.id)) return 'TAKEN'
      write.readingRoom.addVisit({
        ...{ id: came.id, purpose: came.purpose, name: '', onDay: civilDateOf(at), at },
        ...{ note: '', accountId: null, clockDoubtful: came.clockDoubt },
      })
      return 'TAKEN'
    case 'MATERIAL':
      if (!read.readingRoom.visit(came.visitId)) return 'REFUSED'
      write.readingRoom.addMaterial({ visitId: came.visitId, indexNumber: came.indexNumber, at })
      return 'TAKEN'
    case 'SHEET': {
      const { id: sheetId, visitId, hash, title } = came
      if (!read.readingRoom.visit(visitId)) return 'REFUSED'
      write.readingRoom.addSheet({ id: sheetId, visitId, hash, title, at })
      return 'TAKEN'
    }
    default: {
      const failures = came.kind === 'PIN_WRONG' ? came.failures : 0
      const from = 'address' in came ? came.address : null
      const event = { kind: came.kind, failures, address: from, replicaId, at }
      write.kiosk.addEvent({ ...event, clockDoubtful: came.clockDoubt })
      const subject = { kind: 'replica', id: replicaId }
      if (came.kind === 'PIN_WRONG')
        record(deps, write, AT_THE_GLASS, 'kiosk.pin-wrong', subject, { failures })
      else record(deps, write, AT_THE_GLASS, 'kiosk.maintenance', subject, { action: came.kind })
      return 'TAKEN'
    }
  }
}
