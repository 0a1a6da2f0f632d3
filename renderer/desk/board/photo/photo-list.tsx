import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoFile } from '../../../../server/posting/views.ts'
import { photoAddress } from '../../api/board-api.ts'
import { PhotoViewer } from './photo-viewer.tsx'
import { usePhotoWords } from './use-photo-words.ts'

/** Photographs with what they say of themselves beside the computer's own time; each opens large. */
export function PhotoList(props: {
  readonly photos: readonly PhotoFile[]
  readonly today: string
  /** Whose photographs they are, for whoever cannot see them. */
  readonly of: string
  /** What can be done with each. */
  readonly act?: (photo: PhotoFile) => ReactNode
}) {
  const { photos, today, of, act } = props
  const { t } = useTranslation('board')
  const wordsOf = usePhotoWords(today)
  const [shown, setShown] = useState<number | null>(null)
  if (photos.length === 0) return null
  return (
    <>
      <ul className="bd-photo-list">
        {photos.map((photo, index) => {
          const words = wordsOf(photo)
          return (
            <li key={photo.id} className={photo.inError === null ? '' : 'bd-in-error'}>
              <button
                type="button"
                className="bd-photo"
                aria-label={t('photo.open', { name: words.name })}
                onClick={() => setShown(index)}
              >
                <img
                  src={photoAddress(photo.sha256)}
                  alt={t('photo.alt', { of, name: words.name })}
                  loading="lazy"
                  width={photo.width}
                  height={photo.height}
                />
              </button>
              <div>
                <p className="bd-struck">{words.name}</p>
                <p className="bd-why">{words.received}</p>
                <p className="bd-why">{words.claim}</p>
                {words.doubt === '' ? null : <p className="bd-why bd-bad">{words.doubt}</p>}
                {photo.inError === null ? (
                  act?.(photo)
                ) : (
                  <p className="bd-why bd-bad breakable">
                    {t('inError.photoIs', { reason: photo.inError.reason, name: photo.inError.by })}
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {shown === null ? null : (
        <PhotoViewer photos={photos} first={shown} today={today} of={of} close={() => setShown(null)} />
      )}
    </>
  )
}
