import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeProvedFile } from '../../platform/proved-file.ts'

const BYTES = Buffer.from('回执')

describe('a file that somebody carries away', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'proved-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('has its name only when it is whole, and replaces what was cut off before', async () => {
    const stick = join(folder, 'new', 'stick')
    mkdirSync(stick, { recursive: true })
    writeFileSync(join(stick, 'receipt.json.partial'), 'cut')
    expect(await writeProvedFile(stick, 'receipt.json', BYTES)).toEqual({
      ok: true,
      value: join(stick, 'receipt.json'),
    })
    expect(readdirSync(stick)).toEqual(['receipt.json'])
    expect(readFileSync(join(stick, 'receipt.json'))).toEqual(BYTES)
  })

  it('is never written through a link that lies on the stick', async () => {
    const own = join(folder, 'own.txt')
    writeFileSync(own, 'mine')
    symlinkSync(own, join(folder, 'receipt.json.partial'))
    symlinkSync(own, join(folder, 'receipt.json'))
    expect((await writeProvedFile(folder, 'receipt.json', BYTES)).ok).toBe(true)
    expect(readFileSync(own, 'utf8')).toBe('mine')
    expect(readFileSync(join(folder, 'receipt.json'))).toEqual(BYTES)
  })

  it('is refused in words where no file can be, and leaves nothing behind', async () => {
    mkdirSync(join(folder, 'receipt.json'))
    const refused = { ok: false, code: 'package.destination-invalid', params: {} }
    expect(await writeProvedFile(folder, 'receipt.json', BYTES)).toEqual(refused)
    expect(readdirSync(folder)).toEqual(['receipt.json'])
    writeFileSync(join(folder, 'file'), '')
    expect(await writeProvedFile(join(folder, 'file'), 'receipt.json', BYTES)).toEqual(refused)
  })
})
