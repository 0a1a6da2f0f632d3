import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseFile } from '../../../server/create-deps.ts'
import { lockDataFolder } from '../../../platform/data-folder-lock.ts'
import { loadSampleOffice } from '../../../server/sample/load-sample.ts'
import { startBoardServer } from '../../../server/start.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-sample-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the sample office', () => {
  it('is loaded once when two programs begin at the same moment', async () => {
    const data = join(folder, 'data')
    const [first, second] = await Promise.all([loadSampleOffice(data), loadSampleOffice(data)])
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({ ok: false, code: 'office.data-folder-in-use' })
    expect(existsSync(databaseFile(data))).toBe(true)
    expect(existsSync(`${data}.loading`)).toBe(false)
  })

  it('is not loaded under a program that has just taken the folder', async () => {
    const data = join(folder, 'data')
    const lock = lockDataFolder(data)
    if (!lock.ours) throw new Error('the folder is new')
    lock.announce({ deskUrl: 'http://127.0.0.1:1/', kioskUrl: '' })
    const started = await startBoardServer({ dataFolder: data, sample: true })
    lock.release()
    expect(started).toMatchObject({
      code: 'office.data-folder-in-use',
      params: { deskUrl: 'http://127.0.0.1:1/' },
    })
    expect(existsSync(databaseFile(data))).toBe(false)
  })
})
