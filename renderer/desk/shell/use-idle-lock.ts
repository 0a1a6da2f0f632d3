import { useEffect, useRef } from 'react'
import { reportActivity } from '../api/office-api.ts'
import { createIdleWatch } from './idle-watch.ts'

const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Keeps the session awake while somebody is at the keys, and calls `lock` when nobody is. */
export function useIdleLock(idleLockMinutes: number, locked: boolean, lock: () => void): void {
  const lockNow = useRef(lock)
  useEffect(() => {
    lockNow.current = lock
  })
  useEffect(() => {
    if (locked) return
    const watch = createIdleWatch({
      idleMs: idleLockMinutes * 60_000,
      reportEveryMs: 60_000,
      now: () => performance.now(),
      // A report that fails is no news to the person: the next request says what is wrong.
      onActive: () => void reportActivity().catch(() => undefined),
      onIdle: () => lockNow.current(),
    })
    const timer = window.setInterval(watch.tick, 5000)
    for (const name of INPUTS) window.addEventListener(name, watch.input, { capture: true, passive: true })
    return () => {
      window.clearInterval(timer)
      for (const name of INPUTS) window.removeEventListener(name, watch.input, { capture: true })
    }
  }, [idleLockMinutes, locked])
}
