/**
 * Where the sheet's data is, from the question part of the page's address; null when nothing is asked for.
 * The desk names a notice, everybody else an edition by its hash; the desk's way wins because only it knows drafts.
 * @example sheetAddress('?edition=3f9a') // '/api/public/editions/3f9a/sheet'
 * @example sheetAddress('?notice=42&of=draft') // '/api/desk/notices/42/sheet?of=draft'
 */
export function sheetAddress(search: string): string | null {
  const asked = new URLSearchParams(search)
  const notice = asked.get('notice')
  const edition = asked.get('edition')
  if (notice) {
    const question = new URLSearchParams({ of: asked.get('of') ?? 'draft' })
    const hash = asked.get('hash')
    if (hash) question.set('hash', hash)
    return `/api/desk/notices/${encodeURIComponent(notice)}/sheet?${question.toString()}`
  }
  return edition ? `/api/public/editions/${encodeURIComponent(edition)}/sheet` : null
}
