import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepSheet } from '../../../server/cli/keep-sheet.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keep-sheet-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const mode = (file: string) => statSync(file).mode & 0o777

it('a sheet for a limited circle is read by its owner alone, over an older file too; any other as files here are', async () => {
  const limited = join(folder, '补偿.pdf')
  const old = join(folder, '旧.pdf')
  const open = join(folder, '通知.pdf')
  writeFileSync(old, 'a longer file that stood there', { mode: 0o644 })
  const bytes = Buffer.from('sheet')
  for (const [file, isLimited] of [
    [limited, true],
    [old, true],
    [open, false],
  ] as const) {
    await keepSheet(file, bytes, isLimited)
    expect(readFileSync(file, 'utf8')).toBe('sheet')
  }
  expect([mode(limited), mode(old)]).toEqual([0o600, 0o600])
  expect(mode(open)).toBe(0o666 & ~process.umask())
})
