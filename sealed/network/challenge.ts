import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'

/** What an office signs to prove itself to its county over a network. */
export type Challenge = {
  /** Id of the county's database: an answer given to one county opens nothing at another. */
  readonly countyInstanceId: string
  /** Made by the county, for one use. */
  readonly nonce: string
  readonly uscc: string
}

function challengeText(challenge: Challenge): Buffer {
  const { countyInstanceId, nonce, uscc } = challenge
  return Buffer.from(canonicalJson({ format: 'board-challenge/1', countyInstanceId, nonce, uscc }))
}

/**
 * Signs a challenge with the office's package key: Ed25519 over the canonical JSON, lower-case hex.
 * @example answerChallenge(privateKey, { countyInstanceId, nonce, uscc }) // 'a31f…' (128 characters)
 */
export function answerChallenge(key: KeyObject, challenge: Challenge): string {
  return sign(null, challengeText(challenge), key).toString('hex')
}

/**
 * True when the holder of the key (SPKI DER in Base64) has signed exactly this challenge.
 * @example isAnswered(publicKey, challenge, signature)
 */
export function isAnswered(publicKey: string, challenge: Challenge, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return verify(null, challengeText(challenge), key, Buffer.from(signature, 'hex'))
}
