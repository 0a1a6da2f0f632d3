import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SEAL_LIMIT, readSeal } from '../../domain/exchange/package-seal.ts'
import type { EditionRecord } from '../../domain/exchange/package-records.ts'
import { openPackage, type OpenPackage } from '../../sealed/open-package.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { AttachmentDamaged, writePackage, type WriteProgress } from '../../sealed/write-package.ts'
import { readPackageIndependently } from '../support/second-package-reader.ts'
import {
  FILE,
  HEAD,
  STATISTIC,
  USCC,
  WITHDRAWAL,
  content,
  edition,
  input,
  openFrom,
  sha256,
  small,
} from './package-fixture.ts'

const key = createPackageKey()
let folder: string
let target: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
  target = join(folder, 'board.zip')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function opened(): Promise<OpenPackage> {
  const result = await openPackage(target, { trustedKeys: [key.keyId] })
  return result.ok ? result.value : expect.fail(result.code)
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of source) found.push(one)
  return found
}

describe('a signed package', () => {
  it('comes back as it was written', async () => {
    const written = await writePackage(small(target, key))
    expect(written.counts).toEqual({ editions: 2, withdrawals: 1, statistics: 1, attachments: 1 })
    expect(written.sha256).toBe(sha256(readFileSync(target)))
    const { files, ...said } = written.manifest
    expect(said).toEqual({ ...HEAD, format: 'board-package/2', counts: written.counts })
    expect(files.find(({ kind }) => kind === 'STATISTIC')?.sha256).toBe(written.statisticsSha256)
    const proof = await verifyPackage(target, { trustedKeys: [key.keyId] })
    expect(proof).toEqual({
      ok: true,
      value: { ...said, size: written.size, keyId: key.keyId, seal: written.seal, keyTrusted: true },
    })
  })

  it('gives its records and files one after the other once it is opened', async () => {
    const packed = small(target, key)
    await writePackage(packed)
    const one = await opened()
    expect(await all(one.records('EDITION'))).toEqual(packed.editions)
    expect(await all(one.records('WITHDRAWAL'))).toEqual([WITHDRAWAL])
    expect(await all(one.records('STATISTIC'))).toEqual([STATISTIC])
    expect(await buffer(one.attachment(sha256(FILE)))).toEqual(FILE)
    expect(() => one.attachment('ab'.repeat(32))).toThrow('no attachment')
    await one.close()
  })

  it('gives the bytes of several files that are read at the same time', async () => {
    const files = [0, 1, 2_500_000, 3_000_000].map((size) => Buffer.alloc(size, `示例${size}`))
    const editions = [edition(1, content('附件', '见附件。', files))]
    await writePackage(input(target, key, { editions, openAttachment: openFrom(...files) }))
    const one = await opened()
    const read = await Promise.all(files.map((file) => buffer(one.attachment(sha256(file)))))
    expect(read.map((bytes, index) => bytes.equals(files[index] ?? Buffer.alloc(1)))).toEqual(
      files.map(() => true),
    )
    await one.close()
  })

  it('gives out nothing that was put in its place after it was proved', async () => {
    await writePackage(small(target, key))
    const one = await opened()
    const bytes = readFileSync(target)
    bytes[bytes.indexOf('最低')] = 0xe7
    bytes[bytes.indexOf('%PDF')] = 0x41
    writeFileSync(target, bytes)
    await expect(all(one.records('EDITION'))).rejects.toThrow('changed while it was open')
    await expect(buffer(one.attachment(sha256(FILE)))).rejects.toThrow('changed while it was open')
    await one.close()
  })

  it('reads the same in a second reader written from the documentation', async () => {
    const packed = small(target, key)
    const written = await writePackage(packed)
    const reading = readPackageIndependently(target)
    expect(reading.manifest).toEqual(written.manifest)
    expect([reading.keyId, reading.seal]).toEqual([written.keyId, written.seal])
    expect(reading.editions).toEqual(packed.editions)
    expect(reading.withdrawals).toEqual([WITHDRAWAL])
    expect(reading.statistics).toEqual([STATISTIC])
    expect(reading.attachments).toEqual(new Map([[sha256(FILE), FILE]]))
  })

  it('carries the village a notice is of and the document it explains, in both readers', async () => {
    const interprets = { indexNumber: `${USCC}/2026-00002`, title: '水源保护办法' }
    const named = {
      ...content('《水源保护办法》政策解读', '出台背景。'),
      noticeKind: 'INTERPRETATION',
      unit: { name: '河西村', kind: 'VILLAGE' },
      interprets,
    } as const
    await writePackage(input(target, key, { editions: [edition(8, named)] }))
    expect(await verifyPackage(target)).toMatchObject({ ok: true })
    expect(readPackageIndependently(target).editions).toMatchObject([
      { content: { unit: { name: '河西村', kind: 'VILLAGE' }, interprets } },
    ])
  })

  it('comes out the same to the byte in every time zone', async () => {
    await writePackage(small(target, key))
    const first = readFileSync(target)
    const zone = process.env['TZ']
    process.env['TZ'] = 'America/Los_Angeles'
    try {
      await writePackage(small(target, key))
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    expect(readFileSync(target).equals(first)).toBe(true)
  })

  it('carries nothing of what else the caller knows of the office', async () => {
    const head = { ...HEAD, office: { ...HEAD.office, regionCode: '999999' }, secret: '内部' } as typeof HEAD
    await writePackage(small(target, key, { head }))
    expect(readFileSync(target).includes('内部')).toBe(false)
    expect(await verifyPackage(target)).toMatchObject({ ok: true })
  })

  it('keeps two editions apart that have the same text', async () => {
    const text = content('关于停电的通知', '明日停电检修。')
    await writePackage(input(target, key, { editions: [edition(8, text), edition(9, text)] }))
    expect(readPackageIndependently(target).editions).toHaveLength(2)
    expect(await verifyPackage(target)).toMatchObject({ ok: true })
  })

  it('names nobody as trusted when no key was given, and refuses a key that is not known', async () => {
    await writePackage(small(target, key))
    expect(await verifyPackage(target)).toMatchObject({ ok: true, value: { keyTrusted: null } })
    expect(await verifyPackage(target, { trustedKeys: [createPackageKey().keyId] })).toEqual({
      ok: false,
      code: 'package.unknown-key',
      params: { keyId: key.keyId },
    })
  })

  it('is the same package under any name', async () => {
    const written = await writePackage(small(target, key))
    const renamed = join(folder, '新建文件夹 (2).doc')
    writeFileSync(renamed, readFileSync(target))
    expect(await verifyPackage(renamed)).toMatchObject({ ok: true, value: { seal: written.seal } })
  })

  it('says how far it has got', async () => {
    const steps: WriteProgress[] = []
    await writePackage(small(target, key, { onProgress: (step) => steps.push(step) }))
    expect(steps.at(0)).toEqual({ records: 1, attachments: 0, bytes: 0 })
    expect(steps.at(-1)).toEqual({ records: 4, attachments: 1, bytes: FILE.length })
  })

  it('leaves nothing behind when it is cancelled, wherever that is', async () => {
    for (let stop = 1; stop <= 6; stop++) {
      const cancel = new AbortController()
      let steps = 0
      const onProgress = (): void => {
        steps += 1
        if (steps === stop) cancel.abort(new Error('cancelled'))
      }
      const packed = small(target, key, { signal: cancel.signal, onProgress })
      await expect(writePackage(packed), `at step ${stop}`).rejects.toThrow('cancelled')
      expect(steps, 'nothing is read any more').toBe(stop)
      expect(readdirSync(folder)).toEqual([])
    }
  })

  it.each([
    ['is not what its hash says', () => Readable.from([Buffer.from('damaged')])],
    ['is gone', openFrom()],
  ])('leaves nothing behind when a stored file %s, and names the file', async (_how, openAttachment) => {
    const failed = writePackage(small(target, key, { openAttachment }))
    await expect(failed).rejects.toBeInstanceOf(AttachmentDamaged)
    await expect(failed).rejects.toMatchObject({ sha256: sha256(FILE) })
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves nothing behind when a stored file cannot be read', async () => {
    const openAttachment = (): Readable =>
      new Readable({
        read() {
          this.destroy(new Error('input/output error'))
        },
      })
    await expect(writePackage(small(target, key, { openAttachment }))).rejects.toThrow('input/output error')
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves nothing behind when the disk refuses', async () => {
    const missing = join(folder, 'pulled-out', 'board.zip')
    await expect(writePackage(small(missing, key))).rejects.toThrow('ENOENT')
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not replace a whole package by a broken one', async () => {
    await writePackage(small(target, key))
    const before = readFileSync(target)
    function* broken(): Generator<EditionRecord> {
      yield edition(1, content('关于停电的通知', '明日停电检修。'))
      throw new Error('power cut')
    }
    await expect(writePackage(small(target, key, { editions: broken() }))).rejects.toThrow('power cut')
    expect(readFileSync(target).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['board.zip'])
  })

  it('seals a large package with a comment that every ZIP reader takes', async () => {
    const file = Buffer.alloc(9_000_000, 7)
    const editions = [edition(1, content('附件', '见附件。', [file]))]
    await writePackage(input(target, key, { editions, openAttachment: openFrom(file) }))
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
