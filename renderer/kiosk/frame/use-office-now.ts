import { useEffect, useState } from 'react'
import { useHome } from './board-queries.ts'

// Expiry is told in minutes.
const LOOK_MS = 15_000

/**
 * The office's time now in milliseconds: what its last answer said, and what has passed since on the clock that cannot be set. It
 * goes on while the office is away; null before the first answer and while the office doubts its own clock.
 */
export function useOfficeNow(): number | null {
  const { data } = useHome()
  const [passed, setPassed] = useState(() => performance.now())
  useEffect(() => {
    const timer = window.setInterval(() => {
      setPassed(performance.now())
    }, LOOK_MS)
    return () => {
      window.clearInterval(timer)
    }
  }, [])
  if (data === undefined || data.home.clockDoubtful) return null
  return Date.parse(data.home.asOf) + Math.max(0, passed - data.heldFrom)
}
