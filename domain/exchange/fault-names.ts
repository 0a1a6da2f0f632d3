import type { RecordFaultCode } from './record-fault.ts'

/** What the sentences of the faults name; those that name nothing are not here. */
const FAULT_NAMES = {
  'record.index-number': ['pattern'],
  'record.personal-data': ['place', 'kind'],
  'record.catalogue-item': ['item'],
  'record.dates': ['field'],
  'record.file-type': ['name'],
  'record.withdrawn': ['withdrawnOn', 'reason'],
} as const satisfies Partial<Record<RecordFaultCode, readonly string[]>>

/** A fault whose sentence names something. */
export type NamingFault = keyof typeof FAULT_NAMES

const isNaming = (code: RecordFaultCode): code is NamingFault => Object.hasOwn(FAULT_NAMES, code)

/**
 * The code of a fault whose sentence would have holes, null where it has none. The code of a printed receipt has no room for what is wrong
 * with each change, only for the reason: then the sentence under `faultAlone` does without and points to the receipt's file.
 * Source: docs/receipt-format.md, the code of a printed receipt.
 * @example faultWithoutNames({ code: 'record.dates', params: {} }) // 'record.dates'
 */
export function faultWithoutNames({
  code,
  params,
}: {
  readonly code: RecordFaultCode
  readonly params: Readonly<Record<string, string | number>>
}): NamingFault | null {
  if (!isNaming(code)) return null
  return FAULT_NAMES[code].every((name) => (params[name] ?? '') !== '') ? null : code
}
