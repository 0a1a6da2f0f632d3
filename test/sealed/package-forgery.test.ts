import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { attachmentName } from '../../domain/exchange/package-name.ts'
import type { EditionRecord } from '../../domain/exchange/package-records.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import type { PackageLimits } from '../../sealed/package-limits.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { file, forge, lines, manifestOf, raw, tamper, whole, type Part } from './forge.ts'
import { HEAD, STATISTIC, WITHDRAWAL, content, edition, sha256 } from './package-fixture.ts'

const key = createPackageKey()
let folder: string
let target: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forgery-'))
  target = join(folder, 'forged.zip')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const X = Buffer.from('x')
const EDITIONS = 'records/editions.ndjson'
const record = (change: number, other: Partial<EditionRecord> = {}): EditionRecord =>
  edition(change, content('关于停电的通知', '明日停电检修。'), other)
/** An edition that names the file X. */
const withX = (): EditionRecord => edition(1, content('关于停电的通知', '见附件。', [X]))

const check = (limits: Partial<PackageLimits> = {}) =>
  verifyPackage(target, { trustedKeys: [key.keyId], limits })

async function forged(parts: readonly Part[], change: object = {}): Promise<void> {
  await forge(target, key, [...parts, manifestOf(parts, change)])
}

async function refusedAt(entry: string | undefined): Promise<void> {
  expect(await check()).toMatchObject({ code: 'package.damaged', params: { entry } })
}

