import type { KioskEventKind } from '../../db/schema/kiosk.ts'
import type { VisitPurpose } from '../../domain/kiosk/reading-room.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { clockDoubtful } from '../posting/clock-doubt.ts'

/** Who stands in the log for what is done at the glass: nobody signs in there. */
export const AT_THE_GLASS = { id: 'kiosk', name: 'kiosk' } as const

/** One thing that happened at the glass and has to be kept: ids, codes and counts. Nobody leaves a name at the glass. */
export type KioskEntry =
  | { readonly kind: Exclude<KioskEventKind, 'PIN_WRONG' | 'PIN_RIGHT' | 'PIN_SET'> }
  | { readonly kind: 'PIN_RIGHT'; readonly address: string | null }
  | { readonly kind: 'PIN_WRONG'; readonly failures: number; readonly address: string | null }
  | { readonly kind: 'VISIT'; readonly id: string; readonly purpose: VisitPurpose }
  | { readonly kind: 'MATERIAL'; readonly visitId: string; readonly indexNumber: string }
  | {
      readonly kind: 'SHEET'
      readonly id: string
      readonly visitId: string
      readonly hash: string
      readonly title: string
    }

/** A try on record: wrong ones in a row from that computer, 0 for a right one; `address` null for the server's own computer. */
export type PinTry = { readonly address: string | null; readonly failures: number; readonly at: string }

/**
 * The one place that everything done at the glass is written to. At the office that is the database; on a replica, whose database
 * is a copy that must not be written, a journal takes its place.
 */
export type KioskLog = {
  /** Argon2id hash of the maintenance PIN of this computer; null when none was set. */
  readonly pinHash: () => string | null
  /** Tries of the PIN in force as they are on record, newest first: what the last run counted. */
  readonly pinTries: () => readonly PinTry[]
  /** Visits of the reading room begun at the glass on a day (`YYYY-MM-DD`). */
  readonly visitsOn: (day: string) => number
  readonly write: (entry: KioskEntry) => void
}

/**
 * The log of the glass in the office's own database.
 * @example officeKioskLog({ store, clock, ids }).write({ kind: 'PIN_RIGHT' })
 */
export function officeKioskLog(deps: Pick<Deps, 'store' | 'clock'>): KioskLog {
  const { read } = deps.store
  return {
    pinHash: () => read.kiosk.pin()?.pinHash ?? null,
    pinTries: () => read.kiosk.pinTries(),
    visitsOn: (day) => read.readingRoom.countFromGlass(day),
    write: (entry) => {
      const at = deps.clock.now()
      deps.store.tx((write) => {
        switch (entry.kind) {
          case 'VISIT': {
            const { id, purpose } = entry
            const onDay = civilDateOf(at)
            const clock = clockDoubtful(deps)
            write.readingRoom.addVisit({
              ...{ id, purpose, name: '', onDay, at },
              ...{ note: '', accountId: null, clockDoubtful: clock },
            })
            return
          }
          case 'MATERIAL':
            write.readingRoom.addMaterial({ visitId: entry.visitId, indexNumber: entry.indexNumber, at })
            return
          case 'SHEET': {
            const { id, visitId, hash, title } = entry
            write.readingRoom.addSheet({ id, visitId, hash, title, at })
            return
          }
          default: {
            const failures = entry.kind === 'PIN_WRONG' ? entry.failures : 0
            const address = 'address' in entry ? entry.address : null
            const clock = clockDoubtful(deps)
            const replicaId = null
            write.kiosk.addEvent({ kind: entry.kind, failures, address, replicaId, clockDoubtful: clock, at })
            recordAtGlass(deps, write, entry.kind, failures)
          }
        }
      })
    },
  }
}

function recordAtGlass(
  deps: Pick<Deps, 'store' | 'clock'>,
  write: Parameters<typeof record>[1],
  kind: KioskEventKind,
  failures: number,
): void {
  const subject = { kind: 'kiosk', id: 'kiosk' }
  if (kind === 'PIN_WRONG') record(deps, write, AT_THE_GLASS, 'kiosk.pin-wrong', subject, { failures })
  else record(deps, write, AT_THE_GLASS, 'kiosk.maintenance', subject, { action: kind })
}
