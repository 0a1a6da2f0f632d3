import { canonicalJson } from './canonical-json.ts'

/**
 * A small signed file: receipts, cards. JSON in RFC 8785 canonical form, the signature inside: whoever reads it takes `signature` out,
 * writes the rest canonically and checks that (docs/receipt-format.md).
 */
export type SignedDocument<Body extends object> = Body & {
  /** SHA-256 (hex) of the public key's SPKI bytes. */
  readonly keyId: string
  /** Ed25519, SPKI DER in Base64. */
  readonly publicKey: string
  /** Ed25519 over the UTF-8 bytes of the canonical JSON without this member, lower-case hex. */
  readonly signature: string
}

/**
 * The exact text that is signed.
 * @example signedBody({ ...card, keyId, publicKey }) // '{"format":"board-office-card/1",…}'
 */
export function signedBody(document: object): string {
  const { signature: _, ...rest } = document as { readonly signature?: string }
  return canonicalJson(rest)
}