describe('a package sealed with the right key', () => {
  it('passes when it is what the documentation says, whoever packed it', async () => {
    await forged([
      lines('EDITION', withX(), record(2)),
      lines('WITHDRAWAL', WITHDRAWAL),
      lines('STATISTIC', STATISTIC),
      file(X),
    ])
    expect(await check()).toMatchObject({ ok: true, value: { counts: { editions: 2, attachments: 1 } } })
  })

  const length = attachmentName(sha256('')).length
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
    ['is of the format before', 'editions/'],
  ])('is refused when a name %s', async (_why, beginning) => {
    const parts = whole(lines('EDITION', withX()), file(X))
    const renamed = [[attachmentName(sha256(X)), beginning.padEnd(length, 'a')]] as const
    // In the ZIP alone: the manifest says what the receiver expects to see.
    await forge(target, key, [...parts, manifestOf(parts)], renamed)
    expect((await check()).ok).toBe(false)
    await forge(target, key, [...parts, { ...manifestOf(parts), bytes: Buffer.from('{}') }], renamed)
    expect(await check()).toMatchObject({ code: 'package.unsafe-name' })
  })

  it('is refused when a name is endless, and the refusal does not repeat it', async () => {
    const endless: Part = { name: `${'深'.repeat(20_000)}.json`, bytes: X, kind: 'ATTACHMENT' }
    await forge(target, key, [endless, manifestOf(whole())])
    const answer = await check()
    expect(answer).toMatchObject({ code: 'package.unsafe-name' })
    expect(JSON.stringify(answer).length).toBeLessThan(200)
  })

  it('is refused when it lists a file that is not there', async () => {
    const parts = whole(lines('EDITION', withX()), file(X))
    await forge(target, key, [...parts.filter(({ kind }) => kind !== 'ATTACHMENT'), manifestOf(parts)])
    await refusedAt(attachmentName(sha256(X)))
  })

  it('is refused when it holds a file that is not listed', async () => {
    const parts = whole(lines('EDITION', record(1)))
    await forge(target, key, [...parts, file(X), manifestOf(parts)])
    await refusedAt(attachmentName(sha256(X)))
  })

  it('is refused when it holds a file that no edition names', async () => {
    await forged(whole(lines('EDITION', record(1)), file(X)))
    await refusedAt(attachmentName(sha256(X)))
  })

  it.each(['EDITION', 'WITHDRAWAL', 'STATISTIC'] as const)(
    'is refused without the file of kind %s, even when there is nothing to write in it',
    async (kind) => {
      await forged(whole().filter((part) => part.kind !== kind))
      await refusedAt('manifest.json')
    },
  )

  it('is refused when there is no manifest', async () => {
    await forge(target, key, whole(lines('EDITION', record(1))))
    await refusedAt('manifest.json')
  })

  it('is refused when two files changed places', async () => {
    const [one, two] = [file(Buffer.from('one')), file(Buffer.from('two'))]
    const parts = whole(
      lines('EDITION', edition(1, content('关于停电的通知', '见附件。', [one.bytes, two.bytes]))),
    )
    const swapped = [
      { ...one, name: two.name },
      { ...two, name: one.name },
    ]
    await forge(target, key, [...parts, ...swapped, manifestOf([...parts, one, two])])
    expect(await check()).toMatchObject({ code: 'package.damaged' })
  })

  it('is refused when one name stands twice', async () => {
    const parts = whole(lines('EDITION', withX()), file(X))
    await forge(target, key, [...parts, { ...file(X), bytes: Buffer.from('y') }, manifestOf(parts)])
    await refusedAt(attachmentName(sha256(X)))
  })

  it('is refused when the manifest stands twice', async () => {
    const parts = whole(lines('EDITION', record(1)))
    await forge(target, key, [...parts, manifestOf(parts), manifestOf(parts)])
    await refusedAt('manifest.json')
  })

  it.each([
    ['another name', (bytes: Buffer) => bytes.write('x', 30, 'latin1')],
    ['another size', (bytes: Buffer) => bytes.writeUInt32LE(1, 22)],
    ['another CRC', (bytes: Buffer) => bytes.writeUInt32LE(1, 14)],
    ['another way of storing', (bytes: Buffer) => bytes.writeUInt16LE(8, 8)],
    ['that it is encrypted', (bytes: Buffer) => bytes.writeUInt16LE(1, 6)],
  ])('is refused when the header before an entry says %s than the directory', async (_what, change) => {
    await forged(whole(lines('EDITION', record(1))))
    await tamper(target, key, change)
    await refusedAt(EDITIONS)
  })

  it('is refused when header and directory agree on a CRC that the bytes do not have', async () => {
    await forged(whole(lines('EDITION', record(1))))
    await tamper(target, key, (bytes, directoryAt) => {
      bytes.writeUInt32LE(7, 14)
      bytes.writeUInt32LE(7, directoryAt + 16)
    })
    await refusedAt(EDITIONS)
  })

  it('is refused when something is hidden between two entries', async () => {
    const parts = whole(lines('EDITION', record(1)))
    await forge(target, key, [{ name: 'hidden', bytes: X, kind: 'ATTACHMENT' }, ...parts, manifestOf(parts)])
    await tamper(target, key, (bytes, directoryAt) => {
      // The first line of the directory goes, its file stays.
      const end = bytes.length - 22
      const line = 46 + 'hidden'.length + bytes.readUInt16LE(directoryAt + 30)
      bytes.writeUInt16LE(bytes.readUInt16LE(end + 8) - 1, end + 8)
      bytes.writeUInt16LE(bytes.readUInt16LE(end + 10) - 1, end + 10)
      bytes.writeUInt32LE(directoryAt + line, end + 16)
      bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) - line, end + 12)
    })
    expect(await check()).toMatchObject({ code: 'package.damaged' })
  })

  it('is refused when an entry is compressed, so that nothing can swell', async () => {
    const bomb: Part = { ...file(Buffer.alloc(1_000_000)), compress: true }
    const parts = whole(
      lines('EDITION', edition(1, content('关于停电的通知', '见附件。', [bomb.bytes]))),
      bomb,
    )
    await forge(target, key, [...parts, manifestOf(parts)])
    await refusedAt(bomb.name)
  })

  it.each(['editions', 'withdrawals', 'statistics', 'attachments'])(
    'is refused when it has other %s than it declares, be it more or fewer',
    async (kind) => {
      const parts = [
        lines('EDITION', withX()),
        lines('WITHDRAWAL', WITHDRAWAL),
        lines('STATISTIC', STATISTIC),
        file(X),
      ]
      const right = { editions: 1, withdrawals: 1, statistics: 1, attachments: 1 }
      for (const count of [0, 2, 207]) {
        await forged(parts, { counts: { ...right, [kind]: count } })
        expect(await check(), String(count)).toMatchObject({ code: 'package.damaged' })
      }
    },
  )

  it.each([
    ['has no sequence', { sequence: 0 }],
    ['has a sequence in words', { sequence: '1' }],
    ['has a field that nobody knows', { extra: true }],
    ['has a range of changes that runs backwards', { changes: { first: 9, last: 7, heldBack: 0 } }],
    [
      'has a chain with a gap',
      {
        sequence: 4,
        previous: 'ab'.repeat(32),
        chain: [
          { sequence: 1, seal: 'cd'.repeat(32) },
          { sequence: 3, seal: 'ab'.repeat(32) },
        ],
      },
    ],
    [
      'has a chain that does not lead to the package before',
      { sequence: 2, previous: 'ab'.repeat(32), chain: [{ sequence: 1, seal: 'cd'.repeat(32) }] },
    ],
    ['names a database by something else than its id', { instance: { id: '../x', former: [] } }],
  ])('is refused when its manifest %s', async (_why, change) => {
    await forged(whole(lines('EDITION', record(1))), change)
    await refusedAt('manifest.json')
  })

  it('passes with the chain of the packages before it', async () => {
    const seal = 'ab'.repeat(32)
    const chain = [
      { sequence: 2, seal: 'cd'.repeat(32) },
      { sequence: 3, seal },
    ]
    await forged(whole(lines('EDITION', record(1))), { sequence: 4, previous: seal, chain })
    expect(await check()).toMatchObject({ ok: true })
  })

  it('is refused when its manifest lists the files in another order', async () => {
    const parts = whole(lines('EDITION', record(1)))
    const manifest = JSON.parse(manifestOf(parts).bytes.toString('utf8')) as { files: unknown[] }
    await forged(parts, { files: manifest.files.toReversed() })
    await refusedAt('manifest.json')
  })

  it.each([
    ['a later one', 'board-package/3'],
    ['the one before', 'board-package/1'],
    ['one from a county', 'county-package/1'],
  ])('names its format when that is another: %s', async (_which, format) => {
    await forged(whole(lines('EDITION', record(1))), { format })
    expect(await check()).toEqual({ ok: false, code: 'package.format-unknown', params: { format } })
  })

  it('is named as format 1 although its files have names that are not safe here', async () => {
    const bytes = Buffer.from(canonicalJson({ format: 'board-edition-record/1' }))
    const name = `editions/${sha256(bytes)}.json`
    const { changes: _, ...head } = HEAD
    const manifest = {
      ...head,
      format: 'board-package/1',
      entries: [{ kind: 'EDITION', path: name, sha256: sha256(bytes), size: bytes.length }],
    }
    await forge(target, key, [
      { name, bytes, kind: 'EDITION' },
      { name: 'manifest.json', bytes: Buffer.from(canonicalJson(manifest)), kind: 'MANIFEST' },
    ])
    expect(await check()).toMatchObject({
      code: 'package.format-unknown',
      params: { format: 'board-package/1' },
    })
  })
})

