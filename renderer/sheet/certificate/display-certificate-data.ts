import type { CertificatePaper } from '../../../server/display/public-display/views.ts'
import { send } from '../../shared/request.ts'

/** The display whose certificate the page was opened for: `?certificate=<id>`; null when for none. */
export function certificateAsked(search: string): string | null {
  return new URLSearchParams(search).get('certificate')
}

/**
 * What the certificate says, as the desk shows it.
 * @example await readCertificate('0193…')
 */
export async function readCertificate(id: string): Promise<CertificatePaper> {
  const answer = await send(`/api/desk/displays/${encodeURIComponent(id)}/certificate`)
  return (await answer.json()) as CertificatePaper
}
