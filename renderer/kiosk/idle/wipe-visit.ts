import { isGlass } from '../frame/glass.ts'

/** Names that belong to the device and hold nothing of a visitor: the mark of the glass, evidence that waits to be sent. */
const DEVICE_PREFIX = 'board-'

function clearStorage(storage: Storage): void {
  for (const key of Object.keys(storage)) {
    if (!key.startsWith(DEVICE_PREFIX)) storage.removeItem(key)
  }
}

function clearCookies(): void {
  for (const pair of document.cookie.split(';')) {
    const name = (pair.split('=')[0] ?? '').trim()
    // Expiring a cookie is the only way a page has to take it away.
    if (name !== '' && !name.startsWith(DEVICE_PREFIX)) document.cookie = `${name}=; Max-Age=0; path=/`
  }
}

async function clearCaches(): Promise<void> {
  if (!('caches' in window)) return
  const names = await window.caches.keys()
  await Promise.all(
    names.filter((name) => !name.startsWith(DEVICE_PREFIX)).map(async (name) => window.caches.delete(name)),
  )
}

/** Whether the clipboard could be emptied; null before anybody tried. The self-check tells it. */
let clipboardEmptied: boolean | null = null

/** What became of the clipboard at the end of the last visit; null before the first. */
export function clipboardWasEmptied(): boolean | null {
  return clipboardEmptied
}

async function emptyClipboard(): Promise<void> {
  try {
    await navigator.clipboard.writeText('')
    clipboardEmptied = true
  } catch {
    // Refused without a secure address or without focus; copying is blocked on the glass all the same.
    clipboardEmptied = false
  }
}

// A pinch that got through cannot be undone by a script where the viewport's own limits are not heeded; there the check says so.
function resetZoom(): void {
  if ((window.visualViewport?.scale ?? 1) === 1) return
  const meta = document.querySelector('meta[name="viewport"]')
  const before = meta?.getAttribute('content') ?? ''
  meta?.setAttribute('content', 'width=device-width, initial-scale=1, maximum-scale=1')
  window.requestAnimationFrame(() => meta?.setAttribute('content', before))
}

/**
 * Takes away what a visitor left in the browser itself; what our own pages held goes with them. On a citizen's phone storage and
 * clipboard are the citizen's, and stay.
 */
export async function wipeVisit(): Promise<void> {
  window.getSelection()?.removeAllRanges()
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  if ('speechSynthesis' in window) window.speechSynthesis.cancel()
  for (const form of document.forms) form.reset()
  for (const dialog of document.querySelectorAll('dialog[open]')) (dialog as HTMLDialogElement).close()
  for (const player of document.querySelectorAll('audio, video')) (player as HTMLMediaElement).pause()
  resetZoom()
  if (!isGlass()) return
  clearStorage(window.sessionStorage)
  clearStorage(window.localStorage)
  clearCookies()
  await Promise.all([emptyClipboard(), clearCaches()])
}
