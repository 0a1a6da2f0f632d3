import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import Sqlite, { type Database } from 'better-sqlite3'
import { loadMigrations } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { seededAt } from './seeded-database.ts'

let folder: string
let database: Database

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-immutable-'))
  seededAt(loadMigrations().length, join(folder, 'seeded.sqlite3')).close()
})

beforeEach(() => {
  const file = join(folder, 'board.sqlite3')
  copyFileSync(join(folder, 'seeded.sqlite3'), file)
  const opened = openDatabase(file)
  if (!opened.ok) throw new Error(opened.code)
  database = opened.value
})

afterEach(() => database.close())

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function columns(table: string): string[] {
  return (database.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name)
}

function everyRow(table: string): unknown[] {
  return database.prepare(`SELECT * FROM ${table}`).all()
}

const FROZEN = [
  'audit_event',
  'deadline_rule',
  'duty_entry',
  'edition',
  'list_change',
  'list_change_set',
  'list_decision',
  'list_policy',
  'list_register',
  'list_standing',
  'matter_entry',
  'matter_file',
  'matter_notice',
  'notice_author',
  'notice_table',
  'notice_table_removed',
  'notice_table_search',
  'notice_table_taking',
  'opinion',
  'opinion_answer',
  'opinion_merge',
  'opinion_version',
  'privacy_override',
  'referral_answer',
  'remark_settled',
  'review_chain',
  'review_exception',
  'submission',
  'submission_decision',
  'submission_referral',
  'submission_remark',
  'undisclosed_review',
  'withdrawal',
] as const
/** What may move: an edition is superseded or withdrawn, a submission is closed, a list is read another way. */
const MAY_CHANGE: Readonly<Record<string, readonly string[]>> = {
  edition: ['state'],
  notice_table: ['reading', 'corrections', 'state', 'revision', 'updated_by', 'updated_at'],
  submission: ['closed'],
}

