import { X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpWithAdministrator } from '../../../county/account/set-up.ts'
import { countySelf } from '../../../county/office/county-repo.ts'
import { countyCardFor } from '../../../county/office/enrol.ts'
import { startCounty } from '../../../county/start.ts'
import { countyStartOptions } from '../../../county/start-options.ts'
import { ownCertificate, pinnedOf } from '../../../county/transport/certificate.ts'
import {
  certificateForCard,
  givenCertificate,
  rememberGiven,
  type TlsFiles,
} from '../../../county/transport/given-certificate.ts'
import { readCountyCard } from '../../../sealed/card.ts'
import { PASSWORD } from '../../support/test-board.ts'
import { must, refusalOf } from '../support/county.ts'

const folder = mkdtempSync(join(tmpdir(), 'county-given-'))
const EC = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const

type Made = { readonly key: string; readonly certificate: string; readonly files: Required<TlsFiles> }

let self: Made
let issued: Made
let authority: string

function written(name: string, key: string, certificate: string): Made {
  const files = { keyFile: join(folder, `${name}-key.pem`), certificateFile: join(folder, `${name}.pem`) }
  writeFileSync(files.keyFile, key)
  writeFileSync(files.certificateFile, certificate)
  return { key, certificate: certificate.trim(), files }
}

beforeAll(async () => {
  const name = (value: string) => [{ name: 'commonName', value }]
  const own = await generate(name('county.test'), EC)
  self = written('self', own.private, own.cert)
  const ca = await generate(name('Test authority'), {
    ...EC,
    extensions: [{ name: 'basicConstraints', cA: true }],
  })
  authority = ca.cert
  const leaf = await generate(name('county.test'), { ...EC, ca: { key: ca.private, cert: ca.cert } })
  issued = written('issued', leaf.private, `${leaf.cert.trim()}\n${ca.cert.trim()}\n`)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const freshFolder = () => mkdtempSync(join(folder, 'data-'))

describe('a certificate the county was given', () => {
  it('is read from PEM files, the first of the chain being the county’s', () => {
    expect(givenCertificate(self.files)).toMatchObject({ ok: true, value: { certificate: self.certificate } })
    const tls = must(givenCertificate(issued.files))
    expect(tls?.certificate.match(/BEGIN/gu)).toHaveLength(2)
    expect(new X509Certificate(tls?.certificate ?? '').checkIssued(new X509Certificate(authority))).toBe(true)
    expect(givenCertificate({})).toEqual({ ok: true, value: null })
  })

  it.each([
    ['without its key', () => ({ certificateFile: self.files.certificateFile })],
    ['without the certificate', () => ({ keyFile: self.files.keyFile })],
    ['with the key of another one', () => ({ ...self.files, keyFile: issued.files.keyFile })],
    ['of a file that is not there', () => ({ ...self.files, keyFile: join(folder, 'none.pem') })],
    ['of a file that holds none', () => ({ ...self.files, certificateFile: self.files.keyFile })],
  ])('is not taken %s, and nothing starts', async (_, files) => {
    const dataFolder = freshFolder()
    const refused = refusalOf(await startCounty({ dataFolder, pagesPort: 0, tls: files() }))
    expect(refused.code).toBe('county.certificate-invalid')
    expect(existsSync(join(dataFolder, 'keys'))).toBe(false)
  })

  it('is told to the program by two words', () => {
    const given = { exchange: true, tlsKey: '/etc/key.pem', tlsCert: '/etc/chain.pem' }
    expect(countyStartOptions(given, {}).tls).toEqual({
      keyFile: '/etc/key.pem',
      certificateFile: '/etc/chain.pem',
    })
    expect(countyStartOptions({ tlsKey: '/etc/key.pem' }, {}).tls).toEqual({
      keyFile: '/etc/key.pem',
      certificateFile: undefined,
    })
  })

  it('stands on the card when it signed itself, and not when an issuer vouches for it', async () => {
    const dataFolder = freshFolder()
    const own = pinnedOf(await ownCertificate(dataFolder, 'county'))
    expect(await certificateForCard(dataFolder, 'county')).toBe(own)
    expect(await rememberGiven(dataFolder, must(givenCertificate(self.files)))).toBe(true)
    expect(await certificateForCard(dataFolder, 'county')).toBe(self.certificate)
    expect(await rememberGiven(dataFolder, must(givenCertificate(issued.files)))).toBe(true)
    expect(await rememberGiven(dataFolder, must(givenCertificate(issued.files)))).toBe(false)
    expect(await certificateForCard(dataFolder, 'county')).toBeNull()
    expect(await rememberGiven(dataFolder, null)).toBe(true)
    expect(await certificateForCard(dataFolder, 'county')).toBe(own)
  })

  it('stands on a card as it has to, also when its file was written on Windows', async () => {
    const dataFolder = freshFolder()
    const windows = written('windows', self.key, `${self.certificate}\n`.replaceAll('\n', '\r\n'))
    await rememberGiven(dataFolder, must(givenCertificate(windows.files)))
    expect(await certificateForCard(dataFolder, 'county')).toBe(self.certificate)
  })
})

/** What a door shows of itself. */
function shownAt(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.toString().trim() ?? '')
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

describe('the county’s program with a given certificate', () => {
  const dataFolder = mkdtempSync(join(folder, 'running-'))

  // In the network it opens only once somebody at this computer has become its administrator.
  beforeAll(async () => {
    const county = must(await startCounty({ dataFolder, pagesPort: 0 }))
    const administrator = { name: '王芳', password: PASSWORD }
    must(
      await setUpWithAdministrator(county.deps, {
        county: { name: '示例县', code: '990000' },
        administrator,
      }),
    )
    await county.close()
  })

  /** Starts it, and gives what its two doors show and what a card written then says. */
  async function started(tls?: TlsFiles) {
    const county = must(await startCounty({ dataFolder, pagesPort: 0, lan: true, exchangePort: 0, tls }))
    try {
      const own = { ...must(await countySelf(county.deps.sql)), address: 'https://county.test:8643' }
      const text = await countyCardFor(county.deps, own, '119900000000000019', 'a'.repeat(64))
      return {
        offices: await shownAt(Number(new URL(county.exchangeUrl ?? '').port)),
        pages: await shownAt(county.pagesPort),
        card: must(readCountyCard(text)).document.certificate,
      }
    } finally {
      await county.close()
    }
  }

  it('shows it to offices and in the network, writes cards by it, and by its own again when started without', async () => {
    const leaf = new X509Certificate(issued.certificate).toString().trim()
    expect(await started(issued.files)).toEqual({ offices: leaf, pages: leaf, card: null })
    const own = pinnedOf(await ownCertificate(dataFolder, 'county'))
    expect(await started()).toEqual({ offices: own, pages: own, card: own })
  })
})
