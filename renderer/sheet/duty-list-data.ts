import type { DutyListPaper } from '../../server/duty/duty-list-pdf.ts'

/** Whether the page was opened for the list of duties: `?list=duties`. */
export function isDutyList(search: string): boolean {
  return new URLSearchParams(search).get('list') === 'duties'
}

/**
 * Reads the list out of the part of the address behind `#`: gzip of its JSON as base64url. Rejects when it is none.
 * @example await readDutyList('#H4sIAAAA…')
 */
export async function readDutyList(hash: string): Promise<DutyListPaper> {
  const text = window.atob(hash.slice(1).replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return (await new Response(unpacked).json()) as DutyListPaper
}
