import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicAttachment } from '../../../../domain/notice/content.ts'
import type { Zoom } from './zoom.ts'
import { ZoomKeys } from './zoom-keys.tsx'

/** A picture inside the page, as wide as the sheet, to be enlarged by keys. */
export function PictureViewer(props: { readonly attachment: PublicAttachment; readonly address: string }) {
  const { t } = useTranslation('kiosk')
  const [zoom, setZoom] = useState<Zoom>(1)
  const { attachment, address } = props
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Opened at the foot of the glass nothing but its keys would be seen.
    top.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div className="viewer" ref={top}>
      <div className="viewer-keys">
        <ZoomKeys zoom={zoom} set={setZoom} />
      </div>
      <div className="viewer-frame" role="region" aria-label={t('file.viewer')} tabIndex={0}>
        <img
          className="file-picture"
          src={address}
          alt={attachment.name}
          style={zoom === 1 ? undefined : { width: `${String(zoom * 100)}%`, maxWidth: 'none' }}
        />
      </div>
    </div>
  )
}
