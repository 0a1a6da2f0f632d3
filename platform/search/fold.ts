import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

const SIMPLIFIED = new Map(
  traditionalToSimplified.split('|').map((entry) => {
    const [from = '', to = from] = entry.split(' ')
    return [from, to] as const
  }),
)

// Radicals and compatibility forms: a text copied out of a PDF often has ⽇ (a radical) where 日 was meant.
const COMPATIBLE = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u

// No character above the second block of compatibility forms folds to another.
const LAST_FOLDED = 0x2fa1f

/**
 * Folds one character for searching: full-width to half-width, lower case, radicals to the characters they look like,
 * traditional to simplified.
 * One character in, one out, so that places in the folded text are places in the text itself.
 * @example foldCharacter('蒙') // '蒙'; foldCharacter('漢') // '汉'; foldCharacter('Ａ') // 'a'
 */
export function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : character
  if (code >= 0xff01 && code <= 0xff5e) return foldCharacter(String.fromCharCode(code - 0xfee0))
  if (COMPATIBLE.test(character)) {
    const plain = character.normalize('NFKC')
    if (plain !== character) return foldCharacter(plain)
  }
  const simplified = SIMPLIFIED.get(character)
  if (simplified !== undefined) return simplified
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

/**
 * Folds a text character by character.
 * @example foldText('蒙漢文並用 ＡＢ') // '蒙汉文并用 ab'
 */
export function foldText(text: string): string {
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

let variants: Map<string, string[]> | undefined

/**
 * Every character that folds to this one, itself included: with them a text is searched without folding it.
 * @example foldVariants('汉') // ['汉', '漢', …]
 */
export function foldVariants(folded: string): readonly string[] {
  if (!variants) {
    variants = new Map()
    for (let code = 0x41; code <= LAST_FOLDED; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCodePoint(code)
      const to = foldCharacter(character)
      if (to === character) continue
      const known = variants.get(to)
      if (known) known.push(character)
      else variants.set(to, [character])
    }
  }
  return [folded, ...(variants.get(folded) ?? [])]
}
