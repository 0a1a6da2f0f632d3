import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SEAL_LIMIT, readSeal } from '../../domain/exchange/package-seal.ts'
import type { PackageEntry } from '../../sealed/package-entry.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { readPackageIndependently } from '../support/second-package-reader.ts'
import { FILE, HEAD, USCC, WITHDRAWAL, content, edition, sha256, smallEntries } from './package-fixture.ts'

const key = createPackageKey()
let folder: string
let target: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
  target = join(folder, 'board.zip')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a signed package', () => {
  it('comes back as it was written', async () => {
    const written = await writePackage({ target, manifestHead: HEAD, entries: smallEntries(), key })
    expect(written.counts).toEqual({ editions: 2, withdrawals: 1, attachments: 1 })
    expect(written.sha256).toBe(sha256(readFileSync(target)))
    const proof = await verifyPackage(target, { trustedKeys: [key.keyId] })
    expect(proof).toEqual({
      ok: true,
      value: {
        ...HEAD,
        format: 'board-package/1',
        counts: written.counts,
        size: written.size,
        keyId: key.keyId,
        seal: written.seal,
        keyTrusted: true,
      },
    })
  })

  it('reads the same in a second reader written from the documentation', async () => {
    await writePackage({ target, manifestHead: HEAD, entries: smallEntries(), key })
    const reading = readPackageIndependently(target)
    expect(reading.manifest['office']).toEqual(HEAD.office)
    expect(reading.editions.map((one) => String(one['indexNumber'])).sort()).toEqual([
      `${USCC}/2026-00002`,
      `${USCC}/2026-00003`,
    ])
    expect(reading.withdrawals).toEqual([WITHDRAWAL])
    expect(reading.attachments.get(sha256(FILE))).toEqual(FILE)
  })

  it('carries the village a notice is of and the document it explains, in both readers', async () => {
    const interprets = { indexNumber: `${USCC}/2026-00002`, title: '水源保护办法' }
    const named = {
      ...content('《水源保护办法》政策解读', '出台背景。'),
      noticeKind: 'INTERPRETATION',
      unit: { name: '河西村', kind: 'VILLAGE' },
      interprets,
    } as const
    await writePackage({ target, manifestHead: HEAD, entries: [edition(8, named)], key })
    expect(await verifyPackage(target)).toMatchObject({ ok: true })
    expect(readPackageIndependently(target).editions).toMatchObject([
      { content: { unit: { name: '河西村', kind: 'VILLAGE' }, interprets } },
    ])
  })

  it('comes out the same to the byte in every time zone', async () => {
    await writePackage({ target, manifestHead: HEAD, entries: smallEntries(), key })
    const first = readFileSync(target)
    const zone = process.env['TZ']
    process.env['TZ'] = 'America/Los_Angeles'
    try {
      await writePackage({ target, manifestHead: HEAD, entries: smallEntries(), key })
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    expect(readFileSync(target).equals(first)).toBe(true)
  })

  it('keeps two editions apart that have the same text', async () => {
    const text = content('关于停电的通知', '明日停电检修。')
    await writePackage({ target, manifestHead: HEAD, entries: [edition(8, text), edition(9, text)], key })
    expect(readPackageIndependently(target).editions).toHaveLength(2)
    expect(await verifyPackage(target)).toMatchObject({ ok: true })
  })

  it('names nobody as trusted when no key was given, and refuses a key that is not known', async () => {
    await writePackage({ target, manifestHead: HEAD, entries: smallEntries(), key })
    expect(await verifyPackage(target)).toMatchObject({ ok: true, value: { keyTrusted: null } })
    expect(await verifyPackage(target, { trustedKeys: [createPackageKey().keyId] })).toEqual({
      ok: false,
      code: 'package.unknown-key',
      params: { keyId: key.keyId },
    })
  })

  it('leaves nothing behind when a stored file is not what its hash says', async () => {
    const entries = [
      edition(1, content('附件损坏', '正文', [FILE])),
      {
        kind: 'ATTACHMENT' as const,
        sha256: sha256(FILE),
        open: () => Readable.from([Buffer.from('damaged')]),
      },
    ]
    await expect(writePackage({ target, manifestHead: HEAD, entries, key })).rejects.toThrow(
      'not what its hash says',
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves nothing behind when a stored file cannot be read', async () => {
    const open = (): Readable =>
      new Readable({
        read() {
          this.destroy(new Error('no such file'))
        },
      })
    const entries = [{ kind: 'ATTACHMENT' as const, sha256: sha256(FILE), open }]
    await expect(writePackage({ target, manifestHead: HEAD, entries, key })).rejects.toThrow('no such file')
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves nothing behind when the disk refuses', async () => {
    const missing = join(folder, 'pulled-out', 'board.zip')
    await expect(
      writePackage({ target: missing, manifestHead: HEAD, entries: smallEntries(), key }),
    ).rejects.toThrow('ENOENT')
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not replace a whole package by a broken one', async () => {
    await writePackage({ target, manifestHead: HEAD, entries: smallEntries(), key })
    const before = readFileSync(target)
    function* broken(): Generator<PackageEntry> {
      yield* smallEntries()
      throw new Error('power cut')
    }
    await expect(writePackage({ target, manifestHead: HEAD, entries: broken(), key })).rejects.toThrow(
      'power cut',
    )
    expect(readFileSync(target).equals(before)).toBe(true)
  })

  it('seals a large package with a comment that every ZIP reader takes', async () => {
    const file = Buffer.alloc(9_000_000, 7)
    await writePackage({
      target,
      manifestHead: HEAD,
      entries: [{ kind: 'ATTACHMENT', sha256: sha256(file), open: () => Readable.from([file]) }],
      key,
    })
    const bytes = readFileSync(target)
    const comment = bytes.subarray(bytes.lastIndexOf('{"bodySize":')).toString('latin1')
    expect(comment.length).toBeLessThan(SEAL_LIMIT)
    expect(readSeal(comment)?.chunkSize).toBe(16384)
    bytes[5_000_000] = 8
    writeFileSync(target, bytes)
    expect(await verifyPackage(target)).toEqual({
      ok: false,
      code: 'package.damaged',
      params: { from: 305 * 16384, to: 306 * 16384, entry: `attachments/${sha256(file)}` },
    })
  })
})

describe('what is no package', () => {
  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a letter', Buffer.from('通知'.repeat(100))],
    ['an empty ZIP', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    [
      'a ZIP with another comment',
      Buffer.from('504b05060000000000000000000000000000000000000300616263', 'hex'),
    ],
  ])('refuses %s', async (_name, bytes) => {
    writeFileSync(target, bytes)
    expect(await verifyPackage(target)).toEqual({ ok: false, code: 'package.not-a-package', params: {} })
  })

  it('refuses a folder', async () => {
    expect(await verifyPackage(folder)).toMatchObject({ ok: false, code: 'package.not-a-package' })
  })
})
