import type { Temporal } from 'temporal-polyfill'
import { detectContext } from './detect-context.ts'
import { detectNumbers } from './detect-number.ts'
import type { Finding } from './finding.ts'

/**
 * Finds everything the privacy gate knows in one text (domain book §7.4): personal numbers, sensitive words beside a
 * name, and with `today` the birth dates of minors. Cells of a row are joined by a tab, lines by `\n`.
 * An identity number whose check digit is wrong is a WARN of the same kind: mistyped, yet it still names a person.
 * @example detect('身份证99000019800229001X')[0]?.masked // '990000********001X'
 */
export function detect(text: string, today?: Temporal.PlainDate): readonly Finding[] {
  const numbers = detectNumbers(text)
  const context = detectContext(text, today).filter(
    (finding) => !numbers.some((number) => number.start < finding.end && finding.start < number.end),
  )
  return [...numbers, ...context].toSorted((one, other) => one.start - other.start)
}
