import { createHash, sign } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import {
  SEAL_FORMAT,
  SEAL_LIMIT,
  chunkSizeFor,
  sealText,
  signedText,
} from '../domain/exchange/package-seal.ts'
import type { Seal, SealStatement } from '../domain/exchange/package-seal.ts'
import type { PackageKey } from './package-key.ts'
import { pieceBuffer, readPieces } from './read-lines.ts'

const NO_HASH = '0'.repeat(64)
const NO_SIGNATURE = '0'.repeat(128)

/**
 * Seals a finished ZIP file that has no comment yet: writes the comment's length, hashes every byte before the
 * comment in chunks, signs the hashes and appends the seal as the comment; then flushes the file to the disk.
 * Gives size and SHA-256 of the whole file and of the seal's text. Throws when the key does not fit itself, or the signal's reason.
 * @example await sealZip('/tmp/x.partial', key) // { size: 4711, sha256: '…', seal: '…' }
 */
export async function sealZip(
  path: string,
  key: PackageKey,
  signal?: AbortSignal,
): Promise<{ readonly size: number; readonly sha256: string; readonly seal: string }> {
  const file = await open(path, 'r+')
  try {
    const { size: bodySize } = await file.stat()
    const publicKey = key.publicKey.export({ type: 'spki', format: 'der' })
    if (createHash('sha256').update(publicKey).digest('hex') !== key.keyId)
      throw new Error('key id is not the key')
    const blank: SealStatement = {
      format: SEAL_FORMAT,
      bodySize,
      chunkSize: chunkSizeFor(bodySize),
      chunks: [],
      keyId: key.keyId,
      publicKey: publicKey.toString('base64'),
    }
    // The comment's length lies inside the sealed bytes, so it has to stand before they are hashed.
    const commentSize = sizeOfSeal(blank)
    await writeCommentLength(file, bodySize, commentSize)
    // Whole file and chunks in one reading: gigabytes on a stick are slow to read twice.
    const whole = createHash('sha256')
    const chunks = await hashChunks(file, bodySize, blank.chunkSize, (piece) => {
      signal?.throwIfAborted()
      whole.update(piece)
    })
    const statement: SealStatement = { ...blank, chunks }
    const signature = sign(null, Buffer.from(signedText(statement), 'utf8'), key.privateKey).toString('hex')
    const comment = sealText({ ...statement, signature })
    if (comment.length !== commentSize) throw new Error('the seal has another length than announced')
    const bytes = Buffer.from(comment, 'ascii')
    await file.write(bytes, 0, bytes.length, bodySize)
    await file.sync()
    return {
      size: bodySize + bytes.length,
      sha256: whole.update(bytes).digest('hex'),
      seal: createHash('sha256').update(bytes).digest('hex'),
    }
  } finally {
    await file.close()
  }
}

function sizeOfSeal(statement: SealStatement): number {
  const chunks = Array.from({ length: Math.ceil(statement.bodySize / statement.chunkSize) }, () => NO_HASH)
  const seal: Seal = { ...statement, chunks, signature: NO_SIGNATURE }
  const size = sealText(seal).length
  if (size > SEAL_LIMIT) throw new Error('the seal does not fit into a ZIP comment')
  return size
}

async function writeCommentLength(file: FileHandle, bodySize: number, length: number): Promise<void> {
  const old = Buffer.alloc(2)
  await file.read(old, 0, 2, bodySize - 2)
  if (old.readUInt16LE(0) !== 0) throw new Error('the ZIP file has a comment already')
  old.writeUInt16LE(length, 0)
  await file.write(old, 0, 2, bodySize - 2)
}

/**
 * SHA-256 (hex) of each chunk of the first `size` bytes. Stops early at the end of a shorter file.
 * @example await hashChunks(file, 3000, 1024) // three hashes
 */
export async function hashChunks(
  file: FileHandle,
  size: number,
  chunkSize: number,
  each?: (piece: Buffer) => void,
): Promise<string[]> {
  const hashes: string[] = []
  const buffer = pieceBuffer(chunkSize)
  for (let from = 0; from < size; from += chunkSize) {
    hashes.push(await hashRange(file, { from, to: Math.min(size, from + chunkSize) }, buffer, each))
  }
  return hashes
}

/**
 * SHA-256 (hex) of the bytes `[from, to)`, read in pieces into one buffer so that chunks of any size and number need little memory.
 * @example await hashRange(file, { from: 0, to: 1024 }, pieceBuffer(1024))
 */
export async function hashRange(
  file: FileHandle,
  range: { readonly from: number; readonly to: number },
  buffer: Buffer,
  each?: (piece: Buffer) => void,
): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of readPieces(file, range, buffer)) {
    hash.update(piece)
    each?.(piece)
  }
  return hash.digest('hex')
}
