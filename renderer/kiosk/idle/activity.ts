// One place for every sign of life: a visitor who typed on the on-screen keyboard was thrown out because only the page's own
// events counted (FreeKiosk#195).
const listeners = new Set<() => void>()
let held = 0

/** Says that the visitor did something: a key of the on-screen keyboard, a turn of a page by a key of ours. */
export function signalActivity(): void {
  for (const listener of listeners) listener()
}

/**
 * Holds the visit open while something runs that needs no touch, such as reading aloud; the returned function ends it. Nobody
 * may hold it for ever: whoever holds it ends with what it plays.
 */
export function holdVisit(): () => void {
  let ended = false
  held += 1
  signalActivity()
  return () => {
    if (ended) return
    ended = true
    held -= 1
    signalActivity()
  }
}

/** Whether something holds the visit open now. */
export function visitIsHeld(): boolean {
  return held > 0
}

/** Calls back at every sign of life; the returned function ends it. */
export function onActivity(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
