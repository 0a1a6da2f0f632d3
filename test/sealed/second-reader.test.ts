import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { readPackageIndependently } from '../support/second-package-reader.ts'
import { file, forge, lines, manifestOf, raw, whole, type Part } from './forge.ts'
import { WITHDRAWAL, content, edition, small } from './package-fixture.ts'

const key = createPackageKey()
let folder: string
let target: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-'))
  target = join(folder, 'board.zip')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const one = (change: number) => edition(change, content('关于停电的通知', '明日停电检修。'))
const X = Buffer.from('x')

// What the page forbids, both readers must refuse: the product's, and the one in Python that knows the page alone.
describe('the second reader refuses what the first refuses', () => {
  it.each([0, 40, 2000, -500, -60, -1])('a flipped bit at byte %i', async (place) => {
    await writePackage(small(target, key))
    const bytes = readFileSync(target)
    const at = place < 0 ? bytes.length + place : place
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(target, bytes)
    expect((await verifyPackage(target)).ok).toBe(false)
    expect(() => readPackageIndependently(target)).toThrow(/^Refused|Error: /)
  })

  it('a package cut short', async () => {
    await writePackage(small(target, key))
    writeFileSync(target, readFileSync(target).subarray(0, -100))
    expect((await verifyPackage(target)).ok).toBe(false)
    expect(() => readPackageIndependently(target)).toThrow('not a package')
  })

  it.each<[string, readonly Part[], object]>([
    ['another format', whole(lines('EDITION', one(1))), { format: 'board-package/1' }],
    [
      'an edition that is not what its hash says',
      whole(lines('EDITION', { ...one(1), hash: '0'.repeat(64) })),
      {},
    ],
    ['a missing file', whole(lines('EDITION', edition(1, content('附件', '见附件。', [X])))), {}],
    ['a file that no edition names', whole(lines('EDITION', one(1)), file(X)), {}],
    ['a last line without its end', whole(raw('EDITION', Buffer.from(canonicalJson(one(1))))), {}],
    ['a key twice', whole(lines('EDITION', canonicalJson(one(1)).replace('{"', '{"change":1,"'))), {}],
    ['change numbers that go back', whole(lines('EDITION', one(2), one(1))), {}],
    ['a change number twice', whole(lines('EDITION', one(4)), lines('WITHDRAWAL', WITHDRAWAL)), {}],
    [
      'a change below the range',
      whole(lines('EDITION', one(1))),
      { changes: { first: 2, last: 8, heldBack: 0 } },
    ],
    [
      'a change above the range',
      whole(lines('EDITION', one(9))),
      { changes: { first: 1, last: 8, heldBack: 0 } },
    ],
    [
      'other counts',
      whole(lines('EDITION', one(1))),
      { counts: { editions: 2, withdrawals: 0, statistics: 0, attachments: 0 } },
    ],
    ['no file of statistics', whole(lines('EDITION', one(1))).slice(0, 2), {}],
  ])('%s', async (_what, parts, change) => {
    await forge(target, key, [...parts, manifestOf(parts, change)])
    expect((await verifyPackage(target)).ok).toBe(false)
    expect(() => readPackageIndependently(target)).toThrow()
  })

  it('and takes what is right, so that the refusals above say something', async () => {
    const parts = whole(lines('EDITION', edition(1, content('附件', '见附件。', [X]))), file(X))
    await forge(target, key, [...parts, manifestOf(parts)])
    expect((await verifyPackage(target)).ok).toBe(true)
    expect(readPackageIndependently(target).editions).toHaveLength(1)
  })
})
