import type { Temporal } from 'temporal-polyfill'
import { cellDigitFindings, type PieceFinding } from './cell-digits.ts'
import { detectContext, minorBirthDates } from './detect-context.ts'
import { detectNumbers } from './detect-number.ts'
import type { Finding } from './finding.ts'

/**
 * How the cells of one row are read. `today` null counts every birth date, whoever was born; `headed` says per cell
 * that its column is headed as a birth date.
 */
export type RowReading = { readonly today: Temporal.PlainDate | null; readonly headed?: readonly boolean[] }

/** A find in one text of a row; `whole` is set on the pieces of a number that is spread over several cells. */
export type RowFinding = Finding & Partial<Pick<PieceFinding, 'whole'>>

/**
 * Finds everything in the texts of one table row (or in one paragraph), text by text: numbers within each text and
 * numbers spread over cells digit by digit, words beside a name across all of them. Offsets are those of the single texts.
 * @example rowFindings(['周敏', '残疾二级'], { today: null })[1]?.[0]?.kind // 'SENSITIVE_WORD'
 */
export function rowFindings(
  texts: readonly string[],
  reading: RowReading,
): readonly (readonly RowFinding[])[] {
  // Inside a row a line end would cut the sentence between a name and the word beside it.
  const joined = texts.map((text) => (texts.length > 1 ? text.replaceAll(/[\n\t]/g, ' ') : text)).join('\t')
  const context = detectContext(joined, reading.today)
  const pieces = cellDigitFindings(texts)
  let offset = 0
  return texts.map((text, index) => {
    const from = offset
    offset += text.length + 1
    const findings: RowFinding[] = [
      ...detectNumbers(text),
      ...pieces.filter((piece) => piece.index === index).map(({ finding }) => finding),
    ]
    const born = reading.headed?.[index] === true ? minorBirthDates(text, reading.today, true) : []
    const beside = context
      .map((finding) => ({ ...finding, start: finding.start - from, end: finding.end - from }))
      .filter((finding) => finding.start >= 0 && finding.end <= text.length)
    for (const finding of [...born, ...beside]) {
      if (!findings.some((other) => other.start < finding.end && finding.start < other.end))
        findings.push(finding)
    }
    return findings.toSorted((one, other) => one.start - other.start)
  })
}

/**
 * Says whether the text of a cell heads a column of birth dates.
 * @example isBirthHeading('出生年月') // true
 */
export function isBirthHeading(text: string): boolean {
  return text.length <= 20 && /出生|生日/.test(text)
}

/**
 * The written value a find stands for: the whole number, also where only one piece of it stands in this text.
 * @example writtenValue('13800138000', finding) // '13800138000'
 */
export function writtenValue(text: string, finding: RowFinding): string {
  return finding.whole ?? text.slice(finding.start, finding.end)
}
