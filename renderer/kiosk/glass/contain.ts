import { isBlockedKey } from './blocked-key.ts'
import { holdHistory } from './hold-history.ts'
import './contain.css'

const FIELDS = 'input, textarea, [contenteditable="true"]'
const EARLY = { capture: true } as const
// A listener that may not refuse cannot stop the browser's own zoom.
const FIRM = { capture: true, passive: false } as const

function refuse(event: Event): void {
  event.preventDefault()
}

function refuseWholly(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function onKey(event: KeyboardEvent): void {
  const inField = event.target instanceof Element && event.target.matches(FIELDS)
  const altGraph = event.getModifierState('AltGraph')
  const { key, ctrlKey, metaKey, altKey } = event
  if (isBlockedKey({ key, ctrlKey, metaKey, altKey, altGraph, inField })) refuseWholly(event)
}

/** Only the main button, or a finger, presses anything: the others open tabs, menus, and the page before. */
function onButton(event: MouseEvent): void {
  if (event.button !== 0) refuseWholly(event)
}

/** A link of the kiosk goes through its own pages; every other one is words. */
function onClick(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) {
    refuseWholly(event)
    return
  }
  const link = event.target instanceof Element ? event.target.closest('a, area') : null
  const address = link?.getAttribute('href') ?? ''
  if (link !== null && !address.startsWith('#')) refuse(event)
  // A file field would open the computer's own folders.
  if (event.target instanceof Element && event.target.closest('input[type="file"]')) refuseWholly(event)
}

function onTouch(event: TouchEvent): void {
  if (event.touches.length > 1) event.preventDefault()
}

function onWheel(event: WheelEvent): void {
  if (event.ctrlKey || event.metaKey) event.preventDefault()
}

function onSelect(event: Event): void {
  if (!(event.target instanceof Element && event.target.closest(FIELDS))) event.preventDefault()
}

/** The browser's own functions that open something; the page has no use for any of them. */
function takeFunctionsAway(): void {
  const nothing = { writable: false, configurable: false }
  Object.defineProperty(window, 'open', { value: () => null, ...nothing })
  Object.defineProperty(window, 'print', { value: () => undefined, ...nothing })
  for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) {
    if (name in window)
      Object.defineProperty(window, name, {
        value: async () => Promise.reject(new Error('glass')),
        ...nothing,
      })
  }
}

/** A page that was put aside by the browser comes back as its last visitor left it; it is made anew. */
function onPageShow(event: PageTransitionEvent): void {
  if (event.persisted) window.location.reload()
}

/**
 * Closes the ways out that a page can see: menus, selection, drag, zoom, printing, files, windows, keys, the way back. What the
 * operating system offers (swipes from the edge, its own keys) only the system can lock, and the self-check says so.
 */
export function containGlass(): void {
  document.documentElement.dataset['glass'] = 'ON'
  // Tells the server that a file asked for as a page of its own would be saved on the office's computer.
  document.cookie = 'board-glass=1; path=/; SameSite=Strict'
  takeFunctionsAway()
  for (const type of [
    'contextmenu',
    'dragstart',
    'dragenter',
    'dragover',
    'drop',
    'copy',
    'cut',
    'paste',
  ] as const) {
    window.addEventListener(type, refuse, EARLY)
  }
  window.addEventListener('selectstart', onSelect, EARLY)
  window.addEventListener('keydown', onKey, EARLY)
  window.addEventListener('keyup', onKey, EARLY)
  for (const type of ['mousedown', 'mouseup', 'auxclick'] as const)
    window.addEventListener(type, onButton, EARLY)
  window.addEventListener('click', onClick, EARLY)
  window.addEventListener('submit', refuse, EARLY)
  window.addEventListener('wheel', onWheel, FIRM)
  for (const type of ['touchstart', 'touchmove'] as const) window.addEventListener(type, onTouch, FIRM)
  // Safari's own pinch.
  for (const type of ['gesturestart', 'gesturechange']) window.addEventListener(type, refuse, FIRM)
  window.addEventListener('pageshow', onPageShow)
  holdHistory()
}
