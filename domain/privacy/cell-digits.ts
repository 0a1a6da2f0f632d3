import type { Finding } from './finding.ts'
import type { HitKind, HitSeverity } from './gate-hit.ts'
import { DETECTORS, LOOSE_DETECTORS } from './judge-number.ts'
import { maskValue } from './mask.ts'
import { plainDigits } from './plain-digits.ts'
import { idPlaces } from './long-run.ts'

/** A piece of a number that is spread over cells; `whole` is the number, so that an override means all of it. */
export type PieceFinding = Finding & { readonly whole: string }

/** The one or two digits of a cell, with their offsets in its text. */
type DigitCell = {
  readonly index: number
  readonly signs: readonly { sign: string; start: number; end: number }[]
}

/** A spread number: where in the joined digits, and what it is. */
type Spread = {
  readonly from: number
  readonly to: number
  readonly kind: HitKind
  readonly severity: HitSeverity
}

/**
 * Finds numbers written one or two digits to a cell, as paper forms have it. Gives the pieces to be masked, by the
 * index of their text in the row. Only an identity number with a valid check digit is looked for inside a longer
 * stretch: columns of small counts make any other number by chance.
 * @example cellDigitFindings(['电话', '1', '3', '8', '0', '0', '1', '3', '8', '0', '0', '0']).length // 4
 */
export function cellDigitFindings(
  texts: readonly string[],
): readonly { readonly index: number; readonly finding: PieceFinding }[] {
  if (texts.length < 6) return []
  return stretches(texts).flatMap((cells) => {
    const signs = cells.flatMap(({ index, signs: inCell }) => inCell.map((sign) => ({ ...sign, index })))
    const value = signs.map(({ sign }) => sign).join('')
    const before = texts.slice(0, cells[0]?.index ?? 0).findLast((text) => text.trim() !== '') ?? ''
    return spreads(value, before.slice(-14)).flatMap(({ from, to, kind, severity }) => {
      const whole = value.slice(from, to)
      const masked = maskValue(kind, whole)
      return signs.slice(from, to).flatMap(({ index, start, end }, at) => {
        if (masked[at] === whole[at]) return []
        return [{ index, finding: { kind, severity, start, end, masked: '*'.repeat(end - start), whole } }]
      })
    })
  })
}

function spreads(value: string, before: string): readonly Spread[] {
  const ids = idPlaces(value)
  if (ids.length > 0) {
    return ids.map((from): Spread => ({ from, to: from + 18, kind: 'RESIDENT_ID', severity: 'BLOCK' }))
  }
  const run = {
    ...{ start: 0, end: value.length, value, groups: Array.from(value.replace('X', ''), () => 1) },
    ...{ points: 0, fraction: false, loose: true, alone: true, atMask: false, before },
  }
  const [disability] = DETECTORS
  for (const detector of [...(disability === undefined ? [] : [disability]), ...LOOSE_DETECTORS]) {
    const judgement = detector(run)
    if (judgement !== null) return [{ ...judgement, from: 0, to: value.length }]
  }
  return []
}

/** Cells that follow each other with the same count of digits; an empty cell between them is a gap of the form. */
function stretches(texts: readonly string[]): readonly (readonly DigitCell[])[] {
  const found: DigitCell[][] = []
  let open: DigitCell[] = []
  for (const [index, text] of texts.entries()) {
    if (text.trim() === '' && index - (open.at(-1)?.index ?? index) === 1) continue
    const cell = digitCell(text, index)
    const first = open[0]
    const fits = cell !== null && first !== undefined && cell.signs.length === first.signs.length
    const ended = open.at(-1)?.signs.at(-1)?.sign === 'X'
    if (!fits || ended || index - (open.at(-1)?.index ?? index) > 2) {
      found.push(open)
      open = []
    }
    if (cell !== null) open.push(cell)
  }
  found.push(open)
  return found.filter((cells) => cells.length * (cells[0]?.signs.length ?? 0) >= 11)
}

function digitCell(text: string, index: number): DigitCell | null {
  if (text.length > 12) return null
  const plain = plainDigits(text, true)
  const signs = Array.from(plain.text)
    .map((sign, at) => ({ sign, start: plain.starts[at] ?? 0, end: plain.ends[at] ?? 0 }))
    .filter(({ sign }) => sign.trim() !== '')
  const value = signs.map(({ sign }) => sign).join('')
  return /^(?:\d{1,2}|\d?X)$/.test(value) ? { index, signs } : null
}
