import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBlobStore } from '../../../platform/blob-store.ts'
import { createApp } from '../../../server/app.ts'
import { createDeps, databaseFile } from '../../../server/create-deps.ts'
import type { Deps } from '../../../server/deps.ts'
import { publicEdition, publicNotice } from '../../../server/display/public-views.ts'
import { buildDatabase } from '../../../server/replica/build-database.ts'
import { PUBLIC_TABLES } from '../../../server/replica/public-tables.ts'
import { replicaDeps } from '../../../server/replica/replica-deps.ts'
import { openSteadyClock } from '../../../server/replica/steady-clock.ts'
import { writeSnapshot, type SnapshotContent } from '../../../server/replica/write-snapshot.ts'
import { loadSampleOffice } from '../../../server/sample/load-sample.ts'
import { DeskClient } from '../../support/desk-client.ts'
import { testClock } from '../../support/test-clock.ts'

const SECRET = '⟦密⟧'

type Column = { readonly name: string; readonly type: string; readonly pk: number }

let folder: string
let deps: Deps
const clock = testClock()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'board-public-'))
  const loaded = await loadSampleOffice(folder)
  if (!loaded.ok) throw new Error(loaded.code)
  const created = createDeps(folder, { clock, logger: pino({ level: 'silent' }) })
  if (!created.ok) throw new Error(created.code)
  deps = created.value
  // The sample office lives today; the test goes by its newest record.
  clock.set(deps.store.read.audit.latestInstant() ?? clock.now())
})

afterAll(() => {
  deps.store.close()
  rmSync(folder, { recursive: true, force: true })
})

function tablesOf(database: Database): string[] {
  return database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_entry_*'
         AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    )
    .pluck()
    .all() as string[]
}

const columnsOf = (database: Database, table: string): Column[] =>
  database.pragma(`table_info("${table}")`) as Column[]

async function bytesOf({ pieces }: SnapshotContent, dataFolder: string): Promise<string> {
  const store = openBlobStore(dataFolder, 'snapshot')
  const texts = pieces
    .filter(({ kind }) => kind === 'ROWS')
    .map(async ({ sha256 }) => gunzipSync(await store.get(sha256)).toString('utf8'))
  return (await Promise.all(texts)).join('\n')
}

const snapshotOf = (of: Deps): Promise<SnapshotContent> =>
  writeSnapshot({ dataFolder: of.dataFolder, file: databaseFile(of.dataFolder), now: clock.now() })

