import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

// Of what is seen of the page; and the least in which some rows still find room.
const SHARE = 0.86
const LEAST = 240

/** A frame in which a wide table moves sideways, so that the page itself never does; says so and has keys for it. */
export function TableFrame(props: { children: ReactNode }) {
  const { t } = useTranslation('kiosk')
  const frame = useRef<HTMLDivElement>(null)
  const [isWide, setIsWide] = useState(false)

  useEffect(() => {
    const box = frame.current
    if (box === null) return undefined
    const page = box.closest('.page')
    const look = () => {
      setIsWide(box.scrollWidth > box.clientWidth + 1)
      // No higher than what is to be seen of the page: else its headings are pushed out of sight with its upper edge.
      if (page)
        box.style.setProperty('--frame-most', `${String(Math.max(LEAST, page.clientHeight * SHARE))}px`)
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    if (page) sizes.observe(page)
    for (const child of box.querySelectorAll('table')) sizes.observe(child)
    look()
    return () => {
      sizes.disconnect()
    }
  }, [])

  function move(share: number): void {
    const box = frame.current
    box?.scrollBy({ left: box.clientWidth * share })
  }

  return (
    <div className="wide">
      {isWide ? (
        <div className="wide-hint">
          <span>{t('notice.tableWide')}</span>
          <button type="button" className="button button-quiet" onClick={() => move(-0.7)}>
            ← {t('notice.tableLeft')}
          </button>
          <button type="button" className="button button-quiet" onClick={() => move(0.7)}>
            {t('notice.tableRight')} →
          </button>
        </div>
      ) : null}
      <div
        ref={frame}
        className={isWide ? 'wide-frame wide-frame-moves' : 'wide-frame'}
        {...(isWide ? { tabIndex: 0, role: 'region', 'aria-label': t('notice.table') } : {})}
      >
        {props.children}
      </div>
    </div>
  )
}
