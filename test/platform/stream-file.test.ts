import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBlobStore, type WholeFile } from '../../platform/blob-store.ts'
import { streamFile } from '../../platform/stream-file.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-stream-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const MEGABYTE = 1024 * 1024

function proved(path: string): WholeFile {
  const { size, mtimeMs } = statSync(path)
  return { path, size, changedAt: mtimeMs }
}

function fileOf(bytes: Uint8Array): WholeFile {
  const path = join(folder, '名单.pdf')
  writeFileSync(path, bytes)
  return proved(path)
}

describe('a file on its way to a slow reader', () => {
  it('is read one small piece at a time, and none ahead of the reader', async () => {
    const file = fileOf(new Uint8Array(4 * MEGABYTE).fill(1))
    const reader = streamFile(file).getReader()
    const first = await reader.read()
    expect(first.value?.length).toBeLessThanOrEqual(64 * 1024)
    // What was not asked for is still on the disk alone: a change there arrives.
    const handle = await open(file.path, 'r+')
    await handle.write(new Uint8Array([2]), 0, 1, 2 * MEGABYTE)
    await handle.close()
    let seen = first.value?.length ?? 0
    let changed = false
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      seen += piece.value.length
      changed ||= piece.value.includes(2)
    }
    expect([seen, changed]).toEqual([4 * MEGABYTE, true])
  })

  it('arrives byte for byte, an empty one too', async () => {
    const bytes = Uint8Array.from({ length: 300_001 }, (_, at) => at % 251)
    expect(new Uint8Array(await new Response(streamFile(fileOf(bytes))).arrayBuffer())).toEqual(bytes)
    expect(await new Response(streamFile(fileOf(new Uint8Array(0)))).text()).toBe('')
  })

  it('does not go out when it was written to after it was proved', async () => {
    const file = fileOf(new Uint8Array(10))
    writeFileSync(file.path, new Uint8Array(11))
    const ended = vi.fn()
    await expect(new Response(streamFile(file, ended)).arrayBuffer()).rejects.toThrow(/changed on the disk/)
    expect(ended).toHaveBeenCalledTimes(1)
  })

  it('lets go of its place once: read to the end, left by the reader, or not asked for any more', async () => {
    const file = fileOf(new Uint8Array(MEGABYTE))
    const read = vi.fn()
    await new Response(streamFile(file, read)).arrayBuffer()
    expect(read).toHaveBeenCalledTimes(1)
    const left = vi.fn()
    const leaving = streamFile(file, left).getReader()
    await leaving.read()
    await leaving.cancel()
    expect(left).toHaveBeenCalledTimes(1)
    const { promise: stopped, resolve } = Promise.withResolvers<void>()
    const stalled = streamFile(file, resolve, 1).getReader()
    await stopped
    await expect(stalled.read()).rejects.toThrow(/reader has stopped/)
  })
})

describe('proving a file before it goes out', () => {
  it('reads it once, and again only when the disk says that it was written to', async () => {
    const blobs = openBlobStore(folder)
    const hash = await blobs.put(new TextEncoder().encode('每户补助500元'))
    const day = new Date('2026-11-20T00:00:00Z')
    utimesSync(blobs.pathOf(hash), day, day)
    await blobs.whole(hash)
    // Not what a person could do by accident, but it shows that the file was not read a second time.
    writeFileSync(blobs.pathOf(hash), '每户补助900元')
    utimesSync(blobs.pathOf(hash), day, day)
    const again = await blobs.whole(hash).catch((error: unknown) => error)
    utimesSync(blobs.pathOf(hash), day, new Date('2026-11-21T00:00:00Z'))
    await expect(blobs.whole(hash)).rejects.toThrow(/changed on the disk/)
    expect(again).toMatchObject({ size: 18 })
  })

  it('lets others be answered while a large one is read', async () => {
    const blobs = openBlobStore(folder)
    const hash = await blobs.put(new Uint8Array(20 * MEGABYTE))
    let turns = 0
    let done = false
    const turn = () => {
      turns++
      if (!done) setImmediate(turn)
    }
    setImmediate(turn)
    await blobs.whole(hash)
    done = true
    expect(turns).toBeGreaterThan(20)
  })
})
