/** Which notice is previewed, and whether its draft or what was handed in. */
export type PreviewAsked = { readonly notice: string; readonly of: 'draft' | 'submission' }

/**
 * Reads the question part of the page's address; null for the board as everybody sees it.
 * @example previewAsked('?preview=42&of=submission') // { notice: '42', of: 'submission' }
 */
export function previewAsked(search: string): PreviewAsked | null {
  const asked = new URLSearchParams(search)
  const notice = asked.get('preview')
  return notice ? { notice, of: asked.get('of') === 'draft' ? 'draft' : 'submission' } : null
}