describe('a record in a package sealed with the right key', () => {
  it.each([
    ['an edition that is not what its hash says', lines('EDITION', record(1, { hash: '0'.repeat(64) }))],
    ['an edition whose file did not come along', lines('EDITION', withX())],
    ['a change number above the declared range', lines('EDITION', record(HEAD.changes.last + 1))],
    ['a change number of nothing', lines('EDITION', record(0))],
    ['a change number twice', lines('EDITION', record(3), record(3))],
    ['change numbers that go back', lines('EDITION', record(3), record(2))],
    ['an empty line', lines('EDITION', record(1), '', record(2))],
    ['a last line without its end', raw('EDITION', Buffer.from(canonicalJson(record(1))))],
    ['line ends of Windows', raw('EDITION', Buffer.from(`${canonicalJson(record(1))}\r\n`))],
    ['bytes that are no UTF-8', raw('EDITION', Buffer.from([0x22, 0xff, 0x22, 0x0a]))],
    ['a withdrawal among the editions', lines('EDITION', WITHDRAWAL)],
    ['a statistic among the editions', lines('EDITION', STATISTIC)],
    ['a list', lines('EDITION', [record(1)])],
    ['nesting without end', lines('EDITION', '['.repeat(200_000) + ']'.repeat(200_000))],
  ])('is refused: %s', async (_what, part) => {
    await forged(whole(part))
    await refusedAt(EDITIONS)
  })

  it.each([
    ['a key written twice', (text: string) => text.replace('{"change"', '{"hash":"0","change"')],
    ['the same key and value twice', (text: string) => text.replace('{"change":1', '{"change":1,"change":1')],
    ['spaces', (text: string) => text.replace('{"change"', '{ "change"')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['a letter spelt as an escape', (text: string) => text.replace('停', '\\u505c')],
    ['a number spelt otherwise', (text: string) => text.replace('"change":1,', '"change":1.0,')],
    ['half a character', (text: string) => text.replace('停', '\\ud800')],
    ['no JSON', () => '通知'],
    ['a script in the body', (text: string) => text.replace('"type":"paragraph"', '"type":"script"')],
    [
      'a field that nobody knows',
      (text: string) => text.replace('"supersedes":null', '"supersedes":null,"x":1'),
    ],
    [
      'content behind the content',
      (text: string) => text.replace(',"editionNumber"', ',"content2":{},"editionNumber"'),
    ],
  ])('is refused with %s', async (_what, spoil) => {
    const text = canonicalJson(record(1))
    expect(spoil(text)).not.toBe(text)
    await forged(whole(lines('EDITION', spoil(text))))
    await refusedAt(EDITIONS)
  })

  it.each([
    ['a key written twice', (text: string) => text.replace('{"change"', '{"change":7,"change"')],
    ['spaces', (text: string) => text.replace('{"change"', '{ "change"')],
    [
      'its keys in another order',
      (text: string) => `{${text.slice(1, -1).split(',').toReversed().join(',')}}`,
    ],
    ['a letter spelt as an escape', (text: string) => text.replace('误', '\\u8bef')],
  ])('is refused with %s, where no hash of content gives it away', async (_what, spoil) => {
    const text = canonicalJson(WITHDRAWAL)
    expect(JSON.parse(spoil(text))).toEqual(WITHDRAWAL)
    await forged(whole(lines('WITHDRAWAL', spoil(text))))
    await refusedAt('records/withdrawals.ndjson')
  })

  it('is refused with the range of its line, so that it can be looked at', async () => {
    const first = canonicalJson(record(1))
    const second = canonicalJson(record(2, { hash: '0'.repeat(64) }))
    await forged(whole(lines('EDITION', first, second, record(3))))
    const from = 30 + EDITIONS.length + Buffer.byteLength(first) + 1
    expect(await check()).toEqual({
      ok: false,
      code: 'package.damaged',
      params: { from, to: from + Buffer.byteLength(second), entry: EDITIONS },
    })
  })

  it('is refused when an edition and a withdrawal share a change number', async () => {
    await forged(whole(lines('EDITION', record(WITHDRAWAL.change)), lines('WITHDRAWAL', WITHDRAWAL)))
    await refusedAt('records/withdrawals.ndjson')
  })

  it('is refused below the declared range: a number that was passed over stays empty', async () => {
    await forged(whole(lines('EDITION', record(3))), { changes: { first: 7, last: 9, heldBack: 0 } })
    await refusedAt('records/editions.ndjson')
  })

  it('is taken with a package of statistics alone, which answers for no change', async () => {
    await forged(whole(lines('STATISTIC', STATISTIC)), { changes: { first: 1, last: 0, heldBack: 0 } })
    expect(await check()).toMatchObject({ ok: true, value: { counts: { statistics: 1 } } })
  })
})

describe('a package that is more than a reader takes', () => {
  const parts = whole(lines('EDITION', withX(), record(2)), file(X))

  it.each([
    ['bytes', { bytes: 1000 }],
    ['records', { records: 1 }],
    ['line', { lineBytes: 300 }],
    ['attachments', { attachments: 0 }],
  ] as const)('is refused by its %s', async (part, limits) => {
    await forged(parts)
    expect(await check(limits)).toEqual({
      ok: false,
      code: 'package.too-large',
      params: { part, limit: Object.values(limits)[0] },
    })
    expect(await check()).toMatchObject({ ok: true })
  })

  it('is refused when one line never ends', async () => {
    await forged(whole(raw('EDITION', Buffer.alloc(3_000_000, 'a'))))
    expect(await check({ lineBytes: 1_000_000 })).toMatchObject({
      code: 'package.too-large',
      params: { part: 'line' },
    })
  })
})
