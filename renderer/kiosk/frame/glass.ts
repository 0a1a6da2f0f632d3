/** Where the window remembers that it is the glass; the only thing of ours that outlives a visit. */
export const GLASS_MARK = 'board-glass'

/**
 * Whether an address, and what its window remembers, make this the office's own glass: `/kiosk/?glass=1` says so once, and the
 * window keeps it. A page cannot see whether it hangs in the hall or lies in a citizen's hand; the one who sets the kiosk up says it.
 * @example glassAsked('?glass=1', null) // true
 */
export function glassAsked(search: string, kept: string | null): boolean {
  return new URLSearchParams(search).get('glass') === '1' || kept === '1'
}

function decide(): boolean {
  let kept: string | null = null
  try {
    kept = window.sessionStorage.getItem(GLASS_MARK)
    if (glassAsked(window.location.search, kept)) window.sessionStorage.setItem(GLASS_MARK, '1')
  } catch {
    // Storage switched off by a policy: the address alone says it.
  }
  return glassAsked(window.location.search, kept)
}

let glass: boolean | null = null

/**
 * Whether this page is the glass in the hall. There nothing may be saved, printed or opened elsewhere; on a citizen's phone it may.
 */
export function isGlass(): boolean {
  glass ??= decide()
  return glass
}
