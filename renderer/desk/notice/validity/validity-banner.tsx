import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getValidity, validityKey } from '../../api/convention-api.ts'
import { dayWords } from '../format.ts'

/** Says above a published document that it no longer holds: the state beside the title only tells that it hangs. */
export function ValidityBanner({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation('wording')
  const { data } = useQuery({ queryKey: validityKey(id), queryFn: () => getValidity(id) })
  const now = data?.now
  if (now?.validity !== 'REPEALED' && now?.validity !== 'LAPSED') return null
  const date = now.on === null ? '' : dayWords(now.on, i18n.language)
  return (
    <p className="nt-banner" role="note">
      {t(now.by === 'DOCUMENT' ? 'validity.banner.ENDED' : `validity.banner.${now.validity}`, { date })}
    </p>
  )
}
