import { useEffect, useRef } from 'react'
import { createIdleWatch } from './idle-watch.ts'

const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** What the watch does with a session: says that somebody is there, or locks it. */
export type IdleActions = { readonly report: () => Promise<void>; readonly lock: () => void }

/** Keeps the session awake while somebody is at the keys, and locks it when nobody is. */
export function useIdleLock(idleLockMinutes: number, locked: boolean, actions: IdleActions): void {
  const now = useRef(actions)
  useEffect(() => {
    now.current = actions
  })
  useEffect(() => {
    if (locked) return
    const watch = createIdleWatch({
      idleMs: idleLockMinutes * 60_000,
      reportEveryMs: 60_000,
      now: () => performance.now(),
      // A report that fails is no news to the person: the next request says what is wrong.
      onActive: () => void now.current.report().catch(() => undefined),
      onIdle: () => now.current.lock(),
    })
    const timer = window.setInterval(watch.tick, 5000)
    for (const name of INPUTS) window.addEventListener(name, watch.input, { capture: true, passive: true })
    return () => {
      window.clearInterval(timer)
      for (const name of INPUTS) window.removeEventListener(name, watch.input, { capture: true })
    }
  }, [idleLockMinutes, locked])
}
