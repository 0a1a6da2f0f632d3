import { onVisitEnd } from '../frame/end-visit.ts'

/** What the pad's keys write: first letters, numbers, or Chinese characters by their pinyin. */
export type PadMode = 'LETTERS' | 'NUMBERS' | 'HAN'

/** What a visitor has typed on the pad; `pinyin` is not yet a character. */
export type Typed = { readonly mode: PadMode; readonly text: string; readonly pinyin: string }

/** How every visit begins. */
export const NOTHING_TYPED: Typed = { mode: 'LETTERS', text: '', pinyin: '' }

// As the server takes it.
const LONGEST = 40
const LONGEST_PINYIN = 24

/** Whether a text is searched as words; letters and digits alone are keys. */
export function isWords(text: string): boolean {
  return /[^\x20-\x7e]/u.test(text)
}

/** What is looked for now: words when there are any, else the keys that were pressed. */
export function lookedFor(typed: Typed): { readonly words: string } | { readonly keys: string } {
  const text = typed.text.trim()
  return isWords(text) ? { words: text } : { keys: `${text}${typed.pinyin}`.trim() }
}

function withoutLast(text: string): string {
  return [...text].slice(0, -1).join('')
}

/**
 * What stands after one more key; `{bksp}`, `{clear}`, `{han}`, `{letters}`, `{numbers}` and `{space}` are keys without a letter.
 * Letters that were typed already become pinyin when characters are asked for, so nothing has to be typed twice.
 * @example press({ mode: 'LETTERS', text: 'db', pinyin: '' }, 'g').text // 'dbg'
 */
export function press(typed: Typed, key: string): Typed {
  const { mode, text, pinyin } = typed
  switch (key) {
    case '{bksp}':
      return pinyin === '' ? { ...typed, text: withoutLast(text) } : { ...typed, pinyin: withoutLast(pinyin) }
    case '{clear}':
      return { ...typed, text: '', pinyin: '' }
    case '{han}':
      return /^[a-z]+$/u.test(text)
        ? { mode: 'HAN', text: '', pinyin: text.slice(0, LONGEST_PINYIN) }
        : { ...typed, mode: 'HAN' }
    case '{letters}':
      return { mode: 'LETTERS', text: `${text}${pinyin}`.slice(0, LONGEST), pinyin: '' }
    case '{numbers}':
      return { mode: 'NUMBERS', text: `${text}${pinyin}`.slice(0, LONGEST), pinyin: '' }
    case '{space}':
      return text === '' || text.endsWith(' ') ? typed : { ...typed, text: `${text} ` }
    default:
      break
  }
  if (mode === 'HAN' && /^[a-z]$/u.test(key)) {
    return pinyin.length < LONGEST_PINYIN ? { ...typed, pinyin: pinyin + key } : typed
  }
  return text.length < LONGEST ? { ...typed, text: text + key } : typed
}

/** Takes a candidate for the first letters of the pinyin. */
export function choose(typed: Typed, word: string, takes: number): Typed {
  return { ...typed, text: `${typed.text}${word}`.slice(0, LONGEST), pinyin: typed.pinyin.slice(takes) }
}

// In memory only, so that the way back from a notice leads to what was typed, and gone with the visit.
let kept = NOTHING_TYPED
onVisitEnd(() => {
  kept = NOTHING_TYPED
})

/** What this visitor typed before. */
export function keptTyped(): Typed {
  return kept
}

/** Keeps it until the visit ends. */
export function keepTyped(typed: Typed): void {
  kept = typed
}
