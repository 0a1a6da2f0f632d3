import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { EditionRecord } from '../../domain/exchange/package-records.ts'
import { openPackage } from '../../sealed/open-package.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { readPackageIndependently } from '../support/second-package-reader.ts'
import { content, edition, input } from './package-fixture.ts'

const EDITIONS = 10_000
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a package of 10,000 editions', () => {
  it('goes to the disk while it is made, proves in both readers, and is read again piece by piece', async () => {
    const target = join(folder, 'board.zip')
    let handedOver = 0
    let mostInMemory = 0
    function* editions(): Generator<EditionRecord> {
      for (let serial = 1; serial <= EDITIONS; serial++) {
        const one = edition(serial, content(`关于第${serial}号事项的公示`, '公示内容'.repeat(100)))
        handedOver += canonicalJson(one).length
        yield one
        const onDisk = statSync(`${target}.partial`, { throwIfNoEntry: false })?.size ?? 0
        mostInMemory = Math.max(mostInMemory, handedOver - onDisk)
      }
    }
    const written = await writePackage(input(target, createPackageKey(), { editions: editions() }))
    expect(written.counts.editions).toBe(EDITIONS)
    expect(handedOver).toBeGreaterThan(8_000_000)
    expect(mostInMemory).toBeLessThan(2_000_000)
    const opened = await openPackage(target)
    if (!opened.ok) return expect.fail(opened.code)
    let expected = 0
    for await (const { change } of opened.value.records('EDITION')) expect(change).toBe((expected += 1))
    expect(expected).toBe(EDITIONS)
    await opened.value.close()
    expect(readPackageIndependently(target).editions).toHaveLength(EDITIONS)
  })
})
