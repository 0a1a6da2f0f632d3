import type { SheetTicket, SheetTickets } from '../sheet-ticket.ts'

// The frame may still be loading the one before while the next is asked for.
const KEPT = 2

/** Previews of templates, a few for each person; an older one is taken back. */
export type Previews = {
  /** Lays a sheet ready for a person and gives the secret of its page. */
  readonly show: (accountId: string, ticket: SheetTicket) => string
}

/**
 * Keeps the last previews of each person. Nobody says when a preview has been looked at, and a sheet for a limited circle
 * must not lie open for as long as the program runs.
 * @example openPreviews(deps.tickets).show(principal.id, ticket)
 */
export function openPreviews(tickets: SheetTickets): Previews {
  const shown = new Map<string, readonly string[]>()
  return {
    show: (accountId, ticket) => {
      const secret = tickets.issue(ticket)
      const all = [...(shown.get(accountId) ?? []), secret]
      for (const old of all.slice(0, -KEPT)) tickets.end(old)
      shown.set(accountId, all.slice(-KEPT))
      return secret
    },
  }
}
