import type { PackageEntryKind } from './package-records.ts'

/** Name of the manifest inside a package. */
export const MANIFEST_NAME = 'manifest.json'

const HASH = /^[0-9a-f]{64}$/
/**
 * The four forms a name in a package may have. A closed list of forms, not a list of forbidden ones: no `..`, no
 * drive letter, no device name and no second spelling of the same file can get through.
 * @example PACKAGE_ENTRY_NAME.test('manifest.json') // true
 */
export const PACKAGE_ENTRY_NAME =
  /^(?:manifest\.json|editions\/[0-9a-f]{64}\.json|withdrawals\/[0-9a-f]{64}\.json|attachments\/[0-9a-f]{64})$/

/**
 * Says whether a name may stand in a package.
 * @example isPackageEntryName('../../Windows/system.ini') // false
 */
export function isPackageEntryName(name: string): boolean {
  return PACKAGE_ENTRY_NAME.test(name)
}

/**
 * Name of a file inside a package: its kind and the SHA-256 of its own bytes.
 * @example packageEntryName('ATTACHMENT', 'ef…') // 'attachments/ef…'
 */
export function packageEntryName(kind: PackageEntryKind, sha256: string): string {
  if (!HASH.test(sha256)) throw new Error('not a SHA-256 in lower-case hex')
  switch (kind) {
    case 'EDITION':
      return `editions/${sha256}.json`
    case 'WITHDRAWAL':
      return `withdrawals/${sha256}.json`
    case 'ATTACHMENT':
      return `attachments/${sha256}`
  }
}

/**
 * File name of a package on the stick: office code and sequence, so that a gap is seen in the folder already.
 * @example packageFileName('119900000000000019', 3) // 'board-119900000000000019-000003.zip'
 */
export function packageFileName(uscc: string, sequence: number): string {
  return `board-${uscc}-${String(sequence).padStart(6, '0')}.zip`
}
