import { randomBytes } from 'node:crypto'
import { sha256 } from '../../platform/sha256.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { ReceivedPhoto, SheetMoment } from './photos.ts'

const LIFE_MS = 15 * 60_000
const MOST_PHOTOS = 10
/** Phones at once; each may leave ten pictures in memory. */
const MOST_TICKETS = 8
/** Wrong secrets a minute before nobody is answered: more is no mistyped address. */
const MOST_MISSES = 30
const MINUTE_MS = 60_000

/**
 * A photograph that came and waits for a person at the desk, with the step it shows. It lies in memory: what nobody took never
 * reaches the disk.
 */
export type WaitingPhoto = ReceivedPhoto & {
  readonly id: string
  readonly sha256: string
  readonly moment: SheetMoment
}

/** A page for one phone and one step of one sheet. */
export type PhotoTicket = {
  readonly secret: string
  readonly postingId: string
  readonly moment: SheetMoment
  /** Instant. */
  readonly expiresAt: string
  readonly waiting: readonly WaitingPhoto[]
  /** How many came so far. */
  readonly received: number
  /** Ended by the desk before its time. */
  readonly ended: boolean
}

/** Pages open for phones. */
export type PhotoTickets = {
  /**
   * Opens a page: the one that is open already for this step, with its time renewed, so that a second person ends nobody's. Any
   * other of the sheet ends and hands over what waits there. With too many, the oldest without waiting photographs goes first.
   */
  readonly open: (postingId: string, moment: SheetMoment) => PhotoTicket
  /** The page of a sheet, also when its time is over and photographs still wait. */
  readonly ofPosting: (postingId: string) => PhotoTicket | null
  /** The page under a secret. Refuses `photo.ticket-ended`, and `request.busy` after too many wrong ones. */
  readonly find: (secret: string) => Result<PhotoTicket>
  /** Reserves the place of one photograph, one at a time. Refuses `photo.ticket-ended`, `photo.too-many`, `request.busy`. */
  readonly begin: (secret: string) => Result<true>
  /** Puts a photograph there, or gives the place back when it was none. Refuses `photo.ticket-ended` when the page was ended. */
  readonly finish: (secret: string, photo: ReceivedPhoto | null) => Result<true>
  /**
   * Takes a waiting photograph out once what is `done` with it went well; else it waits on. One decision at a time. Refuses
   * `photo.not-found` and what `done` refuses.
   */
  readonly decide: (
    postingId: string,
    photoId: string,
    done: (photo: WaitingPhoto) => Promise<Result<string>>,
  ) => Promise<Result<string>>
  /** Ends the page of a sheet for phones; what waits can still be taken. */
  readonly end: (postingId: string) => void
  /** A waiting photograph by its hash. */
  readonly waitingFile: (hash: string) => Uint8Array | null
}

type Open = PhotoTicket & { readonly until: number; readonly busy: boolean }

/**
 * Opens the one-time pages by which a phone hands photographs in. The phone is nobody: the secret lets it leave pictures for one
 * sheet and read nothing, for a quarter of an hour by a clock that only grows; a person at the desk then takes or refuses each.
 * @example const ticket = openPhotoTickets(clock, ids).open(postingId, 'POSTED')
 */
export function openPhotoTickets(clock: Clock, nextId: () => string): PhotoTickets {
  const tickets = new Map<string, Open>()
  let misses: readonly number[] = []
  const deciding = new Set<string>()
  const bySheet = (postingId: string) => [...tickets.values()].find((one) => one.postingId === postingId)
  const change = (ticket: Open, to: Partial<Open>): void => {
    tickets.set(ticket.secret, { ...ticket, ...to })
  }
  const leave = (ticket: Open, photoId: string): void => {
    const waiting = ticket.waiting.filter(({ id }) => id !== photoId)
    if (ticket.ended && waiting.length === 0) tickets.delete(ticket.secret)
    else change(ticket, { waiting })
  }
  const isLive = ({ until, ended }: Open): boolean => !ended && clock.elapsed() < until
  const makeRoom = (): void => {
    while (tickets.size >= MOST_TICKETS) {
      const all = [...tickets.values()]
      const goes = all.find(({ waiting }) => waiting.length === 0) ?? all[0]
      if (!goes) break
      tickets.delete(goes.secret)
    }
  }
  const live = (secret: string): Result<Open> => {
    const now = clock.elapsed()
    const found = tickets.get(secret)
    if (found && isLive(found)) return accept(found)
    // No more than what decides is kept: a flood of wrong secrets must not cost more with each.
    misses = [...misses.filter((at) => now - at < MINUTE_MS), now].slice(-(MOST_MISSES + 1))
    return misses.length > MOST_MISSES ? refuse('request.busy') : refuse('photo.ticket-ended')
  }
  return {
    open: (postingId, moment) => {
      const life = {
        expiresAt: new Date(Date.parse(clock.now()) + LIFE_MS).toISOString(),
        until: clock.elapsed() + LIFE_MS,
      }
      const former = bySheet(postingId)
      if (former && isLive(former) && former.moment === moment && former.received < MOST_PHOTOS) {
        const renewed = { ...former, ...life }
        tickets.set(former.secret, renewed)
        return renewed
      }
      if (former) tickets.delete(former.secret)
      makeRoom()
      const ticket: Open = {
        secret: randomBytes(32).toString('base64url'),
        postingId,
        moment,
        ...life,
        waiting: former?.waiting ?? [],
        received: 0,
        busy: false,
        ended: false,
      }
      tickets.set(ticket.secret, ticket)
      return ticket
    },
    ofPosting: (postingId) => bySheet(postingId) ?? null,
    find: live,
    begin: (secret) => {
      const ticket = live(secret)
      if (!ticket.ok) return ticket
      const { received, waiting } = ticket.value
      if (received >= MOST_PHOTOS || waiting.length >= MOST_PHOTOS)
        return refuse('photo.too-many', { most: MOST_PHOTOS })
      // One after another: drawing anew is the heaviest thing a stranger could ask for.
      if (ticket.value.busy) return refuse('request.busy')
      change(ticket.value, { busy: true })
      return accept(true)
    },
    finish: (secret, photo) => {
      const ticket = tickets.get(secret)
      // Its quarter of an hour may run out while a picture is drawn; the desk's word ends it at once.
      if (!ticket || ticket.ended) return refuse('photo.ticket-ended')
      const waiting = photo && {
        ...photo,
        id: nextId(),
        sha256: sha256(photo.bytes),
        moment: ticket.moment,
      }
      change(ticket, {
        busy: false,
        ...(waiting && { received: ticket.received + 1, waiting: [...ticket.waiting, waiting] }),
      })
      return accept(true)
    },
    decide: async (postingId, photoId, done) => {
      const found = bySheet(postingId)?.waiting.find(({ id }) => id === photoId)
      if (!found || deciding.has(photoId)) return refuse('photo.not-found')
      deciding.add(photoId)
      try {
        const after = await done(found)
        const ticket = bySheet(postingId)
        if (after.ok && ticket) leave(ticket, photoId)
        return after
      } finally {
        deciding.delete(photoId)
      }
    },
    end: (postingId) => {
      const ticket = bySheet(postingId)
      if (ticket?.waiting.length === 0) tickets.delete(ticket.secret)
      else if (ticket) change(ticket, { ended: true })
    },
    waitingFile: (hash) => {
      for (const { waiting } of tickets.values()) {
        const found = waiting.find((photo) => photo.sha256 === hash)
        if (found) return found.bytes
      }
      return null
    },
  }
}
