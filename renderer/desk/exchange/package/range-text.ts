import type { i18n } from 'i18next'

/** Which changes a package answers for; one of statistics alone answers for none. */
export function rangeText(i18n: i18n, offer: { readonly first: number; readonly last: number }): string {
  const { first, last } = offer
  const t = i18n.getFixedT(null, 'exchange')
  if (last < first) return t('change.none')
  return t(last === first ? 'package.rangeOne' : 'package.range', { first, last })
}
