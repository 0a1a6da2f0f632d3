import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { Reads } from '../../db/store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { KioskEntry, KioskLog } from '../kiosk/kiosk-log.ts'
import type { CameReport, EvidenceSink, ScreenToken } from '../signage/evidence-sink.ts'
import { kioskPayload, screenPayload } from './journal-entries.ts'
import type { Journal } from './journal.ts'
import type { PairedScreens } from './paired-screens.ts'
import type { JournalKind } from './views.ts'

/** What both need of the running replica. */
export type SinkParts = {
  readonly journal: Journal
  readonly clock: Clock
  readonly clockTrusted: () => boolean
  readonly read: () => Reads
  /** Whether the office took a report a moment ago: then plain words of health are worth passing on. */
  readonly inTouch: () => boolean
  readonly paired: PairedScreens
  /** Asks the office to pair a screen; only it knows the codes. */
  readonly pairAtOffice: (screenId: string, code: string) => Promise<Result<ScreenToken>>
}

const HEALTH_EVERY_MS = 15 * 60_000

function write(parts: SinkParts, kind: JournalKind, payload: unknown, clockDoubt = false): void {
  const clockTrusted = parts.clockTrusted() && !clockDoubt
  parts.journal.append({ kind, at: parts.clock.now(), clockTrusted, payload })
}

/** Paired as the office's snapshot says, or here a moment ago. */
function isPaired({ read, paired }: SinkParts, { screenId, tokenHash }: CameReport): boolean {
  return (
    read().screenEvidence.pairingByToken(tokenHash)?.screenId === screenId || paired.has(screenId, tokenHash)
  )
}

/**
 * What screens tell a replica: into the journal, synced before it is acknowledged. What was on the glass always; mere health as
 * long as the office is in touch, else four times an hour, so that months alone do not fill the disk. Strangers on the network write
 * nothing: a token that is not paired is refused, or told to come again while the office cannot be asked for newer ones.
 * @example journalEvidence(parts).take(came)
 */
export function journalEvidence(parts: SinkParts): EvidenceSink {
  const healthAt = new Map<string, number>()
  return {
    take: (came) => {
      if (!parts.read().screen.byId(came.screenId)) return refuse('screen.not-found')
      if (!isPaired(parts, came)) return refuse(parts.inTouch() ? 'screen.token-wrong' : 'request.busy')
      const now = parts.clock.elapsed()
      const due = now - (healthAt.get(came.screenId) ?? -HEALTH_EVERY_MS) >= HEALTH_EVERY_MS
      if (came.report.shown.length > 0 || parts.inTouch() || due) {
        healthAt.set(came.screenId, now)
        write(parts, 'SCREEN_REPORT', screenPayload(withoutPicture(came, parts.inTouch())), came.clockDoubt)
      }
      const accepted = came.report.shown.map(({ id }) => id)
      return accept({ accepted, refused: [], asOf: parts.clock.now() })
    },
    pair: async (screenId, code) => {
      const given = await parts.pairAtOffice(screenId, code)
      if (given.ok) parts.paired.keep(screenId, sha256(given.value.token))
      return given
    },
  }
}

/** A picture of months ago helps nobody, and is larger than a day of evidence. */
function withoutPicture(came: CameReport, inTouch: boolean): CameReport {
  return inTouch ? came : { ...came, report: { ...came.report, picture: null } }
}

/**
 * What is done at a replica's glass: into the journal. It has no maintenance PIN of its own; a visitor's name stays nowhere.
 * @example journalKioskLog(parts).write({ kind: 'RELOAD' })
 */
export function journalKioskLog(parts: SinkParts): KioskLog {
  const visits = new Map<string, number>()
  return {
    pinHash: () => null,
    pinTries: () => [],
    visitsOn: (day) => visits.get(day) ?? 0,
    write: (entry: KioskEntry) => {
      if (entry.kind === 'VISIT') {
        const day = parts.clock.now().slice(0, 10)
        visits.set(day, (visits.get(day) ?? 0) + 1)
      }
      write(parts, 'KIOSK_EVENT', kioskPayload(entry))
    },
  }
}
