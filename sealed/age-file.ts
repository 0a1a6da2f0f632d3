import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { accept, refuse } from '../domain/refusal.ts'
import type { Result } from '../domain/refusal.ts'
import { flushFolder } from '../platform/flush-folder.ts'
import { readPieces } from './read-lines.ts'
import { readRange } from './read-seal.ts'

const FIRST_LINE = 'age-encryption.org/v1\n'
const LAST_LINE = '\n--- '
/** The header is held in memory and each of its lines costs a key exchange; one for two recipients has some 350 bytes. */
const HEADER_LIMIT = 64 * 1024
const NO_IDENTITY = "no identity matched any of the file's recipients"

/** A file that was written. */
export type AgeWritten = {
  readonly size: number
  /** SHA-256 (hex) of the bytes. */
  readonly sha256: string
}

/** How an encryption is watched and stopped. `bytes` are those of the source. */
export type AgeWatch = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: { readonly bytes: number; readonly of: number }) => void) | undefined
}

/**
 * Says whether a file begins as an encrypted one does (age-encryption.org/v1, binary).
 * @example await isAgeFile('board-….zip.age') // true
 */
export async function isAgeFile(path: string): Promise<boolean> {
  return (await firstBytes(path, FIRST_LINE.length)) === FIRST_LINE
}

async function hasAgeHeader(path: string): Promise<boolean> {
  const head = await firstBytes(path, HEADER_LIMIT)
  return head.startsWith(FIRST_LINE) && head.includes(LAST_LINE)
}

async function firstBytes(path: string, length: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    if (!(await file.stat()).isFile()) return ''
    return (await readRange(file, 0, length)).toString('latin1')
  } finally {
    await file.close()
  }
}

/**
 * Encrypts a file to all recipients (`age1…`), each of whom can open it alone, in pieces: under `<target>.partial` first, flushed and renamed
 * when complete. Throws the signal's reason when it fires, and when the disk refuses; then nothing stays behind.
 * @example await encryptFile('a.zip', 'a.zip.age', [county.recipient, own.recipient])
 */
export async function encryptFile(
  source: string,
  target: string,
  recipients: readonly string[],
  watch: AgeWatch = {},
): Promise<AgeWritten> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient)
  const file = await open(source, 'r')
  try {
    const { size: of } = await file.stat()
    let bytes = 0
    const plain = stream(file, of, (piece) => {
      watch.signal?.throwIfAborted()
      bytes += piece
      watch.onProgress?.({ bytes, of })
    })
    return await writeWhole(target, await encrypter.encrypt(plain))
  } finally {
    await file.close()
  }
}

/** How much a decryption may give, and how it is stopped. */
export type DecryptOptions = {
  /** Bytes of the plain file at most. */
  readonly limit: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Decrypts a file with an identity (`AGE-SECRET-KEY-1…`) in pieces; the target appears only when all of it is proved.
 * Refuses `package.cannot-decrypt` (no such file, damaged or cut short), `package.sealed-for-other` (not encrypted to this identity) and
 * `package.too-large` with `part` and `limit`; then nothing stays behind. Throws when the disk refuses or the signal fires.
 * @example await decryptFile('a.zip.age', 'a.zip', identity, { limit: PACKAGE_LIMITS.bytes })
 */
export async function decryptFile(
  source: string,
  target: string,
  identity: string,
  options: DecryptOptions,
): Promise<Result<AgeWritten>> {
  const { limit, signal } = options
  if (!(await hasAgeHeader(source))) return refuse('package.cannot-decrypt')
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const file = await open(source, 'r')
  try {
    const { size } = await file.stat()
    const plain = await decrypter.decrypt(stream(file, size, () => signal?.throwIfAborted()))
    return accept(await writeWhole(target, plain, limit))
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof TooLarge) return refuse('package.too-large', { part: 'bytes', limit })
    // What the disk says has a code; what the cipher says has none.
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error
    const other = error instanceof Error && error.message === NO_IDENTITY
    return refuse(other ? 'package.sealed-for-other' : 'package.cannot-decrypt')
  } finally {
    await file.close()
  }
}

class TooLarge extends Error {}

function stream(file: FileHandle, size: number, each: (bytes: number) => void): ReadableStream<Uint8Array> {
  const read = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of readPieces(file, { from: 0, to: size })) {
      each(piece.length)
      yield new Uint8Array(piece)
    }
  }
  return ReadableStream.from(read())
}

async function writeWhole(
  target: string,
  source: ReadableStream<Uint8Array>,
  limit = Number.POSITIVE_INFINITY,
): Promise<AgeWritten> {
  const partial = `${target}.partial`
  try {
    const written = await writeStream(partial, source, limit)
    await rename(partial, target)
    await flushFolder(dirname(target))
    return written
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function writeStream(
  path: string,
  source: ReadableStream<Uint8Array>,
  limit: number,
): Promise<AgeWritten> {
  const file = await open(path, 'w', 0o600)
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of source) {
      if (size + piece.length > limit) throw new TooLarge()
      hash.update(piece)
      for (let done = 0; done < piece.length;) {
        done += (await file.write(piece, done, piece.length - done, size + done)).bytesWritten
      }
      size += piece.length
    }
    await file.sync()
    return { size, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}
