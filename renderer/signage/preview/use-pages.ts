import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'

// A passer-by reads some five characters a second; a page never flashes by.
const READING_MS = 200
const SHORTEST_MS = 12_000

/** The pages a text falls into, and the one that is seen. */
export type Pages = {
  readonly page: number
  readonly count: number
  readonly turn: (by: 1 | -1) => void
}

/**
 * Pages of a text that is set in columns as wide as its window: as many as it needs, so that nothing is cut off. They turn
 * by themselves, except in a preview, where the desk turns them.
 */
export function usePages(flow: RefObject<HTMLElement | null>, characters: number, still: boolean): Pages {
  const [count, setCount] = useState(1)
  const [page, setPage] = useState(0)
  useLayoutEffect(() => {
    const element = flow.current
    if (element === null) return undefined
    const measure = () => {
      const gap = Number.parseFloat(getComputedStyle(element).columnGap) || 0
      const columns = Math.round((element.scrollWidth + gap) / (element.clientWidth + gap))
      setCount(Math.max(1, columns))
      setPage((now) => Math.min(now, Math.max(1, columns) - 1))
      document.documentElement.dataset.ready = 'true'
    }
    measure()
    void document.fonts.ready.then(measure)
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    element.addEventListener('load', measure, true)
    return () => {
      watch.disconnect()
      element.removeEventListener('load', measure, true)
    }
  }, [flow, characters])
  useEffect(() => {
    if (still || count < 2) return undefined
    const stay = Math.max(SHORTEST_MS, (characters / count) * READING_MS)
    const timer = window.setInterval(() => {
      setPage((now) => (now + 1) % count)
    }, stay)
    return () => {
      window.clearInterval(timer)
    }
  }, [characters, count, still])
  return {
    page,
    count,
    turn: (by) => {
      setPage((now) => (now + by + count) % count)
    },
  }
}
