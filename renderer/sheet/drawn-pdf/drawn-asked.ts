/** A PDF laid ready under a secret, by its SHA-256. */
export type DrawnAsked = { readonly secret: string; readonly file: string }

/** A PDF lying ready to be drawn: `?drawn=SECRET&file=SHA256`; null when the page was opened for something else. */
export function drawnAsked(search: string): DrawnAsked | null {
  const words = new URLSearchParams(search)
  const secret = words.get('drawn')
  return secret === null ? null : { secret, file: words.get('file') ?? '' }
}
