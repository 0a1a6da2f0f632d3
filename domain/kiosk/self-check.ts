/** What can be said of one way out: it is locked, it is not, or it cannot be seen from here. Never more than was seen. */
export type LockState = 'LOCKED' | 'OPEN' | 'UNSEEN'

/** What the page itself can see of the glass; null where the browser does not say. */
export type PageFacts = {
  /** The page fills the screen and no frame of a browser is around it. */
  readonly wholeScreen: boolean | null
  /** Two fingers have enlarged nothing, and may not. */
  readonly zoomed: boolean | null
  /** What was copied is gone at the end of a visit. */
  readonly clipboardEmptied: boolean | null
  /** Nothing of a visitor stays in the browser's storage. */
  readonly storageEmpty: boolean | null
  /** How many steps the browser could go back to a page of somebody else. */
  readonly foreignHistory: boolean | null
}

/** What the program can see of the computer; null where it cannot. */
export type ComputerFacts = {
  readonly administrator: boolean | null
  readonly ownShell: boolean | null
  readonly edgeSwipeOff: boolean | null
  readonly automaticSignIn: boolean | null
}

/** Everything the check speaks of, in the order it is shown. */
export const CHECK_ITEMS = [
  'WHOLE_SCREEN',
  'ZOOM',
  'CLIPBOARD',
  'STORAGE',
  'HISTORY',
  'SYSTEM_KEYS',
  'EDGE_SWIPE',
  'OWN_SHELL',
  'RIGHTS',
  'RETURN_AFTER_POWER_CUT',
  'SLEEP',
] as const
/** One of them. */
export type CheckItem = (typeof CHECK_ITEMS)[number]

function good(seen: boolean | null): LockState {
  if (seen === null) return 'UNSEEN'
  return seen ? 'LOCKED' : 'OPEN'
}

function not(seen: boolean | null): boolean | null {
  return seen === null ? null : !seen
}

/**
 * Judges what was seen. A system's own keys and its sleep can be seen by no page and no program of ours, and full screen proves no
 * lock (electron#2272): such things are never said to be locked.
 * @example selfCheck(page, null).get('SYSTEM_KEYS') // 'UNSEEN'
 */
export function selfCheck(
  page: PageFacts | null,
  computer: ComputerFacts | null,
): ReadonlyMap<CheckItem, LockState> {
  return new Map<CheckItem, LockState>([
    // A page that fills the screen may still be left by a swipe: good to know when it does not, and no more.
    ['WHOLE_SCREEN', page?.wholeScreen === false ? 'OPEN' : 'UNSEEN'],
    ['ZOOM', good(not(page?.zoomed ?? null))],
    ['CLIPBOARD', good(page?.clipboardEmptied ?? null)],
    ['STORAGE', good(page?.storageEmpty ?? null)],
    ['HISTORY', good(not(page?.foreignHistory ?? null))],
    ['SYSTEM_KEYS', 'UNSEEN'],
    ['EDGE_SWIPE', good(computer?.edgeSwipeOff ?? null)],
    ['OWN_SHELL', good(computer?.ownShell ?? null)],
    ['RIGHTS', good(not(computer?.administrator ?? null))],
    ['RETURN_AFTER_POWER_CUT', good(computer?.automaticSignIn ?? null)],
    ['SLEEP', 'UNSEEN'],
  ])
}
