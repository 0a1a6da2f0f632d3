/** Key of everything that shows matters. */
export const MATTERS_KEY = ['matters'] as const
/** Key of everything that shows opinions. */
export const OPINIONS_KEY = ['opinions'] as const
/** Key of what waits in matters. */
export const MATTER_COUNTS_KEY = ['matter-counts'] as const

/** Where a matter is. */
export function matterPath(id: string): string {
  return `/matters/${encodeURIComponent(id)}`
}

/** Where the opinions of a consultation are. */
export function opinionsPath(matterId: string, consultationId: string): string {
  return `${matterPath(matterId)}/opinions/${encodeURIComponent(consultationId)}`
}
