import { maskFindings, maskValue } from '../privacy/mask.ts'
import { detectNumbers } from '../privacy/detect-number.ts'
import type { FieldKind } from './field-kind.ts'
import { writeName } from './name-mask.ts'
import { villageGroup } from './village-group.ts'

const PLAIN: readonly FieldKind[] = [
  'SERIAL',
  'SEX',
  'VILLAGE_GROUP',
  'GRADE',
  'COUNT',
  'AREA',
  'RATE',
  'AMOUNT',
  'DATE',
  'VOUCHER',
  'CATEGORY',
  'INCOME',
  'EXPENSE',
  'BALANCE',
]

/**
 * A cell as a proof may show it: enough to see what stood in the column, too little to know whose it is. Names keep the
 * surname, numbers what a masked number keeps, of addresses village and group stay, free text shows its length alone.
 * @example proofCell('NAME', '张建国') // '张**'
 */
export function proofCell(kind: FieldKind, text: string): string {
  if (text === '' || PLAIN.includes(kind)) return text
  if (kind === 'NAME' || kind === 'MEMBER' || kind === 'STAFF') {
    // What stands behind a name to tell people apart is no part of it.
    const [, name = text, apart = ''] = /^([^（]*)(（[^）]*）)?$/u.exec(text) ?? []
    return /^\d+$/.test(name) ? text : writeName(name, 'SURNAME', 0) + apart
  }
  const found = detectNumbers(text)
  if (found.length > 0) return maskFindings(text, found)
  if (kind === 'ADDRESS') {
    const group = villageGroup(text)
    return group === text ? text : `${group}***`
  }
  return maskValue('SENSITIVE_WORD', text)
}
