import { createHash, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { packReceiptCode, unpackReceiptCode } from '../domain/exchange/pack-receipt-code.ts'
import { RECEIPT_CODE_BEGINS, type ReceiptCode } from '../domain/exchange/receipt-code.ts'
import type { Receipt } from '../domain/exchange/receipt.ts'
import { accept, refuse, type Result } from '../domain/refusal.ts'
import { fromBase32, toBase32 } from './base32.ts'
import { usccShape } from './field-shapes.ts'
import type { PackageKey } from './package-key.ts'

const SIGNATURE_BYTES = 64
/** 395 bytes are 632 letters: with the beginning a QR code of 81 × 81 squares (version 16, level M), which a telephone reads from paper. */
const BYTES_AT_MOST = 395
/** Said before the bytes that are signed, so that a signature made for something else never fits. */
const PURPOSE = Buffer.from('board-receipt-code/1\n', 'ascii')

/**
 * Writes the code of a printed receipt: 639 capitals and digits at most, signed by the county's key. Rejected changes that have no room are
 * left out, and it says how many.
 * @example writeReceiptCode(receipt, countyKey) // 'BOARDR1AE…'
 */
export function writeReceiptCode(receipt: Receipt, key: PackageKey): string {
  const packed = packReceiptCode(receipt, BYTES_AT_MOST - SIGNATURE_BYTES)
  const signature = sign(null, Buffer.concat([PURPOSE, packed]), key.privateKey)
  return RECEIPT_CODE_BEGINS + toBase32(Buffer.concat([packed, signature]))
}

/** A code whose signature holds. */
export type ProvedCode = {
  readonly code: ReceiptCode
  /** SHA-256 (hex) of what was signed. */
  readonly digest: string
  /** The code without spaces, in capitals. */
  readonly text: string
}

/**
 * Reads the code of a printed receipt as it was scanned or typed: spaces, line ends, hyphens and small letters do no harm. The code does not
 * bring its key along, so it is proved with the county's own. Refuses `receipt.not-a-receipt`, `receipt.signature-invalid`.
 * @example readReceiptCode('BOARDR1AE…', countyPublicKey)
 */
export function readReceiptCode(typed: string, key: KeyObject): Result<ProvedCode> {
  if (typed.length > 8 * BYTES_AT_MOST) return refuse('receipt.not-a-receipt')
  const text = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  if (!text.startsWith(RECEIPT_CODE_BEGINS)) return refuse('receipt.not-a-receipt')
  const bytes = fromBase32(text.slice(RECEIPT_CODE_BEGINS.length))
  if (bytes === null || bytes.length <= SIGNATURE_BYTES) return refuse('receipt.not-a-receipt')
  const packed = bytes.subarray(0, -SIGNATURE_BYTES)
  const code = unpackReceiptCode(packed)
  if (code === null || !usccShape.safeParse(code.uscc).success) return refuse('receipt.not-a-receipt')
  const signed = Buffer.concat([PURPOSE, packed])
  if (!verify(null, signed, key, bytes.subarray(-SIGNATURE_BYTES))) return refuse('receipt.signature-invalid')
  return accept({ code, digest: createHash('sha256').update(signed).digest('hex'), text })
}
