import type { Deps } from '../../deps.ts'
import type { CertificatePosting } from '../public-display/views.ts'
import type { SheetTicket } from '../sheet-ticket.ts'

/**
 * The photographs of sheets on a certificate, by the ticket that prints it and no other way.
 * @example photosOf(deps, paper.postings)
 */
export function photosOf(
  deps: Pick<Deps, 'blobs'>,
  postings: readonly Pick<CertificatePosting, 'photos'>[],
): SheetTicket['file'] {
  const known = new Set(postings.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256)))
  return async (sha256) =>
    known.has(sha256) ? { path: (await deps.blobs.whole(sha256)).path, mediaType: 'image/jpeg' } : null
}
