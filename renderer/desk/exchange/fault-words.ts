import type { i18n } from 'i18next'
import type { RecordFaultCode } from '../../../domain/exchange/record-fault.ts'

/** Why the county rejects a change, as it says so. */
export type Fault = {
  readonly code: RecordFaultCode
  readonly params: Readonly<Record<string, string | number>>
}

/** The sentence for a fault; places and dates are named in words by the sentences themselves. */
export function faultText(i18n: i18n, { code, params }: Fault): string {
  return i18n.getFixedT(null, 'exchange')(`fault.${code}`, params)
}
