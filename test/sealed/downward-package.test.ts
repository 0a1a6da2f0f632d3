import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { DownwardItem, DownwardManifest } from '../../domain/exchange/downward.ts'
import {
  openDownwardPackage,
  writeDownwardPackage,
  type DownwardInput,
  type DownwardPart,
} from '../../sealed/downward-package.ts'
import { openPackage } from '../../sealed/open-package.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { forge } from './forge.ts'
import { OFFICE, sha256, small } from './package-fixture.ts'

const key = createPackageKey()
let folder: string
let target: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'downward-'))
  target = join(folder, 'county.zip')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const HEAD: DownwardInput['head'] = {
  county: {
    name: '示例县政务公开办公室',
    code: '999999',
    instanceId: '01990000-0000-7000-8000-00000000c001',
  },
  office: OFFICE,
  sequence: 2,
  claimedAt: '2026-11-21T02:00:00.000Z',
}
const CALENDAR: DownwardPart = {
  kind: 'CALENDAR',
  key: '2027',
  version: 1,
  title: '2027年放假安排',
  fileName: '2027.json',
  bytes: Buffer.from('{"year":2027}'),
}
const INSTRUCTION: DownwardPart = {
  kind: 'INSTRUCTION',
  key: '2026-11',
  version: 3,
  title: '关于开展自查的通知',
  fileName: 'instruction.json',
  bytes: Buffer.from(canonicalJson({ format: 'instruction/1', title: '自查', text: '请自查。', due: null })),
}

const write = (items: readonly DownwardPart[] = [CALENDAR, INSTRUCTION]) =>
  writeDownwardPackage({ target, head: HEAD, items, key })
const open = () => openDownwardPackage(target, { trustedKeys: [key.keyId] })

describe('a package from the county', () => {
  it('comes back as it was written', async () => {
    const written = await write()
    expect(written.manifest).toMatchObject({ ...HEAD, format: 'county-package/1', items: [{}, {}] })
    const opened = await open()
    if (!opened.ok) return expect.fail(opened.code)
    expect(opened.value.manifest).toEqual(written.manifest)
    expect(opened.value).toMatchObject({ seal: written.seal, size: written.size, keyId: key.keyId })
    for (const [index, { sha256: hash }] of written.manifest.items.entries()) {
      expect(await opened.value.item(hash)).toEqual([CALENDAR, INSTRUCTION][index]?.bytes)
    }
    await expect(opened.value.item('ab'.repeat(32))).rejects.toThrow('no such item')
    await opened.value.close()
    expect(readdirSync(folder)).toEqual(['county.zip'])
  })

  it('keeps two items with the same bytes in one file', async () => {
    const written = await write([CALENDAR, { ...CALENDAR, key: '2028' }])
    expect(written.manifest.items).toHaveLength(2)
    const opened = await open()
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value.close()
  })

  it('is refused when a byte is another, wherever that is', async () => {
    await write()
    const whole = readFileSync(target)
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      writeFileSync(target, bytes)
      expect((await open()).ok, `byte ${at}`).toBe(false)
    }
  })

  it('is refused from a county that is not ours', async () => {
    await write()
    expect(await openDownwardPackage(target, { trustedKeys: [createPackageKey().keyId] })).toMatchObject({
      code: 'downward.unknown-key',
      params: { keyId: key.keyId },
    })
  })

  it('is told from an office’s package, and the other way round', async () => {
    await writePackage(small(target, key))
    expect(await open()).toMatchObject({ code: 'downward.not-a-package' })
    await write()
    expect(await openPackage(target)).toMatchObject({ code: 'package.format-unknown' })
    writeFileSync(target, '通知')
    expect(await open()).toMatchObject({ code: 'downward.not-a-package' })
  })
})

describe('a package from the county sealed with the right key', () => {
  const item = (part: DownwardPart, other: Partial<DownwardItem> = {}): DownwardItem => {
    const { bytes, ...said } = part
    const hash = sha256(bytes)
    return { ...said, sha256: hash, size: bytes.length, path: `items/${hash}`, ...other }
  }
  const forged = (items: readonly DownwardItem[], files: readonly DownwardPart[]) => {
    const manifest: DownwardManifest = { ...HEAD, format: 'county-package/1', items }
    return forge(target, key, [
      ...files.map(({ bytes }) => ({
        name: `items/${sha256(bytes)}`,
        bytes: Buffer.from(bytes),
        kind: 'ATTACHMENT' as const,
      })),
      { name: 'manifest.json', bytes: Buffer.from(canonicalJson(manifest)), kind: 'MANIFEST' },
    ])
  }

  it('passes when it is what the documentation says', async () => {
    await forged([item(CALENDAR)], [CALENDAR])
    const opened = await open()
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value.close()
  })

  it.each<[string, DownwardItem[], DownwardPart[]]>([
    ['names a file that is not there', [item(CALENDAR), item(INSTRUCTION)], [CALENDAR]],
    ['holds a file that it does not name', [item(CALENDAR)], [CALENDAR, INSTRUCTION]],
    ['names another size', [item(CALENDAR, { size: 1 })], [CALENDAR]],
    ['names a path that leads elsewhere', [item(CALENDAR, { path: '../../etc/passwd' })], [CALENDAR]],
    [
      'names the file of another',
      [item(CALENDAR, { path: item(INSTRUCTION).path }), item(INSTRUCTION)],
      [CALENDAR, INSTRUCTION],
    ],
    ['brings one thing twice', [item(CALENDAR), item(CALENDAR)], [CALENDAR]],
    ['brings nothing', [], []],
    ['has no version', [item(CALENDAR, { version: 0 })], [CALENDAR]],
  ])('is refused when it %s', async (_what, items, files) => {
    await forged(items, files)
    expect(await open()).toMatchObject({ ok: false, code: 'package.damaged' })
  })

  it('is refused when a file bears another name than the hash of its bytes', async () => {
    const { path } = item(INSTRUCTION)
    const manifest = { ...HEAD, format: 'county-package/1', items: [item(CALENDAR, { path })] }
    await forge(target, key, [
      { name: path, bytes: Buffer.from(CALENDAR.bytes), kind: 'ATTACHMENT' },
      { name: 'manifest.json', bytes: Buffer.from(canonicalJson(manifest)), kind: 'MANIFEST' },
    ])
    expect(await open()).toMatchObject({ ok: false, code: 'package.damaged' })
  })
})
