import { accept, refuse } from '../refusal.ts'
import type { Result } from '../refusal.ts'

/**
 * Checks a 行政区划代码: 6 digits to the county (GB/T 2260), 9 to the township, 12 to the village.
 * Spaces and full-width digits are mended. Refuses `office.region-code-invalid` with the `length` found.
 * @example checkRegionCode('９９００００') // { ok: true, value: '990000' }
 */
export function checkRegionCode(text: string): Result<string> {
  const code = text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]/g, '')
  // No province code begins with 0; a leading zero is a slipped or missing digit.
  if (!/^[1-9]\d{5}(?:\d{3}){0,2}$/.test(code)) {
    return refuse('office.region-code-invalid', { length: Array.from(code).length })
  }
  return accept(code)
}
