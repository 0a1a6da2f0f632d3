import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeps, databaseFile } from '../../server/create-deps.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-private-'))
  // As on a PC where a person made the folder by hand.
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Files that somebody else on the PC could open; a folder that is shut keeps what is in it. */
function open(at: string): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name)
    if ((statSync(path).mode & 0o077) === 0) return []
    return entry.isDirectory() ? [path, ...open(path)] : [path]
  })
}

describe.skipIf(process.platform === 'win32')('the files of the office', () => {
  it('can be read by nobody else on the PC, whatever program opens the board', async () => {
    const deps = createDeps(folder)
    if (!deps.ok) throw new Error(deps.code)
    await deps.value.blobs.put(new TextEncoder().encode('低保名单'))
    deps.value.packageKey()
    deps.value.fingerprintKey()
    expect(open(folder)).toEqual([])
    deps.value.store.close()
  })

  it('are shut again when an earlier program left them open', () => {
    createDeps(folder)
    chmodSync(databaseFile(folder), 0o644)
    const deps = createDeps(folder)
    expect(deps.ok).toBe(true)
    expect(statSync(databaseFile(folder)).mode & 0o077).toBe(0)
  })
})
