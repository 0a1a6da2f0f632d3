import type { Finding } from './finding.ts'
import type { HitKind, HitSeverity } from './gate-hit.ts'
import { maskValue } from './mask.ts'
import { areaCodeLength, hasIdCheckDigit, isCreditCode, isRealDay, passesLuhn } from './number-check.ts'
import type { NumberRun } from './number-run.ts'
import { numberRuns } from './number-run.ts'
import type { PlainDigits } from './plain-digits.ts'
import { plainDigits } from './plain-digits.ts'

type Judgement = { readonly kind: HitKind; readonly severity: HitSeverity }
type Detector = (run: NumberRun) => Judgement | null

const block = (kind: HitKind): Judgement => ({ kind, severity: 'BLOCK' })

/** 残疾人证: identity number, then one digit for the category and one for the grade; a renewal adds B and a digit. */
function disabilityCertificate({ value }: NumberRun): Judgement | null {
  if (!/^[1-9]\d{16}[\dX][1-7][1-4]$/.test(value) || !isBirthDay(value)) return null
  // A twenty-digit invoice number can hold a day by chance; without the check digit a person has to look.
  return hasIdCheckDigit(value)
    ? block('DISABILITY_CERTIFICATE')
    : { kind: 'DISABILITY_CERTIFICATE', severity: 'WARN' }
}

function residentId({ value, groups }: NumberRun): Judgement | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(value) || !isBirthDay(value)) return null
  if (hasIdCheckDigit(value)) return block('RESIDENT_ID')
  if (looksLikeCard(value)) return block('BANK_CARD')
  // A mistyped identity number still names a person, but it may be any other number too: shown, not blocking.
  const written = groups.length === 1 || groups.every((length) => length === 1) || groups[0] === 6
  return written && !isCreditCode(value) ? { kind: 'RESIDENT_ID', severity: 'WARN' } : null
}

function oldResidentId({ value, groups }: NumberRun): Judgement | null {
  if (!/^[1-9]\d{14}$/.test(value) || !isRealDay(`19${value.slice(6, 12)}`)) return null
  return groups.length === 1 || groups[0] === 6 ? block('RESIDENT_ID_OLD') : null
}

function bankCard({ value, groups, points, fraction }: NumberRun): Judgement | null {
  if (!looksLikeCard(value) || points > 0 || fraction) return null
  if (groups.length === 1 || groups.every((length) => length === 1)) return block('BANK_CARD')
  // Amounts side by side also make sixteen digits; cards are written in fours, or six first.
  const inFours = groups.slice(0, -1).every((length) => length === 4) && (groups.at(-1) ?? 9) <= 4
  const inTwo = groups.length === 2 && groups[0] === 6
  return (inFours || inTwo) && value[0] !== '2' ? block('BANK_CARD') : null
}

function looksLikeCard(value: string): boolean {
  return /^[2-69]\d{14,18}$/.test(value) && passesLuhn(value) && !isCreditCode(value)
}

function mobile({ value, groups, points, fraction }: NumberRun): Judgement | null {
  if (!/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(value) || points === 1 || fraction) return null
  const written =
    groups.length === 1 ||
    groups.every((length) => length === 1) ||
    (groups.length <= 5 && groups.every((length) => length >= 2))
  return written ? block('MOBILE') : null
}

/** Office telephones are public; they are told, never blocked. */
function telephone({ value, groups }: NumberRun): Judgement | null {
  if (!/^0[1-9]\d+$/.test(value)) return null
  const areaLength = areaCodeLength(value)
  const [first = 0, ...rest] = groups
  const local = value.length - areaLength
  const whole = groups.length === 1 && isLocalLength(local)
  const grouped = first === areaLength && rest.length <= 2 && rest.every((length) => length >= 3)
  const extension =
    first === areaLength && rest.length === 2 && isLocalLength(rest[0] ?? 0) && (rest[1] ?? 9) <= 6
  return whole || (grouped && isLocalLength(local)) || extension
    ? { kind: 'TELEPHONE', severity: 'NOTE' }
    : null
}

function isLocalLength(digits: number): boolean {
  return digits === 7 || digits === 8
}

function isBirthDay(value: string): boolean {
  return /^(?:18|19|20)/.test(value.slice(6)) && isRealDay(value.slice(6, 14))
}

/** Order of the domain book §7.4: a longer number takes its digits away from the shorter ones inside it. */
const DETECTORS: readonly Detector[] = [
  disabilityCertificate,
  residentId,
  oldResidentId,
  bankCard,
  mobile,
  telephone,
]

/** Small letters count only where nothing is glued to them: in a hexadecimal sum they stand by chance. */
const PASSPORT =
  /(?<![A-Za-z])(?:[EGDSPH]\d{8}|E[A-HJ-NP-Z]\d{7})(?!\d)|(?<![A-Za-z0-9]|\*{3})(?:[egdsph]\d{8}|e[a-hj-np-z]\d{7})(?![A-Za-z0-9])/g

/**
 * Finds personal numbers in a text (domain book §7.4): disability certificate, identity number old and new, bank
 * card, mobile, telephone, passport; also in full-width digits, in groups, or with invisible characters inside.
 * @example detectNumbers('电话138-0013-8000') // [{ kind: 'MOBILE', severity: 'BLOCK', start: 2, end: 15, … }]
 */
export function detectNumbers(original: string): readonly Finding[] {
  // Most cells of a list hold no number long enough; a passport has the fewest digits, seven.
  if ((original.match(/\p{Nd}/gu)?.length ?? 0) < 7) return []
  const plain = plainDigits(original)
  const runs = numberRuns(plain.text)
  const taken = new Uint8Array(plain.text.length)
  const findings: Finding[] = []
  for (const detector of DETECTORS) {
    for (const run of runs) {
      const judgement = detector(run)
      if (judgement === null || taken.subarray(run.start, run.end).includes(1)) continue
      taken.fill(1, run.start, run.end)
      findings.push(finding(original, plain, run.start, run.end, judgement))
    }
  }
  for (const match of plain.text.matchAll(PASSPORT)) {
    const end = match.index + match[0].length
    if (taken.subarray(match.index, end).includes(1)) continue
    findings.push(finding(original, plain, match.index, end, block('PASSPORT')))
  }
  return findings.toSorted((one, other) => one.start - other.start)
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
