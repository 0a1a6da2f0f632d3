import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { qrDrawing, QUIET_ZONE } from '../shared/qr-path.ts'

/** A QR code; `millimetres` is the width of the code itself, without its quiet zone. */
export function CodeDrawing(props: { readonly code: string; readonly millimetres: number }) {
  const { t } = useTranslation('sheet')
  const drawing = useMemo(() => qrDrawing(props.code), [props.code])
  const width = `${String((props.millimetres * drawing.size) / (drawing.size - 2 * QUIET_ZONE))}mm`
  const box = `0 0 ${String(drawing.size)} ${String(drawing.size)}`
  return (
    <svg
      className="version-code"
      viewBox={box}
      style={{ width, height: width }}
      role="img"
      aria-label={t('code', { lng: 'zh-Hans' })}
      shapeRendering="crispEdges"
    >
      <path d={drawing.path} />
    </svg>
  )
}
