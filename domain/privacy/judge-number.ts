import type { HitKind, HitSeverity } from './gate-hit.ts'
import { areaCodeLength, hasIdCheckDigit, isCreditCode, isRealDay, passesLuhn } from './number-check.ts'
import type { NumberRun } from './number-run.ts'

/** What a run of digits is taken for. */
export type Judgement = { readonly kind: HitKind; readonly severity: HitSeverity }
/** Judges one run; null where it is not of the kind. */
export type Detector = (run: NumberRun) => Judgement | null

const block = (kind: HitKind): Judgement => ({ kind, severity: 'BLOCK' })

/** 残疾人证: identity number, then one digit for the category and one for the grade; a renewal adds B and a digit. */
function disabilityCertificate({ value }: NumberRun): Judgement | null {
  if (!/^[1-9]\d{16}[\dX][1-7][1-4]$/.test(value) || !isBirthDay(value)) return null
  // A twenty-digit invoice number can hold a day by chance; without the check digit a person has to look.
  return hasIdCheckDigit(value)
    ? block('DISABILITY_CERTIFICATE')
    : { kind: 'DISABILITY_CERTIFICATE', severity: 'WARN' }
}

function residentId({ value, groups, atMask }: NumberRun): Judgement | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(value) || !isBirthDay(value)) return null
  if (hasIdCheckDigit(value)) return block('RESIDENT_ID')
  if (atMask) return null
  if (looksLikeCard(value)) return block('BANK_CARD')
  // A mistyped identity number still names a person, but it may be any other number too: shown, not blocking.
  const written = groups.length === 1 || groups.every((length) => length === 1) || groups[0] === 6
  return written && !isCreditCode(value) ? { kind: 'RESIDENT_ID', severity: 'WARN' } : null
}

function oldResidentId({ value, groups, atMask }: NumberRun): Judgement | null {
  if (!/^[1-9]\d{14}$/.test(value) || !isRealDay(`19${value.slice(6, 12)}`) || atMask) return null
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

function mobile({ value, groups, points, fraction, atMask }: NumberRun): Judgement | null {
  if (!/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(value) || points === 1 || fraction) return null
  const written =
    groups.length === 1 ||
    groups.every((length) => length === 1) ||
    (groups.length <= 5 && groups.every((length) => length >= 2))
  return written && (!atMask || TELEPHONE_SHAPE.test(groups.join('-'))) ? block('MOBILE') : null
}

/** Office telephones are public; they are told, never blocked. */
function telephone({ value, groups, atMask }: NumberRun): Judgement | null {
  if (atMask || !/^0[1-9]\d+$/.test(value)) return null
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
export const DETECTORS: readonly Detector[] = [
  disabilityCertificate,
  residentId,
  oldResidentId,
  bankCard,
  mobile,
  telephone,
]

/** How people cut a mobile number; a country code may stand before it. */
const TELEPHONE_SHAPE =
  /^(?:(?:00)?\d\d-)?(?:3-4-4|4-4-3|3-3-5|4-3-4|3-8|7-4|5-6|6-5|3-2-2-2-2|3-4-2-2|(?:1-){10}1)$/
const TELEPHONE_LABEL = /电话|手机|联系|热线|微信|tel|phone/i
const CARD_LABEL = /卡|账|帐/
const ID_LABEL = /身份|证件|证号/

function looseResidentId({ value, groups }: NumberRun): Judgement | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(value) || !isBirthDay(value)) return null
  if (hasIdCheckDigit(value)) return block('RESIDENT_ID')
  return groups[0] === 6 && groups[1] === 8 ? { kind: 'RESIDENT_ID', severity: 'WARN' } : null
}

function looseOldResidentId({ value, groups, before, alone, atMask }: NumberRun): Judgement | null {
  if (!/^[1-9]\d{14}$/.test(value) || !isRealDay(`19${value.slice(6, 12)}`) || atMask || !alone) return null
  if (ID_LABEL.test(before)) return block('RESIDENT_ID_OLD')
  return groups.join('-') === '6-6-3' ? { kind: 'RESIDENT_ID_OLD', severity: 'WARN' } : null
}

function looseBankCard({ value, groups, before, alone, atMask, points }: NumberRun): Judgement | null {
  if (!looksLikeCard(value) || points > 0 || atMask || !alone) return null
  if (CARD_LABEL.test(before)) return block('BANK_CARD')
  const inFours = groups.slice(0, -1).every((length) => length === 4) && (groups.at(-1) ?? 9) <= 4
  return inFours ? { kind: 'BANK_CARD', severity: 'WARN' } : null
}

function looseMobile({ value, groups, before, alone, atMask, fraction }: NumberRun): Judgement | null {
  if (!/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(value) || atMask || fraction) return null
  const named = TELEPHONE_LABEL.test(before)
  const cutInTwo = groups.length === 2 && groups.every((length) => length >= 3)
  if (!cutInTwo && !TELEPHONE_SHAPE.test(groups.join('-'))) return null
  if (named) return block('MOBILE')
  // Years and days beside a number of three or seven digits would make eleven as well.
  const local = value.slice(-11)
  const years = groups.at(-1) === 4 && /^(?:19|20)/.test(local.slice(7))
  const day = groups.at(-1) === 8 && /^(?:19|20)/.test(local.slice(3)) && isRealDay(local.slice(3))
  return alone && !years && !day ? { kind: 'MOBILE', severity: 'WARN' } : null
}

/** For loose runs: only what a label, a check digit or the usual way of cutting speaks for, and mostly as a warning. */
export const LOOSE_DETECTORS: readonly Detector[] = [
  looseResidentId,
  looseOldResidentId,
  looseBankCard,
  looseMobile,
]
