import { useEffect, useState } from 'react'

/** The screen's own clock, moving on with every full minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setTimeout(
      () => {
        setNow(Date.now())
      },
      60_000 - (Date.now() % 60_000),
    )
    return () => {
      window.clearTimeout(timer)
    }
  }, [now])
  return now
}
