import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

/** Says that the page goes on below, and goes there: not everybody knows that a glass can be pushed. */
export function ScrollFurther(props: { page: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation('kiosk')
  const [isMore, setIsMore] = useState(false)

  useEffect(() => {
    const page = props.page.current
    if (page === null) return undefined
    const look = () => {
      setIsMore(page.scrollHeight - page.clientHeight - page.scrollTop > 24)
    }
    const sizes = new ResizeObserver(look)
    const contents = new MutationObserver(look)
    sizes.observe(page)
    contents.observe(page, { childList: true, subtree: true, characterData: true })
    page.addEventListener('scroll', look, { passive: true })
    // Pictures and fonts change the height without changing the tree.
    page.addEventListener('load', look, { capture: true })
    const zoom = new MutationObserver(look)
    zoom.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
    look()
    return () => {
      sizes.disconnect()
      contents.disconnect()
      zoom.disconnect()
      page.removeEventListener('scroll', look)
      page.removeEventListener('load', look, { capture: true })
    }
  }, [props.page])

  if (!isMore) return null
  return (
    <div className="further">
      <button
        type="button"
        className="further-button"
        onClick={() => {
          const page = props.page.current
          page?.scrollBy({ top: page.clientHeight * 0.8 })
        }}
      >
        <span>{t('page.further')}</span>
        <span aria-hidden="true"> ↓</span>
      </button>
    </div>
  )
}
