import { useEffect, useEffectEvent, useState } from 'react'
import { startIdleTimer, type IdleClock, type IdlePhase } from './idle-timer.ts'

// Typing and scrolling count as much as touching: a visitor must not be thrown out in the middle of a word.
const SIGNS = [
  'pointerdown',
  'pointermove',
  'keydown',
  'input',
  'compositionupdate',
  'wheel',
  'touchmove',
] as const

const browserClock: IdleClock = {
  now: () => performance.now(),
  later: (callback, delay) => {
    const timer = window.setTimeout(callback, delay)
    return () => {
      window.clearTimeout(timer)
    }
  },
}

/** Calls `onOver` when nobody has touched the screen for the idle time, and tells what to show before that. */
export function useIdle(onOver: () => void): IdlePhase {
  const [phase, setPhase] = useState<IdlePhase>({ phase: 'active' })
  const over = useEffectEvent(onOver)

  useEffect(() => {
    const timer = startIdleTimer(browserClock, (next) => {
      setPhase(next)
      if (next.phase === 'over') over()
    })
    for (const sign of SIGNS) window.addEventListener(sign, timer.touch, { capture: true, passive: true })
    return () => {
      timer.stop()
      for (const sign of SIGNS) window.removeEventListener(sign, timer.touch, { capture: true })
    }
  }, [])

  return phase
}
