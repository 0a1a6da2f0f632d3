import { createHash, createPublicKey, verify } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { readSeal, signedText } from '../domain/exchange/package-seal.ts'
import type { Seal } from '../domain/exchange/package-seal.ts'

const END_RECORD = 22
const END_SIGNATURE = 0x06054b50
const LONGEST_COMMENT = 0xffff
const FIRST_KEY = '{"bodySize":'

/** What stands at the end of a file. `end` is the first byte after the seal; more bytes may follow, which is damage. */
export type FoundSeal =
  | { readonly found: 'SEAL'; readonly seal: Seal; readonly text: string; readonly end: number }
  /** There is a seal, but its text is not what a seal can be. */
  | { readonly found: 'BROKEN_SEAL' }
  /** A package that ends before its seal does: `to` is where it should end, as far as that can be known. */
  | { readonly found: 'CUT_SHORT'; readonly to: number }
  | { readonly found: 'NOTHING' }

/**
 * Finds the seal at the end of a file: as the ZIP comment first; and because the record that says where the comment
 * begins may itself be damaged, by its first characters next, so that the damage can still be named.
 * `isSafeName` tells a file that lost its end from one that never was a package.
 * @example await findSeal(file, size, isPackageEntryName)
 */
export async function findSeal(
  file: FileHandle,
  size: number,
  isSafeName: (name: string) => boolean,
): Promise<FoundSeal> {
  const tailSize = Math.min(size, 2 * (LONGEST_COMMENT + END_RECORD))
  const tail = await readRange(file, size - tailSize, tailSize)
  const offset = size - tailSize
  let cutAt: number | null = null
  for (let at = tail.length - END_RECORD; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue
    const commentAt = at + END_RECORD
    const commentEnd = commentAt + tail.readUInt16LE(at + 20)
    if (
      commentEnd > tail.length &&
      tail
        .subarray(commentAt)
        .toString('latin1')
        .startsWith(FIRST_KEY.slice(0, tail.length - commentAt))
    ) {
      cutAt ??= offset + commentEnd
    }
    if (commentEnd !== tail.length || commentEnd === commentAt) continue
    const text = tail.subarray(commentAt).toString('latin1')
    const seal = readSeal(text)
    if (seal !== null && seal.bodySize === offset + commentAt) return { found: 'SEAL', seal, text, end: size }
    if (text.startsWith(FIRST_KEY) || text.includes('board-seal/')) return { found: 'BROKEN_SEAL' }
  }
  const moved = findByFirstKey(tail, offset)
  if (moved !== null) return moved
  if (cutAt !== null) return { found: 'CUT_SHORT', to: cutAt }
  return (await beginsLikePackage(file, size, isSafeName))
    ? { found: 'CUT_SHORT', to: size }
    : { found: 'NOTHING' }
}

function findByFirstKey(tail: Buffer, offset: number): FoundSeal | null {
  for (
    let at = tail.lastIndexOf(FIRST_KEY);
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf(FIRST_KEY, at - 1)
  ) {
    const close = tail.indexOf('}', at)
    if (close < 0) continue
    const text = tail.subarray(at, close + 1).toString('latin1')
    const seal = readSeal(text)
    if (seal !== null && seal.bodySize === offset + at)
      return { found: 'SEAL', seal, text, end: offset + close + 1 }
  }
  return null
}

async function beginsLikePackage(
  file: FileHandle,
  size: number,
  isSafeName: (name: string) => boolean,
): Promise<boolean> {
  const head = await readRange(file, 0, Math.min(size, 256))
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return false
  return isSafeName(head.subarray(30, 30 + head.readUInt16LE(26)).toString('latin1'))
}

/**
 * What a package is known by: SHA-256 (hex) of its seal's text.
 * @example sealHash(found.text)
 */
export function sealHash(text: string): string {
  return createHash('sha256').update(text, 'ascii').digest('hex')
}

/**
 * Proves that a seal was made with the key it names. Whether that key is to be trusted is another question.
 * @example isSealSigned(seal) // true
 */
export function isSealSigned(seal: Seal): boolean {
  const spki = Buffer.from(seal.publicKey, 'base64')
  if (createHash('sha256').update(spki).digest('hex') !== seal.keyId) return false
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    if (key.asymmetricKeyType !== 'ed25519') return false
    return verify(null, Buffer.from(signedText(seal), 'utf8'), key, Buffer.from(seal.signature, 'hex'))
  } catch {
    // Bytes that are no key at all: the seal names a key that cannot have signed it.
    return false
  }
}

/**
 * Reads bytes `[from, from + length)`; the answer is shorter where the file ends.
 * @example await readRange(file, 0, 30)
 */
export async function readRange(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
