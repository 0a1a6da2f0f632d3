import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

const PIXELS_PER_MM = 96 / 25.4

type Shown = { readonly address: string; readonly height: number }

/** Calls back when the sheet in the frame has drawn itself, with its height in its own pixels. */
function whenDrawn(frame: HTMLIFrameElement, drawn: (height: number) => void): () => void {
  const root = frame.contentDocument?.documentElement
  const body = frame.contentDocument?.body
  if (!root || !body) return () => {}
  const done = () => {
    if (root.dataset['ready'] === undefined) return false
    // Not the height of the document, which is never less than that of its frame.
    drawn(body.offsetHeight)
    return true
  }
  if (done()) return () => {}
  const observer = new MutationObserver(() => {
    if (done()) observer.disconnect()
  })
  observer.observe(root, { attributes: true })
  return () => {
    observer.disconnect()
  }
}

/**
 * The real page of the sheet, made as small as its place. The one before stays until the next has drawn itself, so that the
 * preview never goes white while somebody types.
 */
export function PreviewFrame({
  address,
  pageWidth,
}: {
  readonly address: string
  readonly pageWidth: number
}) {
  const { t } = useTranslation('template')
  const place = useRef<HTMLDivElement>(null)
  const stop = useRef<(() => void) | null>(null)
  const [width, setWidth] = useState(0)
  const [shown, setShown] = useState<Shown | null>(null)
  useLayoutEffect(() => {
    const box = place.current
    if (box === null) return undefined
    const observer = new ResizeObserver(() => setWidth(box.clientWidth))
    observer.observe(box)
    return () => {
      observer.disconnect()
    }
  }, [])
  useEffect(() => () => stop.current?.(), [])
  const natural = pageWidth * PIXELS_PER_MM
  const scale = width / natural
  const addresses = shown === null || shown.address === address ? [address] : [shown.address, address]
  return (
    <div
      className="tp-frame"
      ref={place}
      style={{ height: shown === null ? natural * 1.4 * scale : shown.height * scale }}
    >
      {addresses.map((one) => (
        <iframe
          key={one}
          src={one}
          title={t('preview.frame')}
          aria-hidden={shown?.address !== one}
          tabIndex={shown?.address === one ? 0 : -1}
          style={{
            width: natural,
            height: shown?.height ?? natural * 1.4,
            transform: `scale(${scale})`,
            visibility: shown === null || shown.address === one ? 'visible' : 'hidden',
          }}
          onLoad={(event) => {
            const frame = event.currentTarget
            stop.current?.()
            stop.current = whenDrawn(frame, (height) => setShown({ address: one, height }))
          }}
        />
      ))}
    </div>
  )
}
