import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { writeSecretOnce } from '../../platform/secret-file.ts'

/** What the listener shows of itself, PEM. */
export type ListenerTls = { readonly key: string; readonly certificate: string }

const KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\s\S]+?-----END (?:[A-Z]+ )?PRIVATE KEY-----/u
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu

// The card pins the certificate to the byte, so its dates mean nothing, and a computer whose clock is wrong by years must still be able
// to use it.
const FROM = new Date('2000-01-01T00:00:00Z')
const UNTIL = new Date('2099-12-31T00:00:00Z')

function tlsFile(dataFolder: string): string {
  return join(dataFolder, 'keys', 'exchange-tls.pem')
}

/**
 * Takes key and certificates out of PEM texts, whatever stands around them. Throws when one is missing.
 * @example pemParts(keyText, chainText).certificate // '-----BEGIN CERTIFICATE-----\n…'
 */
export function pemParts(key: string, certificates: string): ListenerTls {
  const [privateKey] = KEY.exec(key) ?? []
  // Files from Windows end their lines otherwise, and a card takes none of that.
  const chain = certificates.replaceAll(/\r\n?/gu, '\n').match(CERTIFICATE) ?? []
  if (privateKey === undefined || chain.length === 0) throw new Error('no key or certificate in the file')
  return { key: privateKey, certificate: chain.join('\n') }
}

/**
 * The certificate the county made for itself, from `<data>/keys/exchange-tls.pem`, or makes it on the first call (EC P-256). It is never
 * made anew by itself: the card of every office pins it, and all of them would refuse another one.
 * @example await ownCertificate('/var/lib/county', '县政务公开') // { key: '-----BEGIN PRIVATE KEY…', certificate: '-----BEGIN CERTIFICATE…' }
 */
export async function ownCertificate(dataFolder: string, host: string): Promise<ListenerTls> {
  const file = tlsFile(dataFolder)
  try {
    const text = readFileSync(file, 'utf8')
    return pemParts(text, text)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: FROM,
    notAfterDate: UNTIL,
  })
  // Key and certificate in one file: of two files a power cut could leave one.
  writeSecretOnce(file, `${made.private.trim()}\n${made.cert.trim()}\n`)
  const text = readFileSync(file, 'utf8')
  return pemParts(text, text)
}

/**
 * The certificate a card pins: the first of the chain, PEM.
 * @example pinnedOf(tls) // '-----BEGIN CERTIFICATE-----\n…'
 */
export function pinnedOf(tls: Pick<ListenerTls, 'certificate'>): string {
  return tls.certificate.match(CERTIFICATE)?.[0] ?? ''
}
