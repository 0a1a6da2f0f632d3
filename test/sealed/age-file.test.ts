import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity } from 'age-encryption'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decryptFile, encryptFile, isAgeFile } from '../../sealed/age-file.ts'
import { loadAgeIdentity, type AgeIdentity } from '../../sealed/age-identity.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { readPackageIndependently } from '../support/second-package-reader.ts'
import { sha256, small } from './package-fixture.ts'

const ageIsHere = spawnSync('age', ['--version']).status === 0
const LIMIT = { limit: 10_000_000 }

let keys: string
let office: AgeIdentity
let county: AgeIdentity
let folder: string
let plain: string
let secret: string
let back: string

beforeAll(async () => {
  keys = mkdtempSync(join(tmpdir(), 'age-keys-'))
  office = await loadAgeIdentity(keys)
  county = await loadAgeIdentity(keys, 'county-age.txt')
})
afterAll(() => rmSync(keys, { recursive: true, force: true }))

beforeEach(() => {
  folder = join(keys, 'work')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  plain = join(folder, 'board.zip')
  secret = join(folder, 'board.zip.age')
  back = join(folder, 'back.zip')
})

describe('an encrypted package', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 3_000_000])(
    'of %i bytes is opened by each one it is encrypted to, and comes back to the byte',
    async (size) => {
      writeFileSync(plain, Buffer.alloc(size, '示例'))
      const written = await encryptFile(plain, secret, [county.recipient, office.recipient])
      expect(written).toEqual({ size: statSync(secret).size, sha256: sha256(readFileSync(secret)) })
      for (const { identity } of [office, county]) {
        const opened = await decryptFile(secret, back, identity, LIMIT)
        expect(opened).toEqual({ ok: true, value: { size, sha256: sha256(readFileSync(plain)) } })
        expect(readFileSync(back).equals(readFileSync(plain))).toBe(true)
      }
    },
  )

  it('is not opened by anybody else, and nothing is left of the attempt', async () => {
    writeFileSync(plain, 'x')
    await encryptFile(plain, secret, [county.recipient])
    expect(await decryptFile(secret, back, office.identity, LIMIT)).toMatchObject({
      code: 'package.sealed-for-other',
    })
    expect(readdirSync(folder).sort()).toEqual(['board.zip', 'board.zip.age'])
  })

  it('is refused wherever it was cut off, and nothing is left of the attempt', async () => {
    writeFileSync(plain, Buffer.alloc(70_000, 'a'))
    await encryptFile(plain, secret, [office.recipient])
    const whole = readFileSync(secret)
    for (const size of [0, 1, 21, 22, 100, 199, 200, 216, 60_000, 65_752, 65_768, whole.length - 1]) {
      writeFileSync(secret, whole.subarray(0, size))
      const answer = await decryptFile(secret, back, office.identity, LIMIT)
      expect(answer, `cut at ${size}`).toMatchObject({ ok: false, code: 'package.cannot-decrypt' })
      expect(readdirSync(folder).sort()).toEqual(['board.zip', 'board.zip.age'])
    }
  })

  it('is refused when a bit of it flipped, wherever that is', async () => {
    writeFileSync(plain, Buffer.alloc(3000, 'a'))
    await encryptFile(plain, secret, [office.recipient])
    const whole = readFileSync(secret)
    for (let at = 0; at < whole.length; at += 13) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      writeFileSync(secret, bytes)
      const answer = await decryptFile(secret, back, office.identity, LIMIT)
      expect(answer.ok, `byte ${at}`).toBe(false)
    }
    expect(readdirSync(folder)).not.toContain('back.zip')
  })

  it('is refused when it swells beyond what is taken', async () => {
    writeFileSync(plain, Buffer.alloc(200_000))
    await encryptFile(plain, secret, [office.recipient])
    expect(await decryptFile(secret, back, office.identity, { limit: 199_999 })).toEqual({
      ok: false,
      code: 'package.too-large',
      params: { part: 'bytes', limit: 199_999 },
    })
    expect(readdirSync(folder)).not.toContain('back.zip')
    expect(await decryptFile(secret, back, office.identity, { limit: 200_000 })).toMatchObject({ ok: true })
  })

  it.each([
    ['an ordinary package', Buffer.from('504b0304', 'hex')],
    ['a header without end', Buffer.from(`age-encryption.org/v1\n${'-> X25519 '.repeat(100_000)}`)],
    ['a header full of nonsense', Buffer.from('age-encryption.org/v1\n-> X25519 !!!\n???\n--- x\n')],
  ])('is told from %s', async (_what, bytes) => {
    writeFileSync(secret, bytes)
    expect(await decryptFile(secret, back, office.identity, LIMIT)).toMatchObject({
      code: 'package.cannot-decrypt',
    })
  })

  it('is known by its first line, not by its name', async () => {
    writeFileSync(plain, 'x')
    await encryptFile(plain, secret, [office.recipient])
    expect(await isAgeFile(secret)).toBe(true)
    expect(await isAgeFile(plain)).toBe(false)
    expect(await isAgeFile(folder)).toBe(false)
  })

  it('leaves nothing behind when its making is cancelled, or its opening', async () => {
    writeFileSync(plain, Buffer.alloc(5_000_000))
    const cancel = new AbortController()
    const onProgress = (): void => cancel.abort(new Error('cancelled'))
    const making = encryptFile(plain, secret, [office.recipient], { signal: cancel.signal, onProgress })
    await expect(making).rejects.toThrow('cancelled')
    expect(readdirSync(folder)).toEqual(['board.zip'])
    await encryptFile(plain, secret, [office.recipient])
    const { signal } = cancel
    await expect(decryptFile(secret, back, office.identity, { ...LIMIT, signal })).rejects.toThrow(
      'cancelled',
    )
    expect(readdirSync(folder).sort()).toEqual(['board.zip', 'board.zip.age'])
  })

  it('says how far its making has got', async () => {
    writeFileSync(plain, Buffer.alloc(2_500_000))
    const steps: number[] = []
    const onProgress = ({ bytes, of }: { bytes: number; of: number }) => steps.push(bytes / of)
    await encryptFile(plain, secret, [office.recipient], { onProgress })
    expect(steps.at(-1)).toBe(1)
    expect(steps.length).toBeGreaterThan(2)
  })

  it('throws when the disk refuses: that is nobody’s fault in the file', async () => {
    writeFileSync(plain, 'x')
    await encryptFile(plain, secret, [office.recipient])
    const gone = join(folder, 'pulled-out', 'x')
    await expect(decryptFile(secret, gone, office.identity, LIMIT)).rejects.toThrow('ENOENT')
    await expect(encryptFile(plain, gone, [office.recipient])).rejects.toThrow('ENOENT')
  })
})

