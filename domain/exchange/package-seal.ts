import { canonicalJson } from './canonical-json.ts'

/** Version of the seal. */
export const SEAL_FORMAT = 'board-seal/1'

/** A ZIP comment holds 65,535 bytes; the seal stays under this so that readers with old limits take it too. */
export const SEAL_LIMIT = 60_000

/** More hashes than this do not fit under `SEAL_LIMIT` (67 bytes each). */
const CHUNKS_AT_MOST = 850
const CHUNK_AT_LEAST = 1024

/** The statement that is signed: it covers every byte of the file before the comment. */
export type SealStatement = {
  readonly format: typeof SEAL_FORMAT
  /** Bytes before the comment, the two bytes of the comment's length included. */
  readonly bodySize: number
  /** Bytes of each chunk; the last chunk may be shorter. */
  readonly chunkSize: number
  /** SHA-256 (hex) of each chunk, in order. */
  readonly chunks: readonly string[]
  /** SHA-256 (hex) of the public key's SPKI bytes. */
  readonly keyId: string
  /** Ed25519 public key, SPKI, Base64. */
  readonly publicKey: string
}

/** The seal as it stands in the ZIP comment. */
export type Seal = SealStatement & {
  /** Ed25519 signature over the canonical JSON of the statement, lower-case hex: Base64 has spare bits that could change unseen. */
  readonly signature: string
}

/**
 * Chunk size for a body: the smallest power of two from 1,024 that keeps the seal under `SEAL_LIMIT`, so that
 * a damaged place is named as narrowly as the comment allows.
 * @example chunkSizeFor(3_000_000) // 4096
 */
export function chunkSizeFor(bodySize: number): number {
  let size = CHUNK_AT_LEAST
  while (Math.ceil(bodySize / size) > CHUNKS_AT_MOST) size *= 2
  return size
}

/**
 * The exact text that is signed.
 * @example signedText(statement) // '{"bodySize":…,"publicKey":"…"}'
 */
export function signedText(statement: SealStatement): string {
  const { format, bodySize, chunkSize, chunks, keyId, publicKey } = statement
  return canonicalJson({ format, bodySize, chunkSize, chunks, keyId, publicKey })
}

/**
 * The exact text of the ZIP comment. It is plain ASCII, so it cannot contain the signature of a ZIP end record.
 * @example sealText(seal) // '{"bodySize":…,"signature":"…"}'
 */
export function sealText(seal: Seal): string {
  return canonicalJson(seal)
}

const HEX_64 = /^[0-9a-f]{64}$/
const HEX_128 = /^[0-9a-f]{128}$/
const BASE_64 = /^[A-Za-z0-9+/]+={0,2}$/

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

/**
 * Reads a comment as a seal, or null when it is none. Strict: the text must be exactly what `sealText` would
 * write, so no byte of the comment can change without being seen.
 * @example readSeal('hello') // null
 */
export function readSeal(text: string): Seal | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { format, bodySize, chunkSize, chunks, keyId, publicKey, signature } = value as Record<
    string,
    unknown
  >
  if (format !== SEAL_FORMAT || !isWhole(bodySize) || !isWhole(chunkSize)) return null
  if (typeof keyId !== 'string' || !HEX_64.test(keyId)) return null
  if (typeof publicKey !== 'string' || !BASE_64.test(publicKey)) return null
  if (typeof signature !== 'string' || !HEX_128.test(signature)) return null
  if (!Array.isArray(chunks) || chunks.length !== Math.ceil(bodySize / chunkSize)) return null
  if (!chunks.every((chunk): chunk is string => typeof chunk === 'string' && HEX_64.test(chunk))) return null
  const seal: Seal = { format, bodySize, chunkSize, chunks, keyId, publicKey, signature }
  return sealText(seal) === text ? seal : null
}
