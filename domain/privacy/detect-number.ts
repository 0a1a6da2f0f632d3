import type { Finding } from './finding.ts'
import { DETECTORS, type Detector, type Judgement, LOOSE_DETECTORS } from './judge-number.ts'
import { longRuns } from './long-run.ts'
import { maskValue } from './mask.ts'
import type { NumberRun } from './number-run.ts'
import { numberRuns } from './number-run.ts'
import type { PlainDigits } from './plain-digits.ts'
import { hasFoldedDigits, holdsDigitSigns, plainDigits } from './plain-digits.ts'

/** Small letters count only where nothing is glued to them: in a hexadecimal sum they stand by chance. */
const PASSPORT =
  /(?<![A-Za-z])(?:[EGDSPH]\d{8}|E[A-HJ-NP-Z]\d{7})(?!\d)|(?<![A-Za-z0-9]|\*{3})(?:[egdsph]\d{8}|e[a-hj-np-z]\d{7})(?![A-Za-z0-9])/g

/**
 * Finds personal numbers in a text (domain book §7.4): disability certificate, identity number old and new, bank
 * card, mobile, telephone, passport; also in full-width digits, in groups, in words, or with invisible characters
 * inside. What holds together only by commas, slashes, wide gaps or a line end is a warning unless a label or a check
 * digit makes it certain.
 * @example detectNumbers('电话138-0013-8000') // [{ kind: 'MOBILE', severity: 'BLOCK', start: 2, end: 15, … }]
 */
export function detectNumbers(original: string): readonly Finding[] {
  // Most texts hold no number long enough, however it is written; a passport has the fewest digits, seven.
  if (!holdsDigitSigns(original, 7)) return []
  const folds = hasFoldedDigits(original)
  const plain = plainDigits(original)
  const taken = new Uint8Array(plain.text.length)
  const findings: Finding[] = []
  const take = (runs: readonly NumberRun[], detectors: readonly Detector[], spare = false): void => {
    for (const detector of detectors) {
      for (const run of runs) {
        const judgement = detector(run)
        if (judgement === null || taken.subarray(run.start, run.end).includes(1)) continue
        taken.fill(1, run.start, run.end)
        const severity = spare && isMarked(plain.text, run) ? 'WARN' : judgement.severity
        findings.push(finding(original, plain, run.start, run.end, { ...judgement, severity }))
      }
    }
  }
  const runs = numberRuns(plain.text)
  take([...longRuns(plain.text), ...runs.filter(({ loose }) => !loose)], DETECTORS)
  for (const match of plain.text.matchAll(PASSPORT)) {
    const end = match.index + match[0].length
    if (taken.subarray(match.index, end).includes(1)) continue
    taken.fill(1, match.index, end)
    findings.push(finding(original, plain, match.index, end, { kind: 'PASSPORT', severity: 'BLOCK' }))
  }
  take(
    runs.filter(({ loose }) => loose),
    LOOSE_DETECTORS,
  )
  if (folds) {
    const { text } = plainDigits(original, true)
    const written = ({ start, end }: NumberRun): boolean =>
      text.slice(start, end) !== plain.text.slice(start, end)
    take(
      numberRuns(text).filter((run) => !run.loose && written(run)),
      DETECTORS,
      true,
    )
  }
  return findings.toSorted((one, other) => one.start - other.start)
}

/** One list mark or note sign before or after digits may not belong to them. */
function isMarked(plain: string, { start, end, value }: NumberRun): boolean {
  const digits = plain.slice(start, end).replaceAll(/\D/g, '').length
  return digits >= value.length - 1 && !/^\d.*\d$/.test(plain.slice(start, end))
}

function finding(
  original: string,
  plain: PlainDigits,
  from: number,
  to: number,
  judgement: Judgement,
): Finding {
  const start = plain.starts[from] ?? 0
  const end = plain.ends[to - 1] ?? original.length
  return { ...judgement, start, end, masked: maskValue(judgement.kind, original.slice(start, end)) }
}
