import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSecretOnce } from '../platform/secret-file.ts'

/** The key with which an office seals its packages (Ed25519). */
export type PackageKey = {
  /** SHA-256 (hex) of the public key's SPKI bytes. */
  readonly keyId: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/**
 * Name of a public key: SHA-256 of its SPKI bytes, in hex. It is what one office tells the other over the telephone.
 * @example keyIdOf(publicKey) // '3f1c…' (64 characters)
 */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/**
 * Makes a fresh key.
 * @example createPackageKey().keyId.length // 64
 */
export function createPackageKey(): PackageKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { keyId: keyIdOf(publicKey), privateKey, publicKey }
}

/**
 * Reads the key from `<data>/keys/<name>` (PKCS 8; the office's, unless told otherwise), or makes it on the first call.
 * Throws when the file is there but is no Ed25519 key: a new key in its place would make the office a stranger
 * to everybody who trusts the old one.
 * @example loadPackageKey('/var/lib/board')
 */
export function loadPackageKey(dataDir: string, name = 'office-ed25519.pem'): PackageKey {
  const file = join(dataDir, 'keys', name)
  if (!existsSync(file)) {
    writeSecretOnce(file, createPackageKey().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  }
  const privateKey = createPrivateKey(readFileSync(file))
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is not an Ed25519 key`)
  const publicKey = createPublicKey(privateKey)
  return { keyId: keyIdOf(publicKey), privateKey, publicKey }
}
