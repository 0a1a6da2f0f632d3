import { useEffect, useState } from 'react'

/** How often a countdown moves on. */
const TICK_MS = 20_000

/**
 * The board's own time in milliseconds, moving on: what the server said and how long ago it said it. The browser's clock is
 * not asked what time it is.
 */
export function useBoardNow(serverNow: string, saidAt: number, ticking: boolean): number {
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return
    const timer = window.setInterval(() => setAt(Date.now()), TICK_MS)
    return () => window.clearInterval(timer)
  }, [ticking])
  return Date.parse(serverNow) + Math.max(0, at - saidAt)
}
