import { useEffect, useEffectEvent } from 'react'

/** How long staff hold the office's name, in milliseconds: longer than any finger that rests by chance. */
const HOLD_MS = 5000

/** Calls back when somebody holds a finger on a part of the page for five seconds; scrolling or leaving it ends the hold. */
export function useHold(active: boolean, selector: string, onHeld: () => void): void {
  const held = useEffectEvent(onHeld)
  useEffect(() => {
    if (!active) return undefined
    let timer: number | undefined
    const end = (): void => {
      window.clearTimeout(timer)
      timer = undefined
    }
    const begin = (event: PointerEvent): void => {
      end()
      if (!event.isPrimary || !(event.target instanceof Element) || !event.target.closest(selector)) return
      timer = window.setTimeout(held, HOLD_MS)
    }
    const move = (event: PointerEvent): void => {
      if (timer !== undefined && !(event.target instanceof Element && event.target.closest(selector))) end()
    }
    window.addEventListener('pointerdown', begin, { capture: true })
    window.addEventListener('pointermove', move, { capture: true })
    for (const type of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(type, end, { capture: true })
    return () => {
      end()
      window.removeEventListener('pointerdown', begin, { capture: true })
      window.removeEventListener('pointermove', move, { capture: true })
      for (const type of ['pointerup', 'pointercancel'] as const) {
        window.removeEventListener(type, end, { capture: true })
      }
    }
  }, [active, selector])
}
