import {
  NETWORK_VISITS_A_DAY,
  VISIT_LIMITS,
  VISITS_A_DAY,
  type VisitPurpose,
  WAITING_SHEETS,
} from '../../domain/kiosk/reading-room.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { publicEdition, publicNotice } from '../display/public-views.ts'
import { THIS_COMPUTER } from './caller.ts'
import { kioskRules } from './settings.ts'
import type { VisitTicket } from './views.ts'

/** Visits of the reading room that are open on some glass, held by a secret in its memory. */
export type OpenVisits = {
  /** Writes a visit of a caller (`callerOf`) into the log. Refuses `kiosk.reading-room-off`, `kiosk.visits-too-many`. */
  readonly begin: (purpose: VisitPurpose, caller: string) => Result<VisitTicket>
  /** A notice was opened. Refuses `kiosk.visit-ended`, `notice.not-found`. */
  readonly material: (ticket: string, indexNumber: string) => Result<true>
  /** A sheet is wanted. Refuses `kiosk.visit-ended`, `kiosk.sheets-too-many`, `kiosk.sheets-waiting`, `notice.not-found`. */
  readonly sheet: (ticket: string, hash: string) => Result<true>
}

type Visit = {
  readonly id: string
  readonly from: Computer
  readonly until: number
  readonly materials: Set<string>
  readonly sheets: Set<string>
}

/** What one computer used up. */
type Computer = {
  day: string
  visits: number
  begunAt: number
  /** Sheets asked for that may still wait, and the day of each. */
  sheets: readonly { readonly id: string; readonly day: string }[]
}

// Nobody reads longer at a kiosk; a ticket lost with its page must not live on.
const LONGEST_MS = 4 * 60 * 60_000
const MOST_OPEN = 20
// The one that began the longest ago is forgotten first; the bound of the whole network stays on record.
const MOST_COMPUTERS = 200
// One visit after the other, not a script: the glass is open to the whole network.
const APART_MS = 3000

/**
 * Keeps the open visits, in memory: after a restart the visitor enters the purpose once more. The public mount may be on the
 * network, so everything is bounded for each computer, and for the network as a whole: visits a day, notices and sheets a visit,
 * sheets that wait for the desk; and only what the public may see is noted.
 * @example openVisits(deps).begin('OWN_AFFAIRS', THIS_COMPUTER)
 */
export function openVisits(deps: Pick<Deps, 'kioskLog' | 'store' | 'clock' | 'ids'>): OpenVisits {
  const { clock, ids, kioskLog, store } = deps
  const open = new Map<string, Visit>()
  const computers = new Map<string, Computer>()
  const today = () => civilDateOf(clock.now())

  function find(ticket: string): Result<Visit> {
    if (!kioskRules(store.read).readingRoom) return refuse('kiosk.reading-room-off')
    const visit = open.get(ticket)
    if (visit && clock.elapsed() < visit.until) return accept(visit)
    open.delete(ticket)
    return refuse('kiosk.visit-ended')
  }

  function computerOf(caller: string): Computer {
    const day = today()
    const known = computers.get(caller) ?? { day, visits: 0, begunAt: -Infinity, sheets: [] }
    if (known.day !== day) Object.assign(known, { day, visits: 0 })
    computers.delete(caller)
    computers.set(caller, known)
    for (const old of [...computers.keys()].slice(0, Math.max(0, computers.size - MOST_COMPUTERS)))
      computers.delete(old)
    return known
  }

  /** Only its own former visits make room for a computer's new one. */
  function makeRoom(from: Computer): void {
    const own = [...open].filter(([, visit]) => visit.from === from).map(([ticket]) => ticket)
    for (const ticket of own.slice(0, Math.max(0, own.length + 1 - MOST_OPEN))) open.delete(ticket)
  }

  /** Where the desk's word is not known, as on a replica, a sheet waits for the day. */
  function stillWaits({ id, day }: { readonly id: string; readonly day: string }): boolean {
    const sheet = store.read.readingRoom.sheet(id)
    return sheet === undefined ? day === today() : sheet.outcome === null
  }

  return {
    begin: (purpose, caller) => {
      if (!kioskRules(store.read).readingRoom) return refuse('kiosk.reading-room-off')
      const now = clock.elapsed()
      const from = computerOf(caller)
      const isFull = caller !== THIS_COMPUTER && kioskLog.visitsOn(today()) >= NETWORK_VISITS_A_DAY
      if (isFull || now - from.begunAt < APART_MS || from.visits >= VISITS_A_DAY) {
        return refuse('kiosk.visits-too-many')
      }
      from.begunAt = now
      from.visits += 1
      const id = ids.next()
      kioskLog.write({ kind: 'VISIT', id, purpose })
      const ticket = ids.secret()
      makeRoom(from)
      open.set(ticket, { id, from, until: now + LONGEST_MS, materials: new Set(), sheets: new Set() })
      return accept({ ticket })
    },
    material: (ticket, indexNumber) => {
      const visit = find(ticket)
      if (!visit.ok) return visit
      const { id, materials } = visit.value
      if (materials.has(indexNumber) || materials.size >= VISIT_LIMITS.materials) return accept(true)
      const notice = publicNotice(store.read, indexNumber, clock.now())
      if (!notice.ok) return notice
      materials.add(indexNumber)
      kioskLog.write({ kind: 'MATERIAL', visitId: id, indexNumber })
      return accept(true)
    },
    sheet: (ticket, hash) => {
      const visit = find(ticket)
      if (!visit.ok) return visit
      const { id: visitId, sheets, from } = visit.value
      if (sheets.has(hash)) return accept(true)
      if (sheets.size >= VISIT_LIMITS.sheets)
        return refuse('kiosk.sheets-too-many', { most: VISIT_LIMITS.sheets })
      const edition = publicEdition(store.read, hash, clock.now())
      if (!edition.ok) return edition
      from.sheets = from.sheets.filter(stillWaits)
      if (from.sheets.length >= WAITING_SHEETS) return refuse('kiosk.sheets-waiting')
      const id = ids.next()
      sheets.add(hash)
      from.sheets = [...from.sheets, { id, day: today() }]
      kioskLog.write({ kind: 'SHEET', id, visitId, hash, title: edition.value.content.title })
      return accept(true)
    },
  }
}
