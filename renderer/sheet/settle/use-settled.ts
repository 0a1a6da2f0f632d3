import { useEffect, useRef, useState, type RefObject } from 'react'
import { facesSettled } from '../type/faces-settled.ts'
import { breakLongWords, wordsAt } from './fit.ts'
import { isDecoded, type Settled } from './settle.ts'

/** What a face found when it had made itself fit: the end a printed file must contain, and the first place that does not fit. */
type Fitted = { readonly lastLine: string; readonly overflow: string | null }

/**
 * Waits for faces and pictures, lets the sheet make itself fit and leaves the marks of `settle` for whoever prints it. `area`
 * goes to the element that is fitted; `sheet` is what it is drawn from.
 */
export function useSettled(
  sheet: object,
  fit: (area: HTMLElement) => Fitted,
): { readonly area: RefObject<HTMLElement | null>; readonly settled: Settled | null } {
  const area = useRef<HTMLElement>(null)
  const [settled, setSettled] = useState<Settled | null>(null)
  const fitting = useRef(fit)
  useEffect(() => {
    fitting.current = fit
  })
  useEffect(() => {
    let isCurrent = true
    const element = area.current
    if (element === null) return undefined
    const run = async () => {
      const decoded = await Promise.all([...element.querySelectorAll('img')].map(isDecoded))
      await facesSettled(element)
      if (!isCurrent) return
      breakLongWords(element)
      const { lastLine, overflow } = fitting.current(element)
      const missingPictures = decoded.filter((ok) => !ok).length
      const marks = document.documentElement.dataset
      marks.lastLine = lastLine
      if (overflow === null) {
        delete marks.overflow
        delete marks.overflowWords
      } else {
        marks.overflow = overflow
        marks.overflowWords = wordsAt(element, overflow)
      }
      marks.ready = missingPictures === 0 ? 'true' : 'error'
      setSettled({ overflow, missingPictures })
    }
    void run()
    return () => {
      isCurrent = false
    }
  }, [sheet])
  return { area, settled }
}
