import { isNightPause } from '../../../domain/signage/night-pause.ts'
import { reloadSafely } from './reload-safely.ts'

const LOOK_MS = 5 * 60_000
const QUIET_MS = 30 * 60_000
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const

/**
 * Begins the page anew once a night, when nobody has touched it for half an hour and the server answers; the returned function ends
 * it. The wall clock only says roughly when: being wrong about it costs nothing, since the page is the same afterwards.
 */
export function reloadAtNight(): () => void {
  let touchedAt = performance.now()
  const touch = () => {
    touchedAt = performance.now()
  }
  const timer = window.setInterval(() => {
    const runningFor = performance.now()
    const isQuiet = runningFor - touchedAt > QUIET_MS
    if (isQuiet && isNightPause({ isLit: true, instant: Date.now(), runningFor })) void reloadSafely()
  }, LOOK_MS)
  for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, passive: true })
  return () => {
    window.clearInterval(timer)
    for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true })
  }
}
