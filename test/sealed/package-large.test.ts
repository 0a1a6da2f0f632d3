import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { PackageEntry } from '../../sealed/package-entry.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { readPackageIndependently } from '../support/second-package-reader.ts'
import { HEAD, content, edition } from './package-fixture.ts'

const EDITIONS = 10_000
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a package of 10,000 editions', () => {
  it('goes to the disk while it is made, and proves in both readers', async () => {
    const target = join(folder, 'board.zip')
    let handedOver = 0
    let mostInMemory = 0
    function* entries(): Generator<PackageEntry> {
      for (let serial = 1; serial <= EDITIONS; serial++) {
        const one = edition(serial, content(`关于第${serial}号事项的公示`, '公示内容'.repeat(100)))
        handedOver += canonicalJson(one.kind === 'EDITION' ? one.edition : null).length
        yield one
        const onDisk = statSync(`${target}.partial`, { throwIfNoEntry: false })?.size ?? 0
        mostInMemory = Math.max(mostInMemory, handedOver - onDisk)
      }
    }
    const key = createPackageKey()
    const written = await writePackage({ target, manifestHead: HEAD, entries: entries(), key })
    expect(written.counts.editions).toBe(EDITIONS)
    expect(handedOver).toBeGreaterThan(8_000_000)
    expect(mostInMemory).toBeLessThan(1_500_000)
    expect(await verifyPackage(target)).toMatchObject({ ok: true, value: { counts: { editions: EDITIONS } } })
    expect(readPackageIndependently(target).editions).toHaveLength(EDITIONS)
  }, 120_000)
})
