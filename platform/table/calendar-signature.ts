import { createHash, createPublicKey, verify } from 'node:crypto'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

/** Who signed a calendar file; the key is the DER form (SPKI) in base64. */
export type CalendarSigner = { readonly fingerprint: string; readonly publicKey: string }

/**
 * Proves the Ed25519 signature of a calendar file, made over the RFC 8785 canonical JSON of everything in the file but the
 * signature itself. Whether the key is to be believed is another question; its fingerprint is the SHA-256 (hex) of the key.
 * Refuses `calendar.signature-invalid`.
 * @example signerOf({ format: 'board-calendar/1', years: [] }, { publicKey: 'MCowBQYDK2Vw…', value: '…' })
 */
export function signerOf(
  unsigned: Readonly<Record<string, unknown>>,
  signature: { readonly publicKey: string; readonly value: string },
): Result<CalendarSigner> {
  const spki = Buffer.from(signature.publicKey, 'base64')
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const text = Buffer.from(canonicalJson(unsigned), 'utf8')
    if (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, text, key, Buffer.from(signature.value, 'base64'))
    ) {
      // Taken from the key, not from the text: base64 has more than one way to write the same bytes.
      const der = key.export({ format: 'der', type: 'spki' })
      return accept({
        fingerprint: createHash('sha256').update(der).digest('hex'),
        publicKey: der.toString('base64'),
      })
    }
  } catch {
    // Bytes that are no key at all: it cannot have signed anything.
  }
  return refuse('calendar.signature-invalid')
}
