import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../server/display/views.ts'
import type { Settled } from './settle/settle.ts'

/** The bar above a sheet on the screen: the key to print it, and what is wrong with it. Nothing of it is printed. */
export function Tools(props: { readonly data: SheetData; readonly settled: Settled | null }) {
  const { t } = useTranslation('sheet')
  const { data, settled } = props
  return (
    <div className="tools no-print">
      <button
        type="button"
        className="print"
        onClick={() => {
          window.print()
        }}
      >
        {t('print')}
      </button>
      {settled?.overflow ? <p role="alert">{t('overflow', { place: settled.overflow })}</p> : null}
      {settled?.missingPictures ? (
        <p role="alert">{t('pictureMissing', { number: settled.missingPictures })}</p>
      ) : null}
      {data.draft ? <p>{t('draftHint')}</p> : null}
      {data.supersededBy ? <p>{t('formerHint', { number: data.supersededBy.editionNumber })}</p> : null}
    </div>
  )
}
