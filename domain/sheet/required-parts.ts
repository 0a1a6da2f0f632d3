import type { SheetForm, SheetPart } from './template.ts'

const SIGNED: readonly SheetPart[] = ['SIGNATURE', 'VERSION']
const ON_DISPLAY: readonly SheetPart[] = ['PERIOD', 'OBJECTION', ...SIGNED]

const REQUIRED: Readonly<Record<SheetForm, readonly SheetPart[]>> = {
  // A 公示 with a number is an official document.
  RED_HEAD: ON_DISPLAY,
  PLAIN: ON_DISPLAY,
  PUBLIC_DISPLAY: ['SEAL_SPACE', ...ON_DISPLAY],
  NAME_LIST: ON_DISPLAY,
  FINANCE_TABLE: SIGNED,
  POSTER: SIGNED,
  PLAIN_CARD: ['VERSION'],
  SERVICE_GUIDE: ['VERSION'],
  FIVE_ONES: ['VERSION'],
  EMERGENCY_POSTER: SIGNED,
  REVIEW_SLIP: [],
  DISPLAY_CERTIFICATE: ['SEAL_SPACE'],
  TAKE_DOWN_LIST: [],
}

/**
 * What an office may not take off a form: without the code nobody can verify what hangs, without period and objection line a
 * 公示 is none, a certificate is worth its seal. The choice is our own; no standard lists it.
 * @example requiredParts('PLAIN_CARD') // ['VERSION']
 */
export function requiredParts(form: SheetForm): readonly SheetPart[] {
  return REQUIRED[form]
}