describe('what leaves the office for a kiosk computer', () => {
  it('is decided for every table and every column: a new one without a decision fails here', () => {
    const { database } = deps.store
    expect(Object.keys(PUBLIC_TABLES).sort()).toEqual(tablesOf(database).sort())
    for (const [table, decision] of Object.entries(PUBLIC_TABLES)) {
      if (!decision.taken) continue
      const columns = columnsOf(database, table).map(({ name }) => name)
      expect(Object.keys(decision.columns).sort(), table).toEqual(columns.sort())
    }
  })

  it('answers on the replica as at the office, page by page over the whole sample office', async () => {
    const content = await snapshotOf(deps)
    const there = mkdtempSync(join(tmpdir(), 'board-there-'))
    try {
      const [from, to] = [openBlobStore(folder, 'snapshot'), openBlobStore(there, 'pieces')]
      for (const { kind, sha256 } of content.pieces) {
        if (kind === 'ROWS') await to.put(await from.get(sha256))
        else expect(existsSync(deps.blobs.pathOf(sha256)), sha256).toBe(true)
      }
      const manifest = {
        format: 'board-snapshot/1',
        office: { name: '', uscc: '' },
        instanceId: 'i',
        sequence: 1,
        createdAt: clock.now(),
        checkedAt: clock.now(),
        ...content,
      } as const
      const file = join(there, 'replica.sqlite3')
      expect(await buildDatabase({ dataFolder: there, file, manifest })).toEqual({ ok: true, value: true })
      const replica = replicaDeps(
        {
          dataFolder: there,
          options: { clock, logger: pino({ level: 'silent' }) },
          steady: openSteadyClock(join(there, 'clock.json'), clock),
          evidence: deps.evidence,
          kioskLog: deps.kioskLog,
          source: deps.source,
        },
        file,
      )
      if (!replica.ok) throw new Error(replica.code)
      const visit = (of: Deps) => {
        const app = createApp(of, {
          find: () => undefined,
          read: () => Buffer.alloc(0),
          readGzipped: () => null,
        })
        const mount = {
          kind: 'public',
          transport: 'bare',
          hosts: null,
          launchSecret: '',
          publicAddress: () => '',
        } as const
        return new DeskClient(async (request) => app.fetch(request, { mount }), 'http://kiosk.test')
      }
      const [office, kiosk] = [visit(deps), visit(replica.value)]
      const { database } = deps.store
      const all = (sql: string) => database.prepare(sql).pluck().all() as string[]
      const addresses = [
        '/home',
        '/emergency',
        '/displays',
        '/lists',
        '/matters',
        '/script-orders',
        '/kiosk/settings',
        ...all('SELECT id FROM public_group').map((id) => `/notices?group=${id}`),
        ...['低保', '公示', '2026', '云溪'].map((word) => `/search?q=${encodeURIComponent(word)}`),
        ...['db', 'gs', 'dbgs', 'tz'].map((keys) => `/search/initials?keys=${keys}`),
        ...all('SELECT DISTINCT index_number FROM edition').flatMap((index) => [
          `/notice?index=${encodeURIComponent(index)}`,
          `/display?index=${encodeURIComponent(index)}`,
        ]),
        ...all('SELECT DISTINCT hash FROM edition').flatMap((hash) => [
          `/editions/${hash}`,
          `/editions/${hash}/sheet`,
          `/sheet-code?code=${hash.slice(0, 8)}`,
        ]),
        ...all('SELECT id FROM list_register').map((id) => `/lists/${id}`),
        ...all('SELECT id FROM matter').flatMap((id) => [`/matters/${id}`, `/matters/${id}/difference`]),
        '/units',
        ...all('SELECT id FROM unit').map((id) => `/notices?unit=${id}`),
        ...all('SELECT id FROM screen').map((id) => `/screens/${id}/feed`),
      ]
      for (const address of addresses) {
        const [one, other] = await Promise.all(
          [office, kiosk].map((client) => client.get<Record<string, unknown>>(`/api/public${address}`)),
        )
        const body = (answer: typeof one) => ({ ...answer?.body, requestId: '', version: '', hasPin: false })
        expect(other?.status, address).toBe(one?.status)
        expect(body(other), address).toEqual(body(one))
      }
      expect(addresses.length).toBeGreaterThan(50)
      expect(() => replica.value.store.database.exec("UPDATE office SET name = 'x'")).toThrow(
        /readonly|read-only/u,
      )
      replica.value.store.close()
    } finally {
      rmSync(there, { recursive: true, force: true })
    }
  })

  it('holds nothing private: a secret planted in every other column, and in every text that is not open, is in no byte of it', async () => {
    const other = mkdtempSync(join(tmpdir(), 'board-planted-'))
    try {
      await deps.store.database.backup(databaseFile(other))
      const created = createDeps(other, { clock, logger: pino({ level: 'silent' }) })
      if (!created.ok) throw new Error(created.code)
      const planted = created.value
      const { database, read } = planted.store
      const now = clock.now()
      const shut = database
        .prepare('SELECT id, hash, index_number AS indexNumber, state FROM edition')
        .all() as { id: number; hash: string; indexNumber: string; state: string }[]
      const secretText = shut.filter(
        ({ hash, state }) => state === 'WITHDRAWN' || !publicEdition(read, hash, now).ok,
      )
      const secretTitle = secretText.filter(({ indexNumber }) => {
        const told = publicNotice(read, indexNumber, now)
        return !told.ok || (told.value.state === 'WITHDRAWN' && told.value.title === null)
      })
      for (const name of database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .pluck()
        .all()) {
        database.exec(`DROP TRIGGER "${String(name)}"`)
      }
      for (const { id } of secretText) {
        database
          .prepare("UPDATE edition SET content = json_set(content, '$.secret', ?) WHERE id = ?")
          .run(SECRET, id)
      }
      for (const { id } of secretTitle)
        database.prepare('UPDATE edition SET title = ? WHERE id = ?').run(SECRET, id)
      let columns = 0
      for (const [table, decision] of Object.entries(PUBLIC_TABLES)) {
        const keys = new Set(
          (database.pragma(`foreign_key_list("${table}")`) as { from: string }[]).map(({ from }) => from),
        )
        for (const { name, type, pk } of columnsOf(database, table)) {
          if (type !== 'TEXT' || pk > 0 || keys.has(name)) continue
          // Taken as it is: public by decision, checked by the texts above.
          if (decision.taken && decision.columns[name]?.includes(`.${name}`)) continue
          columns += 1
          const planted = `CASE substr("${name}", 1, 1) WHEN '[' THEN '["${SECRET}"]' WHEN '{' THEN '{"secret":"${SECRET}"}' ELSE '${SECRET}' || rowid END`
          const byRow = planted.replace(
            'rowid',
            /WITHOUT ROWID/u.test(sqlOf(database, table)) ? "''" : 'rowid',
          )
          try {
            database.exec(`UPDATE OR IGNORE "${table}" SET "${name}" = ${byRow} WHERE "${name}" IS NOT NULL`)
          } catch (error) {
            // A closed list of words, or a shape that the table itself holds: no room for a secret.
            if (!/CHECK|UNIQUE/u.test(String(error))) throw error
          }
        }
      }
      expect(columns).toBeGreaterThan(150)
      const text = await bytesOf(await snapshotOf(planted), other)
      const at = text.indexOf(SECRET)
      expect(at < 0 ? '' : text.slice(Math.max(0, at - 300), at + 100)).toBe('')
      expect(text).not.toContain('$argon2id')
      planted.store.close()
    } finally {
      rmSync(other, { recursive: true, force: true })
    }
  })

  it('brings only files of texts that may be read, never an original', async () => {
    const files = (await snapshotOf(deps)).pieces
      .filter(({ kind }) => kind === 'FILE')
      .map(({ sha256 }) => sha256)
    const originals = deps.store.database
      .prepare('SELECT original_sha256 FROM attachment WHERE original_sha256 <> public_sha256')
      .pluck()
      .all()
    expect(files.filter((file) => originals.includes(file))).toEqual([])
    const open = deps.store.database
      .prepare(
        "SELECT DISTINCT f.value ->> 'sha256' FROM edition e, json_each(e.content, '$.attachments') f WHERE e.state <> 'WITHDRAWN'",
      )
      .pluck()
      .all() as string[]
    expect(files.every((file) => open.includes(file))).toBe(true)
  })
})

function sqlOf(database: Database, table: string): string {
  return database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) as string
}
