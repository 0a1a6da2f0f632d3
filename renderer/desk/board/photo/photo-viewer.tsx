import { Button, Modal } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoFile } from '../../../../server/posting/views.ts'
import { photoAddress } from '../../api/board-api.ts'
import { usePhotoWords } from './use-photo-words.ts'

const ZOOMS = [1, 1.5, 2, 3, 4] as const

/** A photograph large: plus and minus change the size, the arrows the photograph; what is too large is moved by scrolling. */
export function PhotoViewer(props: {
  readonly photos: readonly PhotoFile[]
  readonly first: number
  readonly today: string
  readonly of: string
  readonly close: () => void
}) {
  const { photos, today, of } = props
  const { t } = useTranslation('board')
  const wordsOf = usePhotoWords(today)
  const [index, setIndex] = useState(props.first)
  const [zoom, setZoom] = useState(0)
  const photo = photos[index]
  if (photo === undefined) return null
  const words = wordsOf(photo)
  const turn = (by: number) => {
    setIndex((at) => (at + by + photos.length) % photos.length)
    setZoom(0)
  }
  const scale = (by: number) => setZoom((at) => Math.max(0, Math.min(at + by, ZOOMS.length - 1)))
  const keys = (event: KeyboardEvent) => {
    const large = zoom > 0
    if (event.key === '+' || event.key === '=') scale(1)
    else if (event.key === '-') scale(-1)
    else if (event.key === '0') setZoom(0)
    // Enlarged, the arrows move the picture itself.
    else if (event.key === 'ArrowRight' && !large) turn(1)
    else if (event.key === 'ArrowLeft' && !large) turn(-1)
    else return
    event.preventDefault()
  }
  return (
    <Modal open width="min(1120px, 94vw)" centered title={words.name} footer={null} onCancel={props.close}>
      <div className="bd-viewer" onKeyDown={keys}>
        <div className="row bd-viewer-keys">
          <Button size="small" onClick={() => scale(-1)} disabled={zoom === 0}>
            {t('viewer.smaller')}
          </Button>
          <Button size="small" onClick={() => scale(1)} disabled={zoom === ZOOMS.length - 1}>
            {t('viewer.larger')}
          </Button>
          {photos.length > 1 ? (
            <>
              <Button size="small" onClick={() => turn(-1)}>
                {t('viewer.previous')}
              </Button>
              <Button size="small" onClick={() => turn(1)}>
                {t('viewer.next')}
              </Button>
              <span className="sub">{t('viewer.which', { number: index + 1, of: photos.length })}</span>
            </>
          ) : null}
        </div>
        <div className="bd-viewer-frame" tabIndex={0} role="group" aria-label={t('viewer.frame')}>
          <img
            src={photoAddress(photo.sha256)}
            alt={t('photo.alt', { of, name: words.name })}
            style={
              zoom === 0 ? undefined : { width: `${String((ZOOMS[zoom] ?? 1) * 100)}%`, maxHeight: 'none' }
            }
          />
        </div>
        <p className="bd-why">
          {words.received}　{words.claim}
        </p>
        {words.doubt === '' ? null : <p className="bd-why bd-bad">{words.doubt}</p>}
      </div>
    </Modal>
  )
}
