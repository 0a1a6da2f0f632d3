import { detectNumbers } from '../privacy/detect-number.ts'
import { maskFindings } from '../privacy/mask.ts'

/**
 * The index number of a rejected row as it may be kept and sent back: an office could have written anything there, also a person's number, and
 * of a rejected row none of that stays (domain book §7.4). An honest number comes out as it went in.
 * @example cleanIndexNumber('990000/2026-00001') // '990000/2026-00001'
 */
export function cleanIndexNumber(indexNumber: string): string {
  const blocked = detectNumbers(indexNumber).filter(({ severity }) => severity === 'BLOCK')
  return maskFindings(indexNumber, blocked)
}