describe.skipIf(!ageIsHere)('together with the program age', () => {
  it('age opens what was encrypted here, and the second reader reads the package in it', async () => {
    const written = await writePackage(small(plain, createPackageKey()))
    await encryptFile(plain, secret, [county.recipient, office.recipient])
    for (const name of ['office-age.txt', 'county-age.txt']) {
      const reading = readPackageIndependently(secret, join(keys, 'keys', name))
      expect(reading.seal).toBe(written.seal)
      expect(reading.editions).toHaveLength(2)
    }
  })

  it('what age encrypted is opened here', async () => {
    writeFileSync(plain, Buffer.alloc(100_000, '示例'))
    const made = spawnSync('age', ['-r', office.recipient, '-o', secret, plain])
    expect(made.status).toBe(0)
    expect(await decryptFile(secret, back, office.identity, LIMIT)).toMatchObject({ ok: true })
    expect(readFileSync(back).equals(readFileSync(plain))).toBe(true)
  })
})

describe('the identity of an office', () => {
  it('is made once, and only its owner may read it', async () => {
    const first = await loadAgeIdentity(folder)
    expect(await loadAgeIdentity(folder)).toEqual(first)
    expect(first.recipient).toMatch(/^age1[a-z0-9]{58}$/)
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, 'keys', 'office-age.txt')).mode & 0o777).toBe(0o600)
    }
  })

  it('is one, however many processes make it at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadAgeIdentity(folder)))
    expect(new Set(all.map(({ identity }) => identity)).size).toBe(1)
  })

  it('is not replaced when its file holds something else', async () => {
    await loadAgeIdentity(folder)
    writeFileSync(join(folder, 'keys', 'office-age.txt'), 'x')
    await expect(loadAgeIdentity(folder)).rejects.toThrow('holds no age identity')
  })

  it('is taken as age-keygen writes it', async () => {
    const identity = await generateX25519Identity()
    mkdirSync(join(folder, 'keys'))
    writeFileSync(
      join(folder, 'keys', 'office-age.txt'),
      `# created: 2026-11-20T08:00:00Z\r\n# public key: age1…\r\n${identity}\r\n`,
    )
    expect((await loadAgeIdentity(folder)).identity).toBe(identity)
  })
})
