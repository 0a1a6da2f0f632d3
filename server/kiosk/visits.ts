import type { VisitPurpose } from '../../domain/kiosk/reading-room.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { createPrintJobs } from '../display/print/print-jobs.ts'
import { clockDoubtful } from '../posting/clock-doubt.ts'
import { type Principal, requireRole } from '../principal.ts'
import { sheetRequest } from './visit-views.ts'
import type { SheetRequest } from './views.ts'

/** Who keeps the reading room. */
const KEEPERS = ['HANDLER', 'ADMINISTRATOR'] as const

/**
 * Whether a person may see the log of the reading room: it names visitors. Refuses `trust.role-missing`.
 * @example mayKeepVisits(principal).ok
 */
export function mayKeepVisits(principal: Principal): Result<true> {
  return requireRole(principal, ...KEEPERS)
}

/**
 * Notes a visit at the desk, for somebody who came and was served there. Needs HANDLER or ADMINISTRATOR.
 * @example enterVisit(deps, handler, { purpose: 'RESEARCH', name: '', note: '镇志' })
 */
export function enterVisit(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  principal: Principal,
  visit: { readonly purpose: VisitPurpose; readonly name: string; readonly note: string },
): Result<true> {
  const allowed = mayKeepVisits(principal)
  if (!allowed.ok) return allowed
  const [id, at] = [deps.ids.next(), deps.clock.now()]
  return deps.store.tx((write): Result<true> => {
    const row = { ...visit, id, at, onDay: civilDateOf(at), accountId: principal.id }
    write.readingRoom.addVisit({ ...row, clockDoubtful: clockDoubtful(deps) })
    record(deps, write, principal, 'reading-room.visit', { kind: 'visit', id }, { purpose: visit.purpose })
    return accept(true)
  })
}

/**
 * The clerk's word on a sheet asked for in the reading room: released, it becomes a print job as any other, which the clerk looks
 * at and sends; nothing prints by itself. Needs HANDLER or ADMINISTRATOR; refuses `kiosk.sheet-not-found`,
 * `kiosk.sheet-decided`, and what `createPrintJobs` refuses, for instance when it was withdrawn meanwhile.
 * @example decideSheet(deps, handler, id, true, 'http://127.0.0.1:8632')
 */
export function decideSheet(
  deps: Deps,
  principal: Principal,
  id: string,
  release: boolean,
  address: string,
): Result<SheetRequest> {
  const allowed = mayKeepVisits(principal)
  if (!allowed.ok) return allowed
  const sheet = deps.store.read.readingRoom.sheet(id)
  if (!sheet) return refuse('kiosk.sheet-not-found')
  if (sheet.outcome !== null) return refuse('kiosk.sheet-decided')
  let printJobId: string | null = null
  if (release) {
    const subject = { kind: 'EDITION', hash: sheet.hash, layout: { kind: 'CHINESE' } } as const
    const made = createPrintJobs(deps, principal, [{ subject, templateId: null }], address)
    if (!made.ok) return made
    printJobId = made.value[0]?.id ?? null
  }
  deps.store.tx((write) => {
    const outcome = release ? 'RELEASED' : 'DECLINED'
    const at = deps.clock.now()
    write.readingRoom.endSheet({ sheetId: id, outcome, printJobId, accountId: principal.id, at })
    record(deps, write, principal, 'reading-room.sheet', { kind: 'visit', id: sheet.visitId }, { outcome })
  })
  const done = deps.store.read.readingRoom.sheet(id)
  return done ? accept(sheetRequest(deps, done)) : refuse('kiosk.sheet-not-found')
}

/**
 * Erases the names visitors left before a day, and the notes made of them; the visits stay. What a clock that went ahead put after
 * today goes too, as it would stay until then. Backups of before still hold what was erased. Needs HANDLER or ADMINISTRATOR; refuses `kiosk.names-too-new` for
 * a day after today.
 * @example eraseNames(deps, handler, '2026-10-24')
 */
export function eraseNames(
  deps: Pick<Deps, 'store' | 'clock'>,
  principal: Principal,
  before: string,
): Result<{ readonly erased: number }> {
  const allowed = mayKeepVisits(principal)
  if (!allowed.ok) return allowed
  const today = civilDateOf(deps.clock.now())
  if (before > today) return refuse('kiosk.names-too-new')
  const erased = deps.store.tx((write) => {
    const count = write.readingRoom.eraseNamesBefore(before, today)
    const subject = { kind: 'kiosk', id: 'kiosk' }
    if (count > 0) record(deps, write, principal, 'reading-room.erase-names', subject, { count })
    return count
  })
  // What was written stands in the log file until it is folded in: erased means gone from there as well.
  if (erased > 0) deps.store.database.pragma('wal_checkpoint(TRUNCATE)')
  return accept({ erased })
}
