import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeps } from '../../../server/create-deps.ts'
import { loadFingerprintKey } from '../../../server/notice/fingerprint-key.ts'
import { openTestBoard, setUpOffice, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let file: string

beforeEach(() => {
  board = openTestBoard()
  file = join(board.dataFolder, 'keys', 'fingerprint.key')
})
afterEach(() => board.close())

describe('the key of the fingerprints', () => {
  it('is made at set-up, for its owner alone, and nowhere in the database', async () => {
    await setUpOffice(board.desk)
    const text = readFileSync(file, 'utf8').trim()
    expect(text).toMatch(/^[0-9a-f]{64}$/)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const key = Buffer.from(text, 'hex')
    expect(Buffer.from(board.deps.fingerprintKey()).equals(key)).toBe(true)
    const database = board.deps.store.database.serialize()
    expect(database.includes(key) || database.includes(text)).toBe(false)
  })

  it('is the same after a restart', async () => {
    await setUpOffice(board.desk)
    const again = createDeps(board.dataFolder)
    if (!again.ok) return expect.fail(again.code)
    expect(again.value.fingerprintKey()).toEqual(board.deps.fingerprintKey())
    again.value.store.close()
  })

  it('is not made anew over a file that is damaged', () => {
    mkdirSync(join(board.dataFolder, 'keys'), { recursive: true })
    writeFileSync(file, 'half a k')
    expect(() => loadFingerprintKey(board.dataFolder)).toThrow(/holds no key/)
    expect(readFileSync(file, 'utf8')).toBe('half a k')
  })
})
