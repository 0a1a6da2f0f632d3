import { createHash, createPublicKey, sign, verify } from 'node:crypto'
import type { z } from 'zod'
import { canonicalJson } from '../domain/exchange/canonical-json.ts'
import { signedBody, type SignedDocument } from '../domain/exchange/signed-document.ts'
import { accept, refuse } from '../domain/refusal.ts'
import type { Result } from '../domain/refusal.ts'
import type { RefusalCode } from '../domain/refusal-code.ts'
import { publicKeyShape, sha256Shape } from './field-shapes.ts'
import type { PackageKey } from './package-key.ts'
import { readCanonical, shaped } from './read-json.ts'

/** A document whose signature is proved. Whether its key is to be believed is another question. */
export type ProvedDocument<Body> = {
  readonly document: Body
  readonly keyId: string
  /** Ed25519, SPKI DER in Base64. */
  readonly publicKey: string
  /** SHA-256 (hex) of the whole text's UTF-8 bytes. */
  readonly digest: string
}

/** What a reader answers to what it does not take, and how many bytes it takes. */
export type DocumentRules = {
  readonly notOne: RefusalCode
  readonly signatureInvalid: RefusalCode
  readonly limit: number
}

/**
 * Signs a document (docs/receipt-format.md): gives its text, canonical JSON with key and signature inside.
 * @example signDocument({ format: 'board-office-card/1', … }, key)
 */
export function signDocument<Body extends object>(body: Body, key: PackageKey): string {
  const publicKey = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const named = { ...body, keyId: key.keyId, publicKey }
  const signature = sign(null, Buffer.from(signedBody(named), 'utf8'), key.privateKey).toString('hex')
  const document: SignedDocument<Body> = { ...named, signature }
  return canonicalJson(document)
}

const SIGNATURE = /^[0-9a-f]{128}$/

/**
 * Reads a signed document: canonical, of this shape and no other, signed with the key it names. Refuses with the codes of `rules`.
 * @example readSignedDocument(text, receiptSchema, { notOne: 'receipt.not-a-receipt', signatureInvalid: 'receipt.signature-invalid', limit: 64_000_000 })
 */
export function readSignedDocument<Body extends object>(
  text: string | Uint8Array,
  schema: z.ZodType<Body>,
  rules: DocumentRules,
): Result<ProvedDocument<Body>> {
  // The cheap question first: a string has at least one byte for each of its units.
  if (text.length > rules.limit) return refuse(rules.notOne)
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
  if (bytes.length > rules.limit) return refuse(rules.notOne)
  const read = readCanonical(bytes)?.value
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return refuse(rules.notOne)
  const { keyId, publicKey, signature, ...rest } = read as Readonly<Record<string, unknown>>
  const document = shaped(rest, schema)
  const key = publicKeyShape.safeParse(publicKey)
  const id = sha256Shape.safeParse(keyId)
  if (document === null || !key.success || !id.success) return refuse(rules.notOne)
  if (typeof signature !== 'string' || !SIGNATURE.test(signature)) return refuse(rules.notOne)
  const spki = Buffer.from(key.data, 'base64')
  const named = createHash('sha256').update(spki).digest('hex') === id.data
  if (!named || !isSigned(spki, signedBody(read), signature)) return refuse(rules.signatureInvalid)
  const digest = createHash('sha256').update(bytes).digest('hex')
  return accept({ document, keyId: id.data, publicKey: key.data, digest })
}

function isSigned(spki: Buffer, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'))
  } catch {
    // 32 bytes that are no point of the curve: nobody can have signed with it.
    return false
  }
}
