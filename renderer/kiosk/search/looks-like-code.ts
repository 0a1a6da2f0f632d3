/**
 * Whether what was typed into the search may be a code from paper: a scanned text, hex digits of the length of a short hash, or four
 * words of two characters set apart. What it is worth the server says.
 * @example looksLikeCode('安宁 白云 百合 柏树') // true
 */
export function looksLikeCode(typed: string): boolean {
  const text = typed.trim()
  return (
    text.startsWith('BOARD:') ||
    /\/c\?o=/u.test(text) ||
    /^[0-9a-f]{4}(?:[\s-]?[0-9a-f]{4}){3}$/iu.test(text) ||
    /^\p{Script=Han}{2}(?:[\s、，,·-]+\p{Script=Han}{2}){3}$/u.test(text)
  )
}
