import { lazy, Suspense, useEffect, useState } from 'react'

// Only an empty hall sees it.
const Passing = lazy(async () => ({ default: (await import('./attract.tsx')).Attract }))

// The first page stands a while before notices pass over it: whoever has just pressed 结束使用 still sees that it is the first page.
const AFTER_MS = 20_000

/** Lets notices pass by once nobody has been there for a while; the first touch ends it. */
export function AttractLater(props: { office: string }) {
  const [passing, setPassing] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setPassing(true)
    }, AFTER_MS)
    return () => {
      window.clearTimeout(timer)
    }
  }, [])
  if (!passing) return null
  return (
    <Suspense>
      <Passing
        office={props.office}
        end={() => {
          setPassing(false)
        }}
      />
    </Suspense>
  )
}
