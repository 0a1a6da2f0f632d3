/** What decides whether a key may reach the browser. */
export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** AltGr types a letter on some keyboards, and comes as Ctrl and Alt together. */
  readonly altGraph: boolean
  /** The key goes into a field. */
  readonly inField: boolean
}

// What opens another page, a menu, a search or a printer by one key.
const SINGLE_KEYS: ReadonlySet<string> = new Set([
  'Alt',
  'ContextMenu',
  'BrowserBack',
  'BrowserForward',
  'BrowserHome',
  'BrowserRefresh',
  'BrowserSearch',
  'BrowserFavorites',
  'BrowserStop',
  'GoBack',
  'GoHome',
  'LaunchMail',
  'LaunchApplication1',
  'LaunchApplication2',
  'LaunchWebBrowser',
  'Meta',
  'Open',
  'Print',
  'PrintScreen',
  'Save',
  'New',
  'Find',
  'Help',
  'Copy',
  'Cut',
  'Paste',
])

/**
 * Whether a key would lead away from the board: function keys, everything with Ctrl, Alt or the system's key, and keys that are a
 * way out by themselves. Letters, arrows, Tab, Enter and Escape stay, so that the glass works with a keyboard too. Only a second
 * fence: what the system itself does with a key (Alt+F4, Ctrl+Alt+Del, the Windows key) no page ever sees.
 * @example isBlockedKey({ key: 'p', ctrlKey: true, … }) // true
 */
export function isBlockedKey(press: KeyPress): boolean {
  if (/^F\d{1,2}$/.test(press.key) || SINGLE_KEYS.has(press.key)) return true
  if (press.altGraph) return false
  if (press.ctrlKey || press.metaKey || press.altKey) return true
  // In an old browser it goes one page back.
  return press.key === 'Backspace' && !press.inField
}
