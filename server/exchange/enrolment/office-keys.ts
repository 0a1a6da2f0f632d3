import { createPrivateKey, createPublicKey } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { writeSecretOnce } from '../../../platform/secret-file.ts'
import { createPackageKey, keyIdOf, loadPackageKey, type PackageKey } from '../../../sealed/package-key.ts'

const CURRENT = 'office-ed25519.pem'
const NEXT = 'office-ed25519.next.pem'
const FORMER = /^office-ed25519\.former-[0-9a-f]{16}\.pem$/

function keysOf(dataFolder: string): string {
  return join(dataFolder, 'keys')
}

function readKey(file: string): PackageKey {
  const privateKey = createPrivateKey(readFileSync(file))
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is not an Ed25519 key`)
  const publicKey = createPublicKey(privateKey)
  return { keyId: keyIdOf(publicKey), privateKey, publicKey }
}

/**
 * The key that was announced and does not sign yet; null when none was. Every package says it until a receipt names it.
 * @example nextPackageKey('/data')?.keyId
 */
export function nextPackageKey(dataFolder: string): PackageKey | null {
  const file = join(keysOf(dataFolder), NEXT)
  return existsSync(file) ? readKey(file) : null
}

/**
 * Makes the key that is to sign next, or gives the one that was made already: a second one would leave the county with a key nobody uses.
 * @example makeNextKey('/data').keyId
 */
export function makeNextKey(dataFolder: string): PackageKey {
  const file = join(keysOf(dataFolder), NEXT)
  // A key folder without the present key would take the next one for it.
  loadPackageKey(dataFolder)
  writeSecretOnce(file, createPackageKey().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  return readKey(file)
}

/**
 * Puts the next key in the place of the present one, which is kept under the name of its id. Killed at any point, the key that signs is
 * one or the other, and doing it again, or in two processes at once, finishes it.
 * @example takeNextKey('/data')
 */
export function takeNextKey(dataFolder: string): void {
  const folder = keysOf(dataFolder)
  const present = loadPackageKey(dataFolder)
  const former = join(folder, `office-ed25519.former-${present.keyId.slice(0, 16)}.pem`)
  const partial = `${former}.partial`
  if (!existsSync(former)) {
    copyFileSync(join(folder, CURRENT), partial)
    flush(partial)
    renameSync(partial, former)
  }
  try {
    renameSync(join(folder, NEXT), join(folder, CURRENT))
  } catch (error) {
    // Another process of this data folder took the same receipt in, and was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  if (process.platform !== 'win32') flush(folder)
  rmSync(partial, { force: true })
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Puts away a key that was announced and is to sign never: a fresh one takes its place. It stays under the name of its id, as no key is ever
 * destroyed.
 * @example dropNextKey('/data')
 */
export function dropNextKey(dataFolder: string): void {
  const next = nextPackageKey(dataFolder)
  if (next === null) return
  const folder = keysOf(dataFolder)
  renameSync(join(folder, NEXT), join(folder, `office-ed25519.former-${next.keyId.slice(0, 16)}.pem`))
  if (process.platform !== 'win32') flush(folder)
}

/**
 * Ids of all keys this office has signed with, the present one first: packages on record were signed by one of them.
 * @example officeKeyIds('/data')
 */
export function officeKeyIds(dataFolder: string): readonly string[] {
  const folder = keysOf(dataFolder)
  const present = loadPackageKey(dataFolder).keyId
  const former = readdirSync(folder)
    .filter((name) => FORMER.test(name))
    .map((name) => readKey(join(folder, name)).keyId)
  return [...new Set([present, ...former])]
}

/**
 * The key that signs, read again when its file is another one: the command line may have taken the next key while this program runs.
 * @example const packageKey = openPackageKey('/data'); packageKey().keyId
 */
export function openPackageKey(dataFolder: string): () => PackageKey {
  const file = join(keysOf(dataFolder), CURRENT)
  let known: { readonly mark: string; readonly key: PackageKey } | undefined
  const markOf = (): string => {
    const { ino, mtimeMs, size } = statSync(file)
    return `${ino} ${mtimeMs} ${size}`
  }
  return () => {
    if (known && existsSync(file) && markOf() === known.mark) return known.key
    const key = loadPackageKey(dataFolder)
    known = { mark: markOf(), key }
    return key
  }
}
