import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

type Place = 'fits' | 'further' | 'end'

// Differences smaller than this, in CSS pixels, are rounding and not text.
const SLACK = 8

/** Says that the page goes on below, and goes there: not everybody knows that a glass can be pushed. */
export function ScrollFurther(props: { page: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation('kiosk')
  const [place, setPlace] = useState<Place>('fits')

  useEffect(() => {
    const page = props.page.current
    if (page === null) return undefined
    const look = () => {
      // Measured as if the key were not there, or showing it would make the page just too long for ever.
      const key = page.nextElementSibling?.classList.contains('further')
        ? page.nextElementSibling.clientHeight
        : 0
      const isLong = page.scrollHeight > page.clientHeight + key + SLACK
      const isEnd = page.scrollTop + page.clientHeight > page.scrollHeight - SLACK
      setPlace(isLong ? (isEnd ? 'end' : 'further') : 'fits')
    }
    const sizes = new ResizeObserver(look)
    const contents = new MutationObserver(look)
    sizes.observe(page)
    contents.observe(page, { childList: true, subtree: true, characterData: true })
    // The size of the text is a style of the document.
    contents.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
    page.addEventListener('scroll', look, { passive: true })
    // Pictures change the height without changing the tree.
    page.addEventListener('load', look, { capture: true })
    look()
    return () => {
      sizes.disconnect()
      contents.disconnect()
      page.removeEventListener('scroll', look)
      page.removeEventListener('load', look, { capture: true })
    }
  }, [props.page])

  function move(): void {
    const page = props.page.current
    if (place === 'end') page?.scrollTo({ top: 0 })
    else page?.scrollBy({ top: page.clientHeight * 0.85 })
  }

  if (place === 'fits') return null
  return (
    <div className="further">
      <button type="button" className="further-button" onClick={move}>
        {place === 'end' ? t('page.top') : t('page.further')}
        <span aria-hidden="true">{place === 'end' ? ' ↑' : ' ↓'}</span>
      </button>
    </div>
  )
}
