import { useSyncExternalStore } from 'react'

/**
 * How it stands with reading the page on the glass aloud: nothing on it can be read; this computer has no voice for its
 * language; it can be read; it is being read; it waits for “continue”.
 */
export type ReadingAloudState = 'NOTHING' | 'NO_VOICE' | 'READY' | 'SPEAKING' | 'PAUSED'

/** What a page that can be read aloud offers to the key row. */
export type ReadingAloud = {
  readonly state: ReadingAloudState
  /** Begins at the beginning, or goes on where it was paused. With no voice it shows the sentence that says so. */
  readonly start: () => void
  readonly pause: () => void
  readonly stop: () => void
}

const NOTHING: ReadingAloud = {
  state: 'NOTHING',
  start: () => undefined,
  pause: () => undefined,
  stop: () => undefined,
}

// The key stands in the frame and the text on the page. What came last is what lies on top: an emergency over a page.
let offers: readonly ReadingAloud[] = []
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Offers the page on the glass to be read aloud, or says how it stands now; the returned function takes it back. */
export function offerReadingAloud(reading: ReadingAloud): () => void {
  offers = [...offers, reading]
  tell()
  return () => {
    offers = offers.filter((one) => one !== reading)
    tell()
  }
}

/** Ends whatever is read aloud: the visit is over, an emergency takes the glass, another page is opened. */
export function stopReadingAloud(): void {
  for (const { stop } of offers) stop()
}

function current(): ReadingAloud {
  return offers.at(-1) ?? NOTHING
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What the page on the glass offers to be read aloud; `NOTHING` where there is no text to read. */
export function useReadingAloud(): ReadingAloud {
  return useSyncExternalStore(subscribe, current)
}
