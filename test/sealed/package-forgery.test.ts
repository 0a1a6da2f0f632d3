import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { packageEntryName } from '../../domain/exchange/package-name.ts'
import type { PackageEntryKind, PackageManifest } from '../../domain/exchange/package-records.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { sealZip } from '../../sealed/seal-write.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { HEAD, WITHDRAWAL, content, edition, sha256 } from './package-fixture.ts'

// Whoever holds the office's key (a stolen PC, a careless tool) can seal anything. The seal then holds,
// and only the later checks stand between such a package and the receiver.

const key = createPackageKey()
let folder: string
let target: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forgery-'))
  target = join(folder, 'forged.zip')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Part = { name: string; bytes: Buffer; kind?: PackageEntryKind; compress?: boolean }

function part(kind: PackageEntryKind, value: unknown): Part {
  const bytes = Buffer.isBuffer(value)
    ? value
    : Buffer.from(typeof value === 'string' ? value : canonicalJson(value))
  return { name: packageEntryName(kind, sha256(bytes)), bytes, kind }
}

function manifestOf(parts: readonly Part[], change: Partial<PackageManifest> = {}): Part {
  const entries = parts
    .map(({ name, bytes, kind }) => ({
      path: name,
      sha256: sha256(bytes),
      size: bytes.length,
      kind: kind ?? 'ATTACHMENT',
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const count = (kind: PackageEntryKind): number => entries.filter((entry) => entry.kind === kind).length
  const counts = {
    editions: count('EDITION'),
    withdrawals: count('WITHDRAWAL'),
    attachments: count('ATTACHMENT'),
  }
  const manifest = { format: 'board-package/1', ...HEAD, counts, entries, ...change }
  return { name: 'manifest.json', bytes: Buffer.from(canonicalJson(manifest)) }
}

/** Writes the parts as they are; `rename` is applied to the raw bytes, as a ZIP library would not let it through. */
async function forge(
  parts: readonly Part[],
  rename: readonly (readonly [string, string])[] = [],
): Promise<void> {
  const zip = new ZipFile()
  for (const { name, bytes, compress } of parts) zip.addBuffer(bytes, name, { compress: compress ?? false })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(target))
  if (rename.length > 0) {
    let text = readFileSync(target).toString('latin1')
    for (const [from, to] of rename) {
      expect(to.length).toBe(from.length)
      text = text.replaceAll(from, to)
    }
    writeFileSync(target, Buffer.from(text, 'latin1'))
  }
  await sealZip(target, key)
}

const record = (): Part => {
  const made = edition(1, content('关于停电的通知', '明日停电检修。'))
  return part('EDITION', made.kind === 'EDITION' ? made.edition : null)
}

const check = () => verifyPackage(target, { trustedKeys: [key.keyId] })

describe('a package sealed with the right key', () => {
  it('passes when it is what the documentation says', async () => {
    const parts = [record(), part('WITHDRAWAL', WITHDRAWAL), part('ATTACHMENT', Buffer.from('x'))]
    await forge([...parts, manifestOf(parts)])
    expect(await check()).toMatchObject({ ok: true })
  })

  const length = packageEntryName('ATTACHMENT', sha256('')).length
  it.each([
    ['climbs out of the folder', '../../etc/'],
    ['is absolute', '/etc/cron.d/'],
    ['is a drive', 'C:\\Windows\\'],
    ['is a device', 'attachments/CON.'],
    ['is another spelling', 'ATTACHMENTS/'],
    ['holds a line end', 'attachments/\r\n'],
    ['holds a zero', 'attachments/a\0'],
    ['is ./ first', './attachments/'],
    ['is a folder', 'attachments///'],
  ])('is refused when a name %s', async (_why, beginning) => {
    const file = part('ATTACHMENT', Buffer.from('x'))
    await forge([file, manifestOf([file])], [[file.name, beginning.padEnd(length, 'a')]])
    expect(await check()).toMatchObject({ code: 'package.unsafe-name' })
  })

  it('is refused when a name is endless, and the refusal does not repeat it', async () => {
    await forge([{ name: `${'深'.repeat(20_000)}.json`, bytes: Buffer.from('{}') }, manifestOf([])])
    const answer = await check()
    expect(answer).toMatchObject({ code: 'package.unsafe-name' })
    expect(JSON.stringify(answer).length).toBeLessThan(200)
  })

  it('is refused when it lists a file that is not there', async () => {
    const parts = [record(), part('ATTACHMENT', Buffer.from('x'))]
    await forge([...parts.slice(0, 1), manifestOf(parts)])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: parts[1]?.name } })
  })

  it('is refused when it holds a file that is not listed', async () => {
    const parts = [record(), part('ATTACHMENT', Buffer.from('x'))]
    await forge([...parts, manifestOf(parts.slice(0, 1))])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: parts[1]?.name } })
  })

  it('is refused when there is no manifest', async () => {
    await forge([record()])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: 'manifest.json' } })
  })

  it('is refused when two files changed places', async () => {
    const one = part('ATTACHMENT', Buffer.from('one'))
    const two = part('ATTACHMENT', Buffer.from('two'))
    await forge([{ ...one, name: two.name }, { ...two, name: one.name }, manifestOf([one, two])])
    expect(await check()).toMatchObject({ code: 'package.damaged' })
  })

  it('is refused when one name stands twice', async () => {
    const one = part('ATTACHMENT', Buffer.from('one'))
    await forge([one, { ...one, bytes: Buffer.from('two') }, manifestOf([one])])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: one.name } })
  })

  it('is refused when a local header shows another name than the directory', async () => {
    const file = part('ATTACHMENT', Buffer.from('x'))
    await forge([file, manifestOf([file])])
    const bytes = readFileSync(target)
    bytes.write('f'.repeat(64), 30 + 'attachments/'.length, 'latin1')
    const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
    bytes.writeUInt16LE(0, end + 20)
    writeFileSync(target, bytes.subarray(0, end + 22))
    await sealZip(target, key)
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: file.name } })
  })

  it('is refused when an entry is compressed, so that nothing can swell', async () => {
    const bomb = { ...part('ATTACHMENT', Buffer.alloc(1_000_000)), compress: true }
    await forge([bomb, manifestOf([bomb])])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: bomb.name } })
  })

  it('is refused when the counts are not what is counted', async () => {
    const parts = [record()]
    await forge([...parts, manifestOf(parts, { counts: { editions: 207, withdrawals: 0, attachments: 0 } })])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: 'manifest.json' } })
  })

  it.each([
    ['is of a later format', { format: 'board-package/2' }],
    ['has no sequence', { sequence: 0 }],
    ['has a sequence in words', { sequence: '1' }],
    ['has a field that nobody knows', { extra: true }],
  ])('is refused when its manifest %s', async (_why, change) => {
    const parts = [record()]
    await forge([...parts, manifestOf(parts, change as unknown as Partial<PackageManifest>)])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: 'manifest.json' } })
  })

  it('is refused when an edition is not what its hash says', async () => {
    const made = edition(1, content('关于停电的通知', '明日停电检修。'), { hash: '0'.repeat(64) })
    const parts = [part('EDITION', made.kind === 'EDITION' ? made.edition : null)]
    await forge([...parts, manifestOf(parts)])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: parts[0]?.name } })
  })

  it('is refused when a file that an edition names did not come along', async () => {
    const made = edition(1, content('关于停电的通知', '见附件。', [Buffer.from('x')]))
    const parts = [part('EDITION', made.kind === 'EDITION' ? made.edition : null)]
    await forge([...parts, manifestOf(parts)])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: parts[0]?.name } })
  })

  it.each([
    ['with a key written twice', (text: string) => text.replace('{"content"', '{"hash":"0","content"')],
    ['with spaces', (text: string) => text.replace('{"content"', '{ "content"')],
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['that is no JSON', () => '通知'],
    ['with a script in the body', (text: string) => text.replace('"type":"paragraph"', '"type":"script"')],
  ])('is refused when it holds an edition %s', async (_why, spoil) => {
    const parts = [part('EDITION', spoil(record().bytes.toString('utf8')))]
    await forge([...parts, manifestOf(parts)])
    expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry: parts[0]?.name } })
  })

  it('is refused when bytes that are no UTF-8 stand in an edition', async () => {
    const parts = [part('EDITION', Buffer.from([0x22, 0xff, 0x22]))]
    await forge([...parts, manifestOf(parts)])
    expect(await check()).toMatchObject({ code: 'package.damaged' })
  })
})
