/** What people fill in and a request may refuse, by the name it has in requests; labels in `locales/<language>/terms.json` under `requestField`. */
export const REQUEST_FIELDS = [
  'address',
  'amount',
  'base',
  'basis',
  'body',
  'code',
  'content',
  'date',
  'days',
  'documentDate',
  'documentNumber',
  'email',
  'file',
  'indexNumber',
  'items',
  'keywords',
  'kind',
  'lastSerials',
  'legalBasis',
  'name',
  'note',
  'number',
  'office',
  'openingHours',
  'password',
  'pattern',
  'pin',
  'printer',
  'publishDate',
  'reason',
  'roles',
  'summary',
  'telephone',
  'text',
  'title',
  'unit',
  'unitId',
  'uscc',
  'validFrom',
  'validUntil',
  'year',
] as const
/** One of them. */
export type RequestField = (typeof REQUEST_FIELDS)[number]

/**
 * What a person calls the part of a request that `request.invalid` names, by the innermost name that has a label; null where a person never
 * filled it in, since the program's own name for it says nothing to anybody.
 * @example requestField('body.note') // 'note'
 */
export function requestField(path: unknown): RequestField | null {
  if (typeof path !== 'string') return null
  const names = path.split('.').reverse()
  for (const name of names) {
    const known = REQUEST_FIELDS.find((field) => field === name)
    if (known !== undefined) return known
  }
  return null
}
