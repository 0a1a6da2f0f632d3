import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from 'better-sqlite3'
import { openDatabase } from '../../../db/open.ts'
import { storeOver, type Store } from '../../../db/store.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { draftContentSchema } from '../../../server/notice/content-schema.ts'
import { openShell, type Shell } from './run-board.ts'

let shell: Shell
let store: Store
let database: Database
beforeAll(async () => {
  shell = openShell()
  expect((await shell.board(['bench-data', '--notices', '300'])).code).toBe(0)
  const opened = openDatabase(join(shell.data, 'board.sqlite3'))
  if (!opened.ok) return expect.fail(opened.code)
  database = opened.value
  store = storeOver(database)
})
afterAll(() => {
  store.close()
  shell.remove()
})

const tables = (of: Database): string[] =>
  of
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'`)
    .pluck()
    .all() as string[]

describe('data for measuring', () => {
  it('proves like any other board', async () => {
    expect(await shell.json(['check'])).toMatchObject({ ok: true, editions: 300, auditEvents: 900 })
  })

  it('is found, listed and counted like published notices', () => {
    expect(store.read.public.total(null)).toBe(300)
    expect(store.read.public.newest(null, 500)).toHaveLength(300)
    expect(store.read.public.search('公开', null, 500)?.ids.length).toBeGreaterThan(200)
    expect(store.read.public.countHits('廉租')).toBeGreaterThan(10)
    expect(store.read.exchange.waiting()).toHaveLength(300)
    expect(store.read.edition.byIndexNumber('11990000000000001G/2024-00001')).toHaveLength(1)
  })

  it('has texts of about 800 characters, all different, that the editor would take', () => {
    const contents = database.prepare('SELECT content FROM notice').pluck().all() as string[]
    const lengths = contents.map((text) => {
      const draft = draftContentSchema.parse(JSON.parse(text))
      return bodyText(draft.body).length
    })
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(mean).toBeGreaterThan(700)
    expect(mean).toBeLessThan(900)
    expect(new Set(contents).size).toBe(300)
  })

  it('fills every table that publishing one notice of the sample office fills, column by column', async () => {
    const sample = openShell()
    await sample.board(['sample'])
    const opened = openDatabase(join(sample.data, 'board.sqlite3'))
    if (!opened.ok) return expect.fail(opened.code)
    const shape = (of: Database, table: string): Record<string, string> =>
      of
        .prepare(
          `SELECT * FROM ${table} ${table === 'outbox' ? 'WHERE package_sequence IS NULL' : ''} LIMIT 1`,
        )
        .get() as Record<string, string>
    for (const table of [
      'notice',
      'submission',
      'submission_decision',
      'edition',
      'outbox',
      'public_group',
      'index_series',
      'audit_event',
    ]) {
      expect(tables(database)).toContain(table)
      const [ours, theirs] = [shape(database, table), shape(opened.value, table)]
      const types = (row: Record<string, unknown>): [string, string][] =>
        Object.entries(row).map(([key, value]) => [key, value === null ? 'null' : typeof value])
      expect(types(ours), table).toEqual(types(theirs))
    }
    opened.value.close()
    sample.remove()
  })

  it('is not poured into a board that holds something', async () => {
    expect(await shell.json(['bench-data', '--notices', '5'])).toMatchObject({
      code: 'office.already-set-up',
    })
  })

  it.each(['0', '-3', 'many', '1.5'])('is refused for %s notices', async (notices) => {
    const ran = await shell.json(['bench-data', '--notices', notices], { data: join(shell.folder, 'new') })
    expect(ran).toMatchObject({ code: 'request.invalid', params: { field: 'notices' } })
  })
})
