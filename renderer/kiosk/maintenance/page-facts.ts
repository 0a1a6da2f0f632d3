import type { PageFacts } from '../../../domain/kiosk/self-check.ts'
import { GLASS_MARK } from '../frame/glass.ts'
import { clipboardWasEmptied } from '../idle/wipe-visit.ts'

const ROUNDING_PX = 2

function storageEmpty(): boolean | null {
  try {
    const keys = [...Object.keys(window.localStorage), ...Object.keys(window.sessionStorage)]
    return keys.every((key) => key === GLASS_MARK || key.startsWith('board-'))
  } catch {
    return null
  }
}

/** Seconds by which the screen's clock is ahead of the office's, whose clock just now is handed in. */
export function clockDrift(serverTime: string): number {
  return Math.round((Date.now() - Date.parse(serverTime)) / 1000)
}

/** What the page sees of its own glass. */
export function pageFacts(): PageFacts {
  const { screen, innerWidth, innerHeight } = window
  const whole =
    Math.abs(innerWidth - screen.width) <= ROUNDING_PX && Math.abs(innerHeight - screen.height) <= ROUNDING_PX
  return {
    wholeScreen: whole || window.matchMedia('(display-mode: fullscreen)').matches,
    zoomed: window.visualViewport ? Math.abs(window.visualViewport.scale - 1) > 0.01 : null,
    clipboardEmptied: clipboardWasEmptied(),
    storageEmpty: storageEmpty(),
    // Our own two steps, and one more for the page a browser opens with.
    foreignHistory: window.history.length > 3,
  }
}

/** How many voices read Chinese aloud; null where the browser cannot speak. */
export function chineseVoices(): number | null {
  if (!('speechSynthesis' in window)) return null
  return window.speechSynthesis.getVoices().filter(({ lang }) => /^zh\b/i.test(lang)).length
}
