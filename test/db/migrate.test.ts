import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { disclosureScopeOf } from '../../domain/catalogue/disclosure-scope.ts'
import { loadMigrations, migrate } from '../../db/migrate.ts'
import { seededAt } from './seeded-database.ts'

const migrations = loadMigrations()

function tables(database: Database): string[] {
  const rows = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all() as { name: string }[]
  return rows.map((row) => row.name)
}

function rowsOf(database: Database, names: readonly string[]): Record<string, unknown[]> {
  return Object.fromEntries(
    names.map((name) => [name, database.prepare(`SELECT rowid, * FROM ${keyed(database, name)}`).all()]),
  )
}

// Tables without a row number cannot be asked for one.
function keyed(database: Database, name: string): string {
  const { sql } = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(name) as {
    sql: string
  }
  return /WITHOUT ROWID/.test(sql) ? `(SELECT 0 AS rowid, * FROM ${name})` : name
}

/** Columns a step adds to tables that were there; what they are filled with has a test of its own. */
const ADDED: Readonly<Record<number, readonly string[]>> = {
  13: [
    ...[
      'revision',
      'catalogue_item_id',
      'placement',
      'chain',
      'emergency_reason',
      'author_ids',
      'mode_reason',
      'item_words',
    ],
    ...[
      'language',
      'exception_reason',
      'slip_sha256',
      'slip_size',
      'slip_media_type',
      'signed_by',
      'signed_on',
    ],
    'after_the_fact',
    'role',
  ],
}

function without(rows: Record<string, unknown[]>, columns: readonly string[], names: readonly string[]) {
  return Object.fromEntries(
    Object.entries(rows).map(([name, all]) => [
      name,
      names.includes(name)
        ? all.map((row) =>
            Object.fromEntries(Object.entries(row as object).filter(([column]) => !columns.includes(column))),
          )
        : all,
    ]),
  )
}

/** Tables a step builds anew, with less in them than before; where the rest went has a test of its own. */
const REBUILT: Readonly<Record<number, readonly string[]>> = { 9: ['catalogue', 'catalogue_item'] }

