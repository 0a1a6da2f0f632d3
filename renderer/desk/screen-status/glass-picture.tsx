import { useTranslation } from 'react-i18next'
import type { ScreenStatus } from '../../../server/signage/views.ts'
import { screenPicture } from '../api/screen-status-api.ts'
import { shownTime } from '../replica/shown-time.ts'

/** The last small picture of the glass with its time, or an empty glass of the same shape. */
export function GlassPicture({ status }: { readonly status: ScreenStatus }) {
  const { t } = useTranslation('screen-status')
  const { screen, pictureAt } = status
  const { pixelWidth, pixelHeight } = screen.geometry
  const shape = { aspectRatio: `${String(pixelWidth)} / ${String(pixelHeight)}` }
  return (
    <figure className="ss-picture">
      <div className="ss-glass">
        {pictureAt === null ? (
          <div className="ss-empty" style={shape}>
            {t('noPicture')}
          </div>
        ) : (
          <img
            src={screenPicture(screen.id, pictureAt)}
            alt={t('pictureOf', { name: screen.name })}
            style={shape}
          />
        )}
      </div>
      <figcaption>
        {pictureAt === null ? '' : t('pictureAt', { time: shownTime(pictureAt).slice(5) })}
      </figcaption>
    </figure>
  )
}
