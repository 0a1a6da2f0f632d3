import type { Reads } from '../../../db/store.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import { formatSheetCode, hashWords } from '../../../domain/sheet/sheet-code.ts'
import { publicEdition, publicOffice } from '../public-views.ts'
import type { TakeAway } from './views.ts'

// Addresses and names that mean something in their own network only.
const PRIVATE = [
  /^10\./,
  /^192\.168\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^\[f[cde]/i,
  /\.(?:local|lan|internal)\.?$/i,
  /^[^.]+$/,
]

/**
 * How far an address carries: a private one only in the office's own network.
 * @example addressReach('http://192.168.1.5:8632') // 'NETWORK'
 */
export function addressReach(address: string): TakeAway['reach'] {
  if (address === '') return 'NOWHERE'
  const { hostname } = new URL(address)
  return PRIVATE.some((names) => names.test(hostname)) ? 'NETWORK' : 'OUTWARD'
}

/**
 * What a visitor takes along of a published edition: a code that opens this very edition under the address the office has set,
 * else under that of this computer in its network, else one to verify by. Refuses `notice.not-found`, also for what is held back.
 * @example takeAway(read, hash, null, clock.now())
 */
export function takeAway(read: Reads, hash: string, inNetwork: string | null, now: string): Result<TakeAway> {
  const edition = publicEdition(read, hash, now)
  if (!edition.ok) return edition
  const set = read.sheetCode.address()
  const address = set === '' ? (inNetwork ?? '') : set
  const { indexNumber, editionNumber } = edition.value
  const { uscc } = publicOffice(read)
  return accept({
    code: formatSheetCode({ uscc, indexNumber, editionNumber, hash: edition.value.hash }, address),
    reach: addressReach(address),
    address,
    words: hashWords(edition.value.hash),
  })
}
