import type { i18n } from 'i18next'
import { faultWithoutNames } from '../../../domain/exchange/fault-names.ts'
import type { RecordFaultCode } from '../../../domain/exchange/record-fault.ts'

/** Why the county rejects a change, as it says so. */
export type Fault = {
  readonly code: RecordFaultCode
  readonly params: Readonly<Record<string, string | number>>
}

/** The sentence for a fault; places and dates are named in words by the sentences themselves. */
export function faultText(i18n: i18n, fault: Fault): string {
  const t = i18n.getFixedT(null, 'exchange')
  const alone = faultWithoutNames(fault)
  return alone === null ? t(`fault.${fault.code}`, fault.params) : t(`faultAlone.${alone}`)
}
