/**
 * What joins two groups of digits. `sign` names the separator; a `loose` one also stands between two numbers that have
 * nothing to do with each other, so that what it joins needs more evidence.
 */
export type Link = { readonly sign: string; readonly loose: boolean }

type Span = { readonly start: number; readonly end: number }

const SPACE = '[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]'
const CLOSE = new RegExp(`^(?:X|${SPACE}{1,2}|${SPACE}?([-‐‑‒–—−﹣~_·•.)])${SPACE}?)$`)
const WIDE = new RegExp(`^(?:${SPACE}{3,12}|${SPACE}{0,4}(?:\\r?(\\n)|([/,、:;|\\\\]))${SPACE}{0,4})$`)

/**
 * Says how two neighbouring groups of digits are joined in a plain text, or null when they are not.
 * @example linkBetween('138-0013', { start: 0, end: 3 }, { start: 4, end: 8 }) // { sign: '-', loose: false }
 */
export function linkBetween(text: string, left: Span, right: Span): Link | null {
  if (right.start - left.end > 12) return null
  const written = text.slice(left.end, right.start)
  const close = CLOSE.exec(written)
  if (close !== null) return { sign: written === 'X' ? 'X' : (close[1] ?? ' '), loose: false }
  // A form with one box for each digit comes out of a page with tabs; tabs between longer numbers are columns.
  const single = left.end - left.start === 1 && right.end - right.start === 1
  if (written === '\t') return single ? { sign: '\t', loose: true } : null
  const wide = WIDE.exec(written)
  if (wide === null) return null
  if (wide[1] !== undefined) return inColumn(text, left, right) ? null : { sign: '\n', loose: true }
  return { sign: wide[2] ?? '   ', loose: true }
}

/** Lines that hold nothing but a number, one under the other, are a column; a number that wraps stands there alone. */
function inColumn(text: string, left: Span, right: Span): boolean {
  const above = text.slice(Math.max(0, left.start - 40), left.start)
  const below = text.slice(right.end, right.end + 40)
  return (
    /(?:^|\n)[\d,. ]*\d[^\S\n]*\n[\d,. ]*$/.test(above) || /^[\d,. ]*\n[^\S\n]*\d[\d,. ]*(?:\n|$)/.test(below)
  )
}