describe('what has been put on record', () => {
  it.each(FROZEN)('%s: no column can be changed, not even by hand', (table) => {
    const before = everyRow(table)
    for (const column of columns(table)) {
      if (MAY_CHANGE[table]?.includes(column)) continue
      expect(() => database.exec(`UPDATE ${table} SET ${column} = ${column}`), column).toThrow(
        /append-only|frozen|immutable|never|by a new version/,
      )
    }
    expect(everyRow(table)).toEqual(before)
  })

  it.each([...FROZEN, 'audit_head'])('%s: no row can be deleted', (table) => {
    database.pragma('foreign_keys = OFF')
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/append-only|never|by a new version/)
    expect(everyRow(table).length).toBeGreaterThan(0)
  })

  // REPLACE deletes the row in its way without asking the delete trigger, unless recursive triggers are on.
  it.each(FROZEN)('%s: no row can be replaced by another with its key', (table) => {
    database.pragma('foreign_keys = OFF')
    const before = everyRow(table)
    expect(() => database.exec(`REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(
      /append-only|never|by a new version/,
    )
    expect(everyRow(table)).toEqual(before)
  })

  it.each([
    ['SUPERSEDED', 'PUBLISHED'],
    ['WITHDRAWN', 'PUBLISHED'],
    ['WITHDRAWN', 'SUPERSEDED'],
  ])('an edition that is %s never becomes %s', (from, to) => {
    database.exec(
      `INSERT INTO edition SELECT 8, notice_id, 2, hash, index_number, submission_id, published_by, published_at,
         publish_date, '${from}', title, notice_kind, document_number, public_group_id, content FROM edition`,
    )
    expect(() => database.prepare('UPDATE edition SET state = ? WHERE id = 8').run(to)).toThrow(
      /never put up again/,
    )
  })

  it('a closed submission is never opened again', () => {
    expect(() => database.exec('UPDATE submission SET closed = 0')).toThrow(/never opened again/)
  })

  it('an index number belongs to one notice', () => {
    expect(() =>
      database.exec(
        `INSERT INTO notice SELECT 'notice-2', state, index_number, title, catalogue_item_id, revision,
           handler_id, updated_by, created_at, updated_at, content FROM notice`,
      ),
    ).toThrow(/UNIQUE/)
  })

  it('a notice has one current edition at most, and one open submission', () => {
    const copy = (id: number, number: number) =>
      `INSERT INTO edition SELECT ${id}, notice_id, ${number}, hash, index_number, submission_id, published_by,
         published_at, publish_date, 'PUBLISHED', title, notice_kind, document_number, public_group_id, content FROM edition WHERE id = 7`
    database.exec(copy(8, 2))
    expect(() => database.exec(copy(9, 3))).toThrow(/UNIQUE/)
    const open = (id: string) =>
      `INSERT INTO submission (id, notice_id, hash, content, submitted_by, submitted_at, closed)
         SELECT '${id}', notice_id, hash, content, submitted_by, submitted_at, 0 FROM submission LIMIT 1`
    database.exec(open('submission-2'))
    expect(() => database.exec(open('submission-3'))).toThrow(/UNIQUE/)
  })

  it('an approved version of a catalogue is frozen: its rows, its number, its columns, who approved it', () => {
    const before = everyRow('catalogue_row')
    for (const column of columns('catalogue_row')) {
      expect(
        () =>
          database.exec(`UPDATE catalogue_row SET ${column} = ${column} WHERE version_id = 'catalogue-1'`),
        column,
      ).toThrow(/draft version/)
    }
    expect(() => database.exec(`DELETE FROM catalogue_row WHERE version_id = 'catalogue-1'`)).toThrow(
      /draft version/,
    )
    expect(() =>
      database.exec(
        `REPLACE INTO catalogue_row SELECT * FROM catalogue_row WHERE version_id = 'catalogue-1'`,
      ),
    ).toThrow(/draft version/)
    expect(everyRow('catalogue_row')).toEqual(before)
    for (const column of ['id', 'catalogue_id', 'number', 'source_file', 'columns', 'created_at']) {
      expect(
        () => database.exec(`UPDATE catalogue_version SET ${column} = ${column} WHERE id = 'catalogue-1'`),
        column,
      ).toThrow(/frozen/)
    }
    for (const column of ['created_by', 'submitted_by', 'submitted_at', 'approved_by', 'approved_at']) {
      expect(() =>
        database.exec(`UPDATE catalogue_version SET ${column} = NULL WHERE id = 'catalogue-1'`),
      ).toThrow(/frozen/)
    }
    // Nor does a row of a draft slip into it.
    expect(() =>
      database.exec(`UPDATE catalogue_row SET version_id = 'catalogue-1' WHERE version_id = 'version-2'`),
    ).toThrow(/draft version/)
    expect(() => database.exec(`DELETE FROM catalogue_version WHERE id = 'catalogue-1'`)).toThrow(
      /never deleted/,
    )
  })

  it('rows of a submitted version stand still, and those of a draft may be changed', () => {
    const change = () =>
      database.exec(`UPDATE catalogue_row SET deadline_text = '即时公开' WHERE version_id = 'version-2'`)
    expect(change).not.toThrow()
    database.exec(`UPDATE catalogue_version SET state = 'SUBMITTED' WHERE id = 'version-2'`)
    expect(change).toThrow(/draft version/)
  })

  it('an approved version stays approved, and a catalogue has one version under way at most', () => {
    for (const state of ['DRAFT', 'SUBMITTED']) {
      expect(() =>
        database.exec(`UPDATE catalogue_version SET state = '${state}' WHERE id = 'catalogue-1'`),
      ).toThrow(/stays approved/)
    }
    database.exec(`UPDATE catalogue_version SET state = 'FILED' WHERE id = 'catalogue-1'`)
    expect(() =>
      database.exec(`UPDATE catalogue_version SET state = 'APPROVED' WHERE id = 'catalogue-1'`),
    ).toThrow(/stays approved/)
    expect(() =>
      database.exec(
        `INSERT INTO catalogue_version (id, catalogue_id, number, state, source_file, columns, created_at)
         VALUES ('version-3', 'catalogue-1', 3, 'SUBMITTED', '', '[]', '')`,
      ),
    ).toThrow(/UNIQUE/)
  })

  it('the rule bites: without the triggers the same statements go through', () => {
    const bare = new Sqlite(':memory:')
    bare.exec('CREATE TABLE edition (id INTEGER PRIMARY KEY, state TEXT); INSERT INTO edition VALUES (1, 0)')
    expect(() => bare.exec('UPDATE edition SET id = 2')).not.toThrow()
    bare.close()
  })
})
