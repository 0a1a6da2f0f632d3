import { Segmented } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Shapes of a glass, in CSS pixels: what it is drawn at before it is made to fit the desk. */
export type GlassShape = 'PORTRAIT' | 'LANDSCAPE'

const SIZES: Readonly<Record<GlassShape, { readonly width: number; readonly height: number }>> = {
  PORTRAIT: { width: 1080, height: 1920 },
  LANDSCAPE: { width: 1920, height: 1080 },
}

/** The real page of a screen at its real size, made smaller as a whole: what does not fit there does not fit here. */
export function GlassFace(props: {
  readonly address: string
  readonly name: string
  readonly usual: GlassShape
}) {
  const { t } = useTranslation('review')
  const frame = useRef<HTMLDivElement>(null)
  const [shape, setShape] = useState<GlassShape>(props.usual)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = () => {
      // The whole glass is seen at once beside the decision.
      setRoom({ width: element.clientWidth, height: Math.max(420, window.innerHeight - 290) })
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => {
      watch.disconnect()
    }
  }, [])
  const size = SIZES[shape]
  const scale = Math.min(room.width / size.width, room.height / size.height)
  return (
    <div className="rv-glass">
      <Segmented
        value={shape}
        options={[
          { value: 'LANDSCAPE', label: t('glass.LANDSCAPE') },
          { value: 'PORTRAIT', label: t('glass.PORTRAIT') },
        ]}
        onChange={setShape}
      />
      <div className="rv-glass-room" ref={frame}>
        {room.width > 0 ? (
          <div className="rv-glass-frame" style={{ width: size.width * scale, height: size.height * scale }}>
            <iframe
              src={props.address}
              title={props.name}
              width={size.width}
              height={size.height}
              style={{ transform: `scale(${String(scale)})` }}
            />
          </div>
        ) : null}
      </div>
    </div>
  )
}
