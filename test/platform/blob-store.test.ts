import type * as FilePromises from 'node:fs/promises'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BlobStore, openBlobStore } from '../../platform/blob-store.ts'
import { sha256 } from '../../platform/sha256.ts'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FilePromises>()
  return { ...real, open: vi.fn(real.open) }
})

let folder: string
let blobs: BlobStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-blobs-'))
  blobs = openBlobStore(folder)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytesOf = (text: string) => Buffer.from(text)
const everything = () => readdirSync(folder, { recursive: true, encoding: 'utf8' })

describe('files of the office, kept under their hash', () => {
  it('come back byte for byte under the SHA-256 of their contents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const hash = await blobs.put(bytes)
        expect(hash).toBe(sha256(bytes))
        expect(Buffer.compare(await blobs.get(hash), bytes)).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  it('are kept once, also when two people hand the same one in at the same moment', async () => {
    const hashes = await Promise.all(Array.from({ length: 8 }, () => blobs.put(bytesOf('名单'))))
    expect(new Set(hashes).size).toBe(1)
    const files = everything().filter((name) => /[0-9a-f]{62}/.test(name))
    expect(files).toHaveLength(1)
  })

  it('leave no half-written file behind', async () => {
    await blobs.put(bytesOf('一'))
    await blobs.put(bytesOf('二'))
    expect(everything().filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('stay there through a power cut also when somebody else has just made their folder', async () => {
    const hash = sha256(bytesOf('名单'))
    mkdirSync(dirname(blobs.pathOf(hash)), { recursive: true })
    vi.mocked(open).mockClear()
    await blobs.put(bytesOf('名单'))
    const synced = vi
      .mocked(open)
      .mock.calls.filter(([, flag]) => flag === 'r')
      .map(([path]) => path)
    expect(synced).toEqual(
      expect.arrayContaining([folder, join(folder, 'blobs'), dirname(blobs.pathOf(hash))]),
    )
  })

  it('a half-written one of a power cut is never read, and the file can be stored again', async () => {
    const bytes = bytesOf('低保名单'.repeat(1000))
    const target = blobs.pathOf(sha256(bytes))
    await blobs.put(bytesOf('anything'))
    const half = `${target}.0f0e0d0c-0000-4000-8000-000000000000.part`
    rmSync(dirname(target), { recursive: true, force: true })
    await blobs.put(bytes)
    rmSync(target)
    writeFileSync(half, bytes.subarray(0, 100))
    await expect(blobs.get(sha256(bytes))).rejects.toThrow(/ENOENT/)
    expect(await blobs.put(bytes)).toBe(sha256(bytes))
    expect(Buffer.compare(readFileSync(target), bytes)).toBe(0)
  })

  it('a missing one is an error, never an empty file', async () => {
    await expect(blobs.get('0'.repeat(64))).rejects.toThrow(/ENOENT/)
    const failure = await new Promise((resolve) => {
      blobs.stream('0'.repeat(64)).once('error', resolve)
    })
    expect(failure).toMatchObject({ code: 'ENOENT' })
  })

  it('one that was changed on the disk does not go out under the name of the approved one', async () => {
    const hash = await blobs.put(bytesOf('每户补助500元'))
    writeFileSync(blobs.pathOf(hash), '每户补助900元')
    await expect(blobs.get(hash)).rejects.toThrow(/changed on the disk/)
  })

  it.each([
    '../../etc/passwd',
    'A'.repeat(64),
    '',
    '0'.repeat(63),
    `${'0'.repeat(62)}/x`,
    `${'0'.repeat(64)}\n`,
  ])('a name that is no hash leads nowhere: %j', (name) => {
    expect(() => blobs.pathOf(name)).toThrow(/SHA-256/)
    expect(existsSync(join(folder, 'blobs'))).toBe(false)
  })
})

describe('what a power cut left half-written', () => {
  const part = (name: string, ageMs: number) => {
    const path = join(folder, 'blobs', 'ab', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'half')
    const then = (Date.now() - ageMs) / 1000
    utimesSync(path, then, then)
    return path
  }

  it('is swept away once nobody can be writing it any more, and whole files stay', async () => {
    const hash = await blobs.put(Buffer.from('whole'))
    const old = part('cd.1.part', 2 * 3_600_000)
    const young = part('cd.2.part', 1000)
    await blobs.sweep()
    expect([existsSync(old), existsSync(young), existsSync(blobs.pathOf(hash))]).toEqual([false, true, true])
  })

  it('is nothing in a folder that has no files yet', async () => {
    await expect(blobs.sweep()).resolves.toBeUndefined()
  })
})
