import { createHmac } from 'node:crypto'
import type { HitKind } from '../../domain/privacy/gate-hit.ts'

/**
 * Keyed fingerprint of a value: an override or a mask can follow it through edits, while the database holds
 * nothing a stolen copy could be searched with.
 * @example fingerprintWith(key)('RESIDENT_ID', '…') // '9c1f…'
 */
export function fingerprintWith(key: Uint8Array): (kind: HitKind, value: string) => string {
  return (kind, value) => createHmac('sha256', key).update(`${kind}\n${value}`).digest('hex')
}