describe('each step of the database', () => {
  it.each(migrations.map((migration) => [migration.name, migration.version] as const))(
    '%s keeps every row that was there before it',
    (_, version) => {
      const database = seededAt(version - 1)
      const before = tables(database).filter((name) => !REBUILT[version]?.includes(name))
      const rows = rowsOf(database, before)
      expect(migrate(database, migrations, version)).toEqual({ ok: true, value: version })
      expect(
        without(rowsOf(database, before), ADDED[version] ?? [], ['submission', 'submission_decision']),
      ).toEqual(rows)
      expect(database.pragma('foreign_key_check')).toEqual([])
      expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
      database.close()
    },
  )

  it('has seed rows for every table, so that none goes untested', () => {
    const database = seededAt(migrations.length)
    const own = tables(database).filter((name) => !name.startsWith('search_entry_'))
    for (const name of own) {
      const { n } = database.prepare(`SELECT count(*) AS n FROM ${name}`).get() as { n: number }
      expect(n, name).toBeGreaterThan(0)
    }
    database.close()
  })

  it('0007-evidence takes the newest event of an older log as its head', () => {
    const database = seededAt(6)
    migrate(database, migrations, 7)
    expect(database.prepare('SELECT sequence, hash FROM audit_head').all()).toEqual([
      { sequence: 2, hash: 'hash-2' },
    ])
    database.close()
  })

  it('0013-review freezes with what was handed in before: item, placement, authors, the usual chain', () => {
    const database = seededAt(12)
    migrate(database, migrations, 13)
    expect(
      database
        .prepare(
          'SELECT revision, catalogue_item_id, placement, chain, author_ids, mode_reason FROM submission',
        )
        .get(),
    ).toEqual({
      revision: 3,
      catalogue_item_id: 'item-1',
      placement:
        '{"unitId":"village-1","dutyId":"duty-1","noDuty":false,"policy":null,"interpretation":null}',
      chain: '[["REVIEW","SECRECY_REVIEW"]]',
      author_ids: '["account-1"]',
      mode_reason: '',
    })
    database.close()
  })

  it('0014-edition-record keeps what was published before as long as its kind is kept, to the end of a year', () => {
    const database = seededAt(13)
    migrate(database, migrations, 14)
    const lives = database.prepare(
      `SELECT DISTINCT r.retention, r.retain_until AS until, substr(e.publish_date, 1, 4) AS year
       FROM edition_record r JOIN edition e ON e.id = r.edition_id`,
    )
    const rows = lives.all() as { retention: string; until: string | null; year: string }[]
    expect(rows.length).toBeGreaterThan(0)
    const years: Readonly<Record<string, number>> = { YEARS_30: 30, YEARS_10: 10 }
    for (const { retention, until, year } of rows) {
      const more = years[retention]
      expect(until).toBe(more === undefined ? null : `${String(Number(year) + more)}-12-31`)
    }
    database.close()
  })

  it('0013-review takes the item of what was published from its edition, and no reason from the draft of today', () => {
    const database = seededAt(12)
    database.exec(`INSERT INTO catalogue_item SELECT 'item-2', catalogue_id FROM catalogue_item WHERE id = 'item-1';
      UPDATE notice SET state = 'DRAFT', catalogue_item_id = 'item-2',
        content = '{"title":"停电","disclosureModeReason":"今天才写的理由"}' WHERE id = 'notice-1'`)
    migrate(database, migrations, 13)
    expect(database.prepare('SELECT catalogue_item_id, mode_reason FROM submission').get()).toEqual({
      catalogue_item_id: 'item-1',
      mode_reason: '',
    })
    database.close()
  })

  it('0009-catalogue-version keeps every cell: items keep their ids, their words stand in version 1, a draft', () => {
    const database = seededAt(8)
    const all = (sql: string): unknown[] => database.prepare(sql).all()
    const heads = all('SELECT id, name, regime, imported_at AS created_at, source_file FROM catalogue')
    const items = all('SELECT * FROM catalogue_item')
    const cells = Object.keys(items[0] as object).filter((name) => name !== 'id' && name !== 'catalogue_id')
    migrate(database, migrations, 9)
    expect(
      all(`SELECT c.id, c.name, c.regime, c.created_at, v.source_file FROM catalogue c
           JOIN catalogue_version v ON v.catalogue_id = c.id AND v.number = 1 AND v.state = 'DRAFT'`),
    ).toEqual(heads)
    expect(
      all(`SELECT i.id, i.catalogue_id, ${cells.join(', ')} FROM catalogue_item i
           JOIN catalogue_row r ON r.item_id = i.id AND r.version_id = i.catalogue_id`),
    ).toEqual(items)
    expect(all('SELECT version_id FROM catalogue_in_use')).toEqual([{ version_id: 'catalogue-1' }])
    expect(all('SELECT * FROM catalogue_unit')).toEqual([
      { catalogue_id: 'catalogue-1', unit_id: 'township' },
    ])
    database.close()
  })

  it.each([
    ['for one person alone', '["精准推送"]', 'ALL', '', 'PROACTIVE', 'NAMED_PERSONS'],
    ['for one person alone, by message', '["精准推送（短信）"]', 'ALL', '', 'PROACTIVE', 'NAMED_PERSONS'],
    ['for everybody, also by message', '["精准推送","公开栏"]', 'ALL', '', 'PROACTIVE', 'PUBLIC'],
    ['for everybody, nobody said where', '[]', 'ALL', '', 'PROACTIVE', 'PUBLIC'],
    ['for a group, on request', '["公开栏"]', 'SPECIFIC_GROUP', '', 'ON_REQUEST', 'NAMED_PERSONS'],
    ['for the applicants', '["公开栏"]', 'SPECIFIC_GROUP', '（申请人）', 'PROACTIVE', 'NAMED_PERSONS'],
    ['for the appointed', '["公开栏"]', 'SPECIFIC_GROUP', '受指派人员', 'UNSTATED', 'NAMED_PERSONS'],
    ['for a group', '["公开栏"]', 'SPECIFIC_GROUP', '本村', 'PROACTIVE', 'LIMITED_CIRCLE'],
    ['for everybody', '["公开栏"]', 'ALL', '申请人', 'PROACTIVE', 'PUBLIC'],
  ] as const)(
    '0009-catalogue-version works out how far an item goes, as an import does: %s',
    (_, channels, audience, audienceNote, disclosureMode, scope) => {
      const database = seededAt(8)
      database
        .prepare(
          'UPDATE catalogue_item SET channels = ?, audience = ?, audience_note = ?, disclosure_mode = ?',
        )
        .run(channels, audience, audienceNote, disclosureMode)
      migrate(database, migrations, 9)
      expect(database.prepare('SELECT disclosure_scope FROM catalogue_row').pluck().all()).toEqual([scope])
      const row = { channels: JSON.parse(channels) as string[], audience, audienceNote, disclosureMode }
      expect(disclosureScopeOf(row)).toBe(scope)
      database.close()
    },
  )

  it('is told before it begins; a new database has nothing to bring up', () => {
    const told: unknown[] = []
    const old = seededAt(migrations.length - 2)
    migrate(old, migrations, migrations.length, (step) =>
      told.push([step, old.pragma('user_version', { simple: true })]),
    )
    expect(told).toEqual([
      [{ step: 1, of: 2 }, migrations.length - 2],
      [{ step: 2, of: 2 }, migrations.length - 1],
    ])
    old.close()
    const fresh = new Sqlite(':memory:')
    migrate(fresh, migrations, migrations.length, (step) => told.push(step))
    expect(told).toHaveLength(2)
    fresh.close()
  })

  it('is numbered without a gap', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
  })
})

describe('a step that goes wrong', () => {
  const bad = (sql: string) => [...migrations, { version: migrations.length + 1, name: '9999-bad', sql }]

  it.each([
    [
      'a mistake in its last statement',
      'CREATE TABLE half (id TEXT); DELETE FROM account; SELECT no_such_function();',
    ],
    ['a reference left without its row', "UPDATE notice SET handler_id = 'nobody';"],
  ])('leaves nothing behind: %s', (_, sql) => {
    const database = seededAt(migrations.length)
    const before = rowsOf(database, tables(database))
    expect(() => migrate(database, bad(sql))).toThrow()
    expect(rowsOf(database, tables(database))).toEqual(before)
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(database.inTransaction).toBe(false)
    database.close()
  })

  it('keeps the steps before it', () => {
    const database = new Sqlite(':memory:')
    expect(() => migrate(database, bad('nonsense'))).toThrow()
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length)
    database.close()
  })

  it('a table rebuilt by a step keeps the rows that refer to it', () => {
    const database = new Sqlite(':memory:')
    database.pragma('foreign_keys = ON')
    const first =
      'CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (p REFERENCES parent (id) ON DELETE CASCADE);'
    migrate(database, [{ version: 1, name: '0001-a', sql: first }])
    database.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)')
    const rebuild =
      'CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO fresh SELECT id, NULL FROM parent; DROP TABLE parent; ALTER TABLE fresh RENAME TO parent;'
    migrate(database, [
      { version: 1, name: '0001-a', sql: first },
      { version: 2, name: '0002-b', sql: rebuild },
    ])
    expect(database.prepare('SELECT p FROM child').all()).toEqual([{ p: 1 }])
    database.close()
  })
})
