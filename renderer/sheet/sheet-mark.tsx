import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../server/display/views.ts'

/** What a sheet that is not to hang says across every page: not published, or no longer the one that stands. */
export function SheetMark({ data }: { readonly data: SheetData }) {
  const { t } = useTranslation('sheet')
  const { draft, supersededBy } = data
  if (draft) return <p className="draft-mark">{t('draft', { lng: 'zh-Hans' })}</p>
  if (supersededBy === null) return null
  return (
    <p className="draft-mark former-mark">
      {t('former', { lng: 'zh-Hans', number: supersededBy.editionNumber })}
    </p>
  )
}
