import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDirectory } from '../../sealed/read-directory.ts'
import { directoryRecord, endRecords, localHeader } from '../../sealed/write-zip-records.ts'
import { ZipWriter } from '../../sealed/write-zip.ts'

const AT = '2026-11-20T08:00:00.000Z'
let folder: string
let target: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-'))
  target = join(folder, 'file.zip')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function write(fill: (zip: ZipWriter) => Promise<unknown>): Promise<void> {
  const file = await open(target, 'w')
  try {
    const zip = new ZipWriter(file, AT)
    await fill(zip)
    await zip.end()
  } finally {
    await file.close()
  }
}

/** Reads every entry with an independent ZIP library. */
async function readAll(): Promise<Map<string, Buffer>> {
  const directory = await readDirectory(target)
  if (directory === null) return expect.fail('no ZIP')
  const found = new Map<string, Buffer>()
  for (const { name, entry } of directory.entries) {
    const bytes = await buffer(await directory.zip.openReadStreamPromise(entry))
    expect(crc32(bytes)).toBe(entry.crc32)
    found.set(name, bytes)
  }
  directory.zip.close()
  return found
}

describe('the ZIP writer', () => {
  it('keeps texts and files of every size around that of its buffer', async () => {
    const sizes = [0, 1, 500, 524_000, 524_288, 524_800, 1_048_000, 1_048_576, 1_048_577, 3_000_000]
    await write(async (zip) => {
      for (const size of sizes) {
        await zip.addText(() => `text-${size}`, 'a'.repeat(size))
        await zip.addStream(`file-${size}`, Readable.from([Buffer.alloc(size, 'b')]))
        await zip.addText(() => `small-${size}`, '𬭎镕')
      }
    })
    const found = await readAll()
    for (const size of sizes) {
      expect(found.get(`text-${size}`)?.equals(Buffer.alloc(size, 'a')), `text ${size}`).toBe(true)
      expect(found.get(`file-${size}`)?.equals(Buffer.alloc(size, 'b')), `file ${size}`).toBe(true)
      expect(found.get(`small-${size}`)?.toString()).toBe('𬭎镕')
    }
  })

  it('goes on where the old format can count no further', async () => {
    await write(async (zip) => {
      for (let serial = 0; serial < 65_600; serial++) await zip.addText(() => `entry-${serial}`, '{}')
    })
    const directory = await readDirectory(target)
    expect(directory?.entries).toHaveLength(65_600)
    expect(directory?.entries[65_599]?.name).toBe('entry-65599')
    directory?.zip.close()
  })

  it('names places behind 4 GiB so that others find them', async () => {
    const bytes = Buffer.from('示例')
    const entry = { name: 'far.txt', at: 0x1_0000_0040, size: bytes.length, crc: crc32(bytes) }
    const header = localHeader(entry, new Date(AT))
    const record = directoryRecord(entry, new Date(AT))
    const directoryAt = entry.at + header.length + bytes.length
    const file = await open(target, 'w')
    // The bytes before are never written: the disk keeps a hole.
    await file.write(
      Buffer.concat([header, bytes, record, endRecords(1, directoryAt, record.length)]),
      0,
      null,
      entry.at,
    )
    await file.close()
    expect((await readAll()).get('far.txt')).toEqual(bytes)
  })
})
