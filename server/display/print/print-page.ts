import { refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { PrintedSheet } from '../pdf-printer.ts'
import type { SheetTicket } from '../sheet-ticket.ts'

/**
 * Prints one page by a ticket: it is laid ready under a secret while the browser fetches it, and has no address before or
 * after. `address` is that of the public mount, empty while there is none. Refuses what the printer refuses.
 * @example await printPage(deps, { page: { kind: 'DUTY_LIST', data }, file: noFiles }, 'http://127.0.0.1:8632')
 */
export async function printPage(
  deps: Pick<Deps, 'printer' | 'tickets'>,
  ticket: SheetTicket,
  address: string,
): Promise<Result<PrintedSheet>> {
  if (address === '') return refuse('print.browser-missing')
  const secret = deps.tickets.issue(ticket)
  try {
    return await deps.printer.print(`${address}/sheet/?ticket=${secret}`)
  } finally {
    deps.tickets.end(secret)
  }
}

/**
 * Files of a sheet that has none.
 * @example await noFiles() // null
 */
export function noFiles(): Promise<null> {
  return Promise.resolve(null)
}
