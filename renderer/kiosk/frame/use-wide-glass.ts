import { useSyncExternalStore } from 'react'

const WIDE = '(orientation: landscape)'

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => {
    query.removeEventListener('change', listener)
  }
}

/** Whether the glass lies: what stands below in an upright one stands beside then, also for who goes by the keyboard. */
export function useWideGlass(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches)
}
