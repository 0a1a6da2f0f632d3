import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenGeometry } from '../../../domain/signage/screen.ts'

const MOST_HIGH = 560
// An LED wall is looked at larger than it is, or nobody at the desk could read it.
const MOST_ENLARGED = 4

/** The real page of a screen in its own pixels, made as small as its place, or larger for an LED wall. */
export function GlassFrame({
  address,
  geometry,
}: {
  readonly address: string
  readonly geometry: ScreenGeometry
}) {
  const { t } = useTranslation('screen')
  const place = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const box = place.current
    if (box === null) return undefined
    const observer = new ResizeObserver(() => setRoom(box.clientWidth))
    observer.observe(box)
    return () => {
      observer.disconnect()
    }
  }, [])
  const { pixelWidth, pixelHeight } = geometry
  const scale = Math.min(MOST_ENLARGED, room / pixelWidth, MOST_HIGH / pixelHeight)
  return (
    <div className="sc-glass" ref={place}>
      <div className="sc-glass-box" style={{ width: pixelWidth * scale, height: pixelHeight * scale }}>
        {room === 0 ? null : (
          <iframe
            key={address}
            src={address}
            title={t('rehearsal.glass')}
            style={{ width: pixelWidth, height: pixelHeight, transform: `scale(${String(scale)})` }}
          />
        )}
      </div>
    </div>
  )
}
