import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSeal, sealText } from '../../domain/exchange/package-seal.ts'
import type { Seal } from '../../domain/exchange/package-seal.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { STATISTIC, WITHDRAWAL, content, edition, input, openFrom, sha256 } from './package-fixture.ts'

const key = createPackageKey()
const file = Buffer.from('%PDF-1.7 小附件')
let folder: string
let whole: Buffer
let seal: Seal
let copy: string
/** Where each entry lies, found by its name in the local headers. */
let places: { readonly name: string; readonly from: number; readonly to: number }[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'))
  copy = join(folder, 'copy.zip')
  const target = join(folder, 'whole.zip')
  await writePackage(
    input(target, key, {
      editions: [edition(1, content('关于停电的通知', '明日停电检修。', [file]))],
      withdrawals: [WITHDRAWAL],
      statistics: [STATISTIC],
      openAttachment: openFrom(file),
    }),
  )
  whole = readFileSync(target)
  const commentAt = whole.lastIndexOf('{"bodySize":')
  seal = readSeal(whole.subarray(commentAt).toString('latin1')) ?? expect.fail('no seal')
  expect(seal.bodySize).toBe(commentAt)
  const starts: { name: string; from: number }[] = []
  const directoryAt = whole.indexOf(Buffer.from('504b0102', 'hex'))
  for (let at = 0; at < directoryAt; at++) {
    if (whole.readUInt32LE(at) !== 0x04034b50) continue
    starts.push({ name: whole.toString('latin1', at + 30, at + 30 + whole.readUInt16LE(at + 26)), from: at })
  }
  places = starts.map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? directoryAt }))
  expect(places).toHaveLength(5)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function verdict(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof verifyPackage>>> {
  writeFileSync(copy, bytes)
  return verifyPackage(copy, { trustedKeys: [key.keyId] })
}

describe('damage', () => {
  it('is found at every single byte of the file, with the range and the entry it lies in', async () => {
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      const answer = await verdict(bytes)
      if (answer.ok) expect.fail(`the flip of byte ${at} passed`)
      if (at >= seal.bodySize) {
        expect(answer.code, `byte ${at}`).toBe('package.signature-invalid')
        continue
      }
      const from = Math.floor(at / seal.chunkSize) * seal.chunkSize
      const place = places.find((one) => at >= one.from && at < one.to)
      expect(answer, `byte ${at}`).toMatchObject({
        code: 'package.damaged',
        params: { from, to: Math.min(seal.bodySize, from + seal.chunkSize) },
      })
      // A record of the ZIP directory repeats what the entries say; there the fault may be laid at either.
      if (place) expect(answer.params['entry'], `byte ${at}`).toBe(place.name)
    }
  })

  it('is found wherever the file was cut off', async () => {
    for (let size = 0; size < whole.length; size++) {
      const answer = await verdict(whole.subarray(0, size))
      if (answer.ok) expect.fail(`a package of ${size} bytes passed`)
      const recognised = size >= 30 + 'records/editions.ndjson'.length
      if (recognised)
        expect(answer, `cut at ${size}`).toMatchObject({ code: 'package.damaged', params: { from: size } })
      else expect(answer.code, `cut at ${size}`).toBe('package.not-a-package')
    }
  })

  it.each([1, 22, 70_000])('is found when %i bytes were put behind the end', async (extra) => {
    expect(await verdict(Buffer.concat([whole, Buffer.alloc(extra, 0x20)]))).toEqual({
      ok: false,
      code: 'package.damaged',
      params: { from: whole.length, to: whole.length + extra, entry: 'seal' },
    })
  })

  it('is found wherever bits flipped, however many', async () => {
    // A small generator of our own: the same flips on every machine.
    let state = 20_261_122
    const next = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1
      return state % below
    }
    for (let round = 0; round < 1000; round++) {
      const bytes = Buffer.from(whole)
      for (let flips = 1 + next(5); flips > 0; flips--) {
        const at = next(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8))
      }
      if (bytes.equals(whole)) continue
      expect((await verdict(bytes)).ok, `round ${round}`).toBe(false)
    }
  })

  it('is found when another package was put behind the end', async () => {
    expect((await verdict(Buffer.concat([whole, whole]))).ok).toBe(false)
  })

  it('is found when bytes were put in front', async () => {
    expect((await verdict(Buffer.concat([Buffer.from('MZ'), whole]))).ok).toBe(false)
  })

  it('is found when a stretch reads as zeros, as a dying stick gives it', async () => {
    const bytes = Buffer.from(whole)
    bytes.fill(0, 0, 2048)
    expect(await verdict(bytes)).toMatchObject({
      code: 'package.damaged',
      params: { from: 0, to: seal.chunkSize },
    })
  })

  it('is found when the file is cut in place', async () => {
    writeFileSync(copy, whole)
    truncateSync(copy, seal.bodySize - 30)
    expect(await verifyPackage(copy)).toMatchObject({ code: 'package.damaged', params: { entry: 'seal' } })
  })
})

describe('a forged seal', () => {
  it('is refused when it names another public key', async () => {
    const other = createPackageKey().publicKey.export({ type: 'spki', format: 'der' })
    const forged = sealText({ ...seal, publicKey: other.toString('base64'), keyId: sha256(other) })
    const bytes = Buffer.concat([whole.subarray(0, seal.bodySize), Buffer.from(forged, 'ascii')])
    expect(await verdict(bytes)).toMatchObject({ code: 'package.signature-invalid' })
  })

  it('is refused when the public key is no key at all', async () => {
    const nonsense = Buffer.from('nonsense'.repeat(5) + 'xxxx')
    const forged = sealText({ ...seal, publicKey: nonsense.toString('base64'), keyId: sha256(nonsense) })
    const bytes = Buffer.concat([whole.subarray(0, seal.bodySize), Buffer.from(forged, 'ascii')])
    expect(await verdict(bytes)).toMatchObject({ code: 'package.signature-invalid' })
  })

  it('is refused when the comment is spelt otherwise but means the same', async () => {
    const spelt = sealText(seal).replace('"chunkSize":1024', '"chunkSize":1.024e3')
    const bytes = Buffer.concat([whole.subarray(0, seal.bodySize), Buffer.from(spelt, 'ascii')])
    bytes.writeUInt16LE(spelt.length, seal.bodySize - 2)
    expect(await verdict(bytes)).toMatchObject({ code: 'package.signature-invalid' })
  })
})
