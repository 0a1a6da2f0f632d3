import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadMigrations } from '../../db/migrate.ts'
import { closeDatabase, openDatabase } from '../../db/open.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-open-'))
  file = join(folder, 'board.sqlite3')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function opened(readonly = false) {
  const result = openDatabase(file, { readonly })
  if (!result.ok) throw new Error(result.code)
  return result.value
}

const hashOfFile = () => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('opening the board database', () => {
  // In the connection that makes a file `synchronous` is FULL by itself; only an opened-again file shows what WAL does to it.
  it('writes through to the disk, also after the file was closed and opened again', () => {
    closeDatabase(opened())
    const bare = new Sqlite(file)
    expect(bare.pragma('synchronous', { simple: true }), 'what a bare opener would get').toBe(1)
    bare.close()
    const database = opened()
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(database.pragma('recursive_triggers', { simple: true })).toBe(1)
    expect(database.pragma('trusted_schema', { simple: true })).toBe(0)
    expect(database.pragma('busy_timeout', { simple: true })).toBe(5000)
    closeDatabase(database)
  })

  it('leaves nothing but the file itself when it is closed', () => {
    closeDatabase(opened())
    expect(readdirSync(folder)).toEqual(['board.sqlite3'])
  })

  it('gives a reader that cannot write', () => {
    closeDatabase(opened())
    const reader = opened(true)
    expect(() => reader.exec("INSERT INTO public_group VALUES ('a', 'b', 'c', 'GOV', 0)")).toThrow(/readonly/)
    closeDatabase(reader)
  })

  it('does not make a file for a reader', () => {
    expect(() => openDatabase(file, { readonly: true })).toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a database of a newer program', () => {
  it.each(['wal', 'delete'])('is refused and not changed by a single byte (%s journal)', (journal) => {
    closeDatabase(opened())
    const newer = new Sqlite(file)
    newer.pragma(`journal_mode = ${journal}`)
    newer.exec('CREATE TABLE of_tomorrow (id TEXT)')
    newer.pragma('user_version = 9999')
    newer.close()
    const before = hashOfFile()
    expect(openDatabase(file)).toEqual({
      ok: false,
      code: 'office.database-newer',
      params: { found: 9999, known: loadMigrations().length },
    })
    expect(hashOfFile()).toBe(before)
    expect(readdirSync(folder)).toEqual(['board.sqlite3'])
  })
})

describe('a damaged database', () => {
  it('is refused when the file is not a database at all, and left as it is', () => {
    writeFileSync(file, '这不是数据库。'.repeat(1000))
    const before = hashOfFile()
    expect(openDatabase(file)).toMatchObject({ ok: false, code: 'office.database-damaged' })
    expect(hashOfFile()).toBe(before)
  })

  it('is refused when its head was overwritten', () => {
    closeDatabase(opened())
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 0, 64)
    writeFileSync(file, bytes)
    const before = hashOfFile()
    expect(openDatabase(file)).toMatchObject({ ok: false, code: 'office.database-damaged' })
    expect(hashOfFile()).toBe(before)
  })

  it('is refused when the file was cut off', () => {
    closeDatabase(opened())
    truncateSync(file, 4096)
    expect(openDatabase(file)).toMatchObject({ ok: false, code: 'office.database-damaged' })
  })
})
