import type { RecordKind } from './package-records.ts'

/** Name of the manifest inside a package. */
export const MANIFEST_NAME = 'manifest.json'

/** The one file a package has for each kind of record. */
export const RECORD_FILES: Readonly<Record<RecordKind, string>> = {
  EDITION: 'records/editions.ndjson',
  WITHDRAWAL: 'records/withdrawals.ndjson',
  STATISTIC: 'records/statistics.ndjson',
}

const HASH = /^[0-9a-f]{64}$/

/**
 * The forms a name in a package may have. A closed list of forms, not a list of forbidden ones: no `..`, no
 * drive letter, no device name and no second spelling of the same file can get through.
 * @example PACKAGE_ENTRY_NAME.test('manifest.json') // true
 */
export const PACKAGE_ENTRY_NAME =
  /^(?:manifest\.json|records\/(?:editions|withdrawals|statistics)\.ndjson|attachments\/[0-9a-f]{64})$/

/**
 * Says whether a name may stand in a package.
 * @example isPackageEntryName('../../Windows/system.ini') // false
 */
export function isPackageEntryName(name: string): boolean {
  return PACKAGE_ENTRY_NAME.test(name)
}

/**
 * Name of an attachment inside a package: the SHA-256 of its own bytes.
 * @example attachmentName('ef…') // 'attachments/ef…'
 */
export function attachmentName(sha256: string): string {
  if (!HASH.test(sha256)) throw new Error('not a SHA-256 in lower-case hex')
  return `attachments/${sha256}`
}

/**
 * The one form that the name of an item in a package from the county may have.
 * @example DOWNWARD_ITEM_NAME.test('items/../x') // false
 */
export const DOWNWARD_ITEM_NAME = /^items\/[0-9a-f]{64}$/

/**
 * Says whether a name may stand in a package from the county.
 * @example isDownwardEntryName('manifest.json') // true
 */
export function isDownwardEntryName(name: string): boolean {
  return name === MANIFEST_NAME || DOWNWARD_ITEM_NAME.test(name)
}

/**
 * Name of an item inside a package from the county: the SHA-256 of its own bytes.
 * @example downwardItemName('ef…') // 'items/ef…'
 */
export function downwardItemName(sha256: string): string {
  if (!HASH.test(sha256)) throw new Error('not a SHA-256 in lower-case hex')
  return `items/${sha256}`
}

/**
 * File name of a package on the stick: office code and sequence, so that a gap is seen in the folder already. Encrypted ones end in
 * `.zip.age`. The name is a convenience; only the manifest counts.
 * @example packageFileName('119900000000000019', 3, true) // 'board-119900000000000019-000003.zip.age'
 */
export function packageFileName(uscc: string, sequence: number, encrypted: boolean): string {
  return `board-${uscc}-${String(sequence).padStart(6, '0')}.zip${encrypted ? '.age' : ''}`
}

/**
 * File name of a receipt on the stick.
 * @example receiptFileName('119900000000000019', 7) // 'receipt-119900000000000019-000007.json'
 */
export function receiptFileName(uscc: string, number: number): string {
  return `receipt-${uscc}-${String(number).padStart(6, '0')}.json`
}

/**
 * File name of a package from the county on the stick.
 * @example downwardFileName('119900000000000019', 2) // 'county-119900000000000019-000002.zip'
 */
export function downwardFileName(uscc: string, sequence: number): string {
  return `county-${uscc}-${String(sequence).padStart(6, '0')}.zip`
}
