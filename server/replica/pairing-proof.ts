import { createHmac, scrypt, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'

/** What a replica says of itself when it asks to be paired; every member is covered by the proof. */
export type PairingOffer = {
  readonly format: 'board-pairing/1'
  readonly name: string
  /** Ed25519, SPKI in base64. */
  readonly publicKey: string
  /** 32 random bytes in base64. */
  readonly nonce: string
}

/** What the office answers; covered together with the offer. */
export type PairingAcceptance = {
  readonly replicaId: string
  readonly instanceId: string
  readonly office: { readonly name: string; readonly uscc: string }
  /** Instant at which this board was begun; a restore does not change it. */
  readonly begunAt: string
  /** The office's package key: Ed25519, SPKI in base64. */
  readonly publicKey: string
}

const COST = { N: 16_384, r: 8, p: 1 }

// Slow on purpose: whoever listens gets one proof, and must not try 2^50 codes on it while the code still counts.
function keyOf(code: string, offer: PairingOffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code, `board-pairing/1 ${offer.nonce}`, 32, COST, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/**
 * Proves that one side knows the code, over everything both have said so far, with both public keys in it: somebody in between
 * who puts in a key of their own cannot make it. The side is part of it, so that one's proof is not the other's.
 * @example await pairingProof('K7Q2M9TXBE', 'REPLICA', offer, null)
 */
export async function pairingProof(
  code: string,
  side: 'REPLICA' | 'OFFICE',
  offer: PairingOffer,
  acceptance: PairingAcceptance | null,
): Promise<string> {
  const key = await keyOf(code, offer)
  return createHmac('sha256', key).update(canonicalJson({ side, offer, acceptance })).digest('base64')
}

/**
 * Compares proofs in constant time.
 * @example sameProof(a, b)
 */
export function sameProof(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
