import { useEffect } from 'react'

type Flush = () => Promise<unknown>

const pending = new Set<Flush>()

/**
 * Names something that must be saved before the desk is locked or passes to another person:
 * typing that is saved later would be written down under the wrong name.
 */
export function useBeforeLeaving(flush: Flush): void {
  useEffect(() => {
    pending.add(flush)
    return () => {
      pending.delete(flush)
    }
  }, [flush])
}

/** Saves what is pending. A failed save does not stop the change of person; the screen that failed says so itself. */
export async function flushBeforeLeaving(): Promise<void> {
  await Promise.allSettled([...pending].map((flush) => flush()))
}
