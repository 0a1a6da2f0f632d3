import { createPublicKey, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { flushFolder } from '../../platform/flush-folder.ts'
import { type ListenerTls, ownCertificate, pemParts, pinnedOf } from './certificate.ts'

/** PEM files of a certificate that was bought or given by an authority; each `undefined` when it was not named. */
export type TlsFiles = {
  readonly keyFile?: string | undefined
  readonly certificateFile?: string | undefined
}

/**
 * A certificate the county was given: PEM files of the key (unencrypted) and of the certificate with its chain, leaf first; null when no file
 * is named. Refuses `county.certificate-invalid` when one of them is missing, cannot be read, or they do not belong together: a listener that
 * shows another certificate is refused by every office.
 * @example givenCertificate({ keyFile: '/etc/county/key.pem', certificateFile: '/etc/county/chain.pem' })
 */
export function givenCertificate({ keyFile, certificateFile }: TlsFiles): Result<ListenerTls | null> {
  if (keyFile === undefined && certificateFile === undefined) return accept(null)
  if (keyFile === undefined || certificateFile === undefined) return refuse('county.certificate-invalid')
  try {
    const given = pemParts(readFileSync(keyFile, 'utf8'), readFileSync(certificateFile, 'utf8'))
    const { publicKey } = new X509Certificate(given.certificate)
    return publicKey.equals(createPublicKey(given.key)) ? accept(given) : refuse('county.certificate-invalid')
  } catch {
    // Whatever OpenSSL calls it, the two files are what a person has to look at.
    return refuse('county.certificate-invalid')
  }
}

function rememberedFile(dataFolder: string): string {
  return join(dataFolder, 'keys', 'exchange-given.pem')
}

function remembered(dataFolder: string): string | null {
  try {
    return readFileSync(rememberedFile(dataFolder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Notes in `<data>/keys/exchange-given.pem` which given certificate offices are shown (null: the county's own again), because cards are
 * written by the command line too, which is not told. Gives true when that changed: cards handed out before speak of another one.
 * @example await rememberGiven('/var/lib/county', tls)
 */
export async function rememberGiven(dataFolder: string, tls: ListenerTls | null): Promise<boolean> {
  const file = rememberedFile(dataFolder)
  const shown = tls === null ? null : `${pinnedOf(tls)}\n`
  if (shown === remembered(dataFolder)) return false
  if (shown === null) {
    rmSync(file, { force: true })
    return true
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.partial`
  const handle = await open(partial, 'w', 0o600)
  try {
    await handle.writeFile(shown)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(partial, file)
  await flushFolder(dirname(file))
  return true
}

/**
 * What a county's card says of the certificate: the PEM to be compared with to the byte, for the county's own one and a given one that signed
 * itself; null for one of an issuer, which the office's system knows and which is renewed without new cards.
 * @example await certificateForCard('/var/lib/county', '县政务公开') // '-----BEGIN CERTIFICATE-----\n…'
 */
export async function certificateForCard(dataFolder: string, host: string): Promise<string | null> {
  const given = remembered(dataFolder)
  if (given === null) return pinnedOf(await ownCertificate(dataFolder, host))
  const certificate = new X509Certificate(given)
  // `checkIssued` says no to most of those that signed themselves: they are no authority's.
  const signedItself = certificate.verify(certificate.publicKey)
  return signedItself ? pinnedOf({ certificate: given }) : null
}
