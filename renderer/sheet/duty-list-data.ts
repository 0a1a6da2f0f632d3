import type { DutyListPaper } from '../../server/duty/duty-list-pdf.ts'
import { readPacked } from './packed-data.ts'

/** Whether the page was opened for the list of duties: `?list=duties`. */
export function isDutyList(search: string): boolean {
  return new URLSearchParams(search).get('list') === 'duties'
}

/**
 * Reads the list that came with the address. Rejects when there is none.
 * @example await readDutyList('#H4sIAAAA…')
 */
export function readDutyList(hash: string): Promise<DutyListPaper> {
  return readPacked<DutyListPaper>(hash)
}
