import type { CertificatePaper } from '../../server/display/public-display/views.ts'
import { send } from '../shared/request.ts'
import { readPacked } from './packed-data.ts'

/** The display whose certificate the page was opened for: `?certificate=<id>`; null when for none. */
export function certificateAsked(search: string): string | null {
  return new URLSearchParams(search).get('certificate')
}

/**
 * What the certificate says: out of the part of the address behind `#` where it is printed, else from the desk.
 * @example await readCertificate('0193…', '')
 */
export async function readCertificate(id: string, hash: string): Promise<CertificatePaper> {
  if (hash.length > 1) return readPacked<CertificatePaper>(hash)
  const answer = await send(`/api/desk/displays/${encodeURIComponent(id)}/certificate`)
  return (await answer.json()) as CertificatePaper
}
