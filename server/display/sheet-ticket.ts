import { randomBytes } from 'node:crypto'
import type { SheetPage } from './sheet-page.ts'

/** One printing: what the page says (null when it only shows a file), and the files it may ask for, by their SHA-256. */
export type SheetTicket = {
  readonly page: SheetPage | null
  /** Path of a file of this sheet; null for any other. */
  readonly file: (sha256: string) => Promise<{ readonly path: string; readonly mediaType: string } | null>
  /** Whether it may still be shown; asked anew each time. Without it, until it is taken back. */
  readonly holds?: () => boolean
}

/** Sheets on their way to the browser that prints them. */
export type SheetTickets = {
  /** Lays a sheet ready and names it by a secret nobody can guess; the caller takes it back when the job is over. */
  readonly issue: (ticket: SheetTicket) => string
  readonly find: (secret: string) => SheetTicket | null
  readonly end: (secret: string) => void
}

/**
 * Keeps sheets while they are printed. The printing browser is no signed-in person and the page it opens is public: what is
 * on paper only, such as a slip with names or a list for a limited circle, must not have an address of its own.
 * @example const secret = openTickets().issue({ page, file: () => Promise.resolve(null) })
 */
export function openTickets(): SheetTickets {
  const open = new Map<string, SheetTicket>()
  return {
    issue: (ticket) => {
      const secret = randomBytes(32).toString('base64url')
      open.set(secret, ticket)
      return secret
    },
    find: (secret) => {
      const ticket = open.get(secret)
      return ticket === undefined || ticket.holds?.() === false ? null : ticket
    },
    end: (secret) => {
      open.delete(secret)
    },
  }
}
