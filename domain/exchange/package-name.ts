/** Name of the manifest inside a package. */
export const MANIFEST_NAME = 'manifest.json'

const HASH = /^[0-9a-f]{64}$/
const ENTRY = /^(?:manifest\.json|editions\/[0-9a-f]{64}\.json|withdrawals\/[0-9a-f]{64}\.json|attachments\/[0-9a-f]{64})$/

function checked(sha256: string): string {
  if (!HASH.test(sha256)) throw new Error('not a SHA-256 in lower-case hex')
  return sha256
}

/**
 * Says whether a name may stand in a package. A closed list of forms, not a list of forbidden ones: no `..`, no
 * drive letter, no device name and no second spelling of the same file can get through.
 * @example isPackageEntryName('../../Windows/system.ini') // false
 */
export function isPackageEntryName(name: string): boolean {
  return ENTRY.test(name)
}

/**
 * Name of an edition inside a package.
 * @example editionEntryName('ab…') // 'editions/ab….json'
 */
export function editionEntryName(hash: string): string {
  return `editions/${checked(hash)}.json`
}

/**
 * Name of a tombstone inside a package; the hash is that of the file's own bytes.
 * @example withdrawalEntryName('cd…') // 'withdrawals/cd….json'
 */
export function withdrawalEntryName(sha256: string): string {
  return `withdrawals/${checked(sha256)}.json`
}

/**
 * Name of an attachment inside a package.
 * @example attachmentEntryName('ef…') // 'attachments/ef…'
 */
export function attachmentEntryName(sha256: string): string {
  return `attachments/${checked(sha256)}`
}

/**
 * File name of a package on the stick: office code and sequence, so that a gap is seen in the folder already.
 * @example packageFileName('119900000000000019', 3) // 'board-119900000000000019-000003.zip'
 */
export function packageFileName(uscc: string, sequence: number): string {
  return `board-${uscc}-${String(sequence).padStart(6, '0')}.zip`
}
