import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { sha256 } from '../../platform/sha256.ts'

/** What a replica signs of a request. */
export type SignedRequest = {
  readonly method: string
  /** Path with the query. */
  readonly path: string
  /** SHA-256 of the body. */
  readonly bodySha256: string
  readonly replicaId: string
  /** Of the office it is meant for: no other office's replica can use it. */
  readonly instanceId: string
  /** Grows with every request of a replica; a number is answered once. */
  readonly counter: number
  /** The replica's own clock; a claim, for its drift. */
  readonly at: string
}

/** Headers of a signed request. */
export const REPLICA_HEADERS = {
  id: 'x-board-replica',
  /** Id of the office it is meant for; a claim that only names the refusal, the signature covers it. */
  instance: 'x-board-instance',
  counter: 'x-board-counter',
  at: 'x-board-time',
  signature: 'x-board-signature',
} as const

/** SHA-256 of an empty body. */
export const EMPTY_BODY = sha256('')

function textOf(request: SignedRequest): Buffer {
  const { method, path, bodySha256, replicaId, instanceId, counter, at } = request
  return Buffer.from(
    ['board-replica-request/1', method, path, bodySha256, replicaId, instanceId, counter, at].join('\n'),
  )
}

/**
 * Signs a request with the replica's Ed25519 key.
 * @example signRequest(privateKey, request)
 */
export function signRequest(key: KeyObject, request: SignedRequest): string {
  return sign(null, textOf(request), key).toString('base64')
}

/**
 * Whether the holder of a key signed this very request. `publicKey` is SPKI in base64.
 * @example isSignedBy(publicKey, request, signature)
 */
export function isSignedBy(publicKey: string, request: SignedRequest, signature: string): boolean {
  try {
    return verify(null, textOf(request), readPublicKey(publicKey), Buffer.from(signature, 'base64'))
  } catch {
    // A key or signature that is none was not made by the holder.
    return false
  }
}

/**
 * Reads an Ed25519 public key; throws on anything else.
 * @example readPublicKey(spkiBase64)
 */
export function readPublicKey(spki: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
  return key
}

/**
 * A public key as it stands in messages and rows: SPKI in base64.
 * @example writePublicKey(publicKey)
 */
export function writePublicKey(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64')
}

/**
 * Whether a text is an Ed25519 public key.
 * @example isPublicKey('') // false
 */
export function isPublicKey(spki: string): boolean {
  try {
    readPublicKey(spki)
    return true
  } catch {
    return false
  }
}
