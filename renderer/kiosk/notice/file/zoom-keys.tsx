import { useTranslation } from 'react-i18next'
import { type Zoom, ZOOMS, zoomStep } from './zoom.ts'

/** Larger and smaller, by keys: two fingers on the glass do nothing. */
export function ZoomKeys(props: { readonly zoom: Zoom; readonly set: (zoom: Zoom) => void }) {
  const { t } = useTranslation('kiosk')
  const { zoom, set } = props
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        aria-disabled={zoom === ZOOMS[0]}
        onClick={() => set(zoomStep(zoom, -1))}
      >
        {t('file.smaller')}
      </button>
      <span className="viewer-size">{t('file.size', { percent: Math.round(zoom * 100) })}</span>
      <button
        type="button"
        className="button button-quiet"
        aria-disabled={zoom === ZOOMS.at(-1)}
        onClick={() => set(zoomStep(zoom, 1))}
      >
        {t('file.larger')}
      </button>
    </>
  )
}
