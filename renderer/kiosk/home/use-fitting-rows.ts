import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

// Differences smaller than this, in CSS pixels, are rounding and not text.
const SLACK = 4

/**
 * How many rows fit on the first page without pushing: from `most` down to `least`, found by laying them out. `about` names what is
 * laid out: with other rows, another language or another size of text it is found anew.
 */
export function useFittingRows(
  home: RefObject<HTMLElement | null>,
  most: number,
  least: number,
  about: string,
): number {
  const [found, setFound] = useState({ about, rows: most })
  const rows = found.about === about ? found.rows : most
  useLayoutEffect(() => {
    const page = home.current?.parentElement
    if (!page || rows <= least || page.scrollHeight <= page.clientHeight + SLACK) return
    // oxlint-disable-next-line react/set-state-in-effect -- what fits is known only once it is laid out, and before it is painted
    setFound({ about, rows: rows - 1 })
  }, [home, rows, least, about])
  useEffect(() => {
    const page = home.current?.parentElement
    if (!page) return undefined
    let { clientHeight, clientWidth } = page
    // Only the glass itself: what is laid out inside would answer its own shrinking.
    const sizes = new ResizeObserver(() => {
      if (page.clientHeight === clientHeight && page.clientWidth === clientWidth) return
      ;({ clientHeight, clientWidth } = page)
      setFound({ about, rows: most })
    })
    sizes.observe(page)
    return () => {
      sizes.disconnect()
    }
  }, [home, most, about])
  return rows
}
