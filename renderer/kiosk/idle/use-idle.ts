import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { onVisitEnd } from '../frame/end-visit.ts'
import { isGlass } from '../frame/glass.ts'
import { onActivity, visitIsHeld } from './activity.ts'
import {
  FIRST_IDLE_TIMES,
  startIdleTimer,
  type IdleClock,
  type IdlePhase,
  type IdleTimer,
  type IdleTimes,
} from './idle-timer.ts'
import { swallowClick } from './swallow-click.ts'

// Typing and scrolling count as much as touching: a visitor must not be thrown out in the middle of a word. Scrolling is known by
// the finger, wheel or key that does it: the event `scroll` also comes when a page merely grows or shrinks by itself.
const SIGNS = [
  'pointerdown',
  'pointermove',
  'keydown',
  'input',
  'compositionupdate',
  'wheel',
  'touchmove',
] as const

const ONLY_DURING_VISIT: ReadonlySet<string> = new Set(['pointermove'])

// A glass in a hall is never as small; on a phone somebody reads the own notice as long as it takes.
const PHONE_WIDTH = 500

const browserClock: IdleClock = {
  now: () => performance.now(),
  later: (callback, delay) => {
    const timer = window.setTimeout(callback, delay)
    return () => {
      window.clearTimeout(timer)
    }
  },
}

function isSomebodysPhone(): boolean {
  if (isGlass()) return false
  const shorter = Math.min(window.screen.width, window.screen.height)
  return shorter > 0 && shorter <= PHONE_WIDTH
}

/** Calls `onOver` when nobody has touched the glass for the idle time, and tells what to show before that. */
export function useIdle(onOver: () => void, times: IdleTimes = FIRST_IDLE_TIMES): IdlePhase {
  const [phase, setPhase] = useState<IdlePhase>({ phase: isGlass() ? 'over' : 'active' })
  const over = useEffectEvent(onOver)
  const now = useRef(times)
  const running = useRef<IdleTimer | null>(null)
  useEffect(() => {
    now.current = times
    running.current?.retime()
  }, [times])

  useEffect(() => {
    if (isSomebodysPhone()) return undefined
    let shown: IdlePhase['phase'] = isGlass() ? 'over' : 'active'
    let ending = false
    const watch = { times: () => now.current, held: visitIsHeld, begun: !isGlass() }
    const timer = startIdleTimer(browserClock, watch, (next) => {
      shown = next.phase
      setPhase(next)
      if (next.phase !== 'over' || ending) return
      ending = true
      over()
      ending = false
    })
    running.current = timer
    const touch = (event: Event): void => {
      // A mouse left on the glass still sends moves: that is no visitor.
      if (shown === 'over' && ONLY_DURING_VISIT.has(event.type)) return
      if (shown === 'warning' && event.type === 'pointerdown') swallowClick()
      timer.touch()
    }
    for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, passive: true })
    const endActivity = onActivity(timer.touch)
    const endVisits = onVisitEnd(() => {
      if (ending) return
      ending = true
      timer.end()
      ending = false
    })
    return () => {
      timer.stop()
      running.current = null
      endActivity()
      endVisits()
      for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [])

  return phase
}
