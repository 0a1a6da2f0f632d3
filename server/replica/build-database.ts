import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite, { type Database } from 'better-sqlite3'
import { openBlobStore } from '../../platform/blob-store.ts'
import { loadMigrations, migrate } from '../../db/migrate.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { indexForSearch } from './index-for-search.ts'
import { PUBLIC_TABLES } from './public-tables.ts'
import { syncFolder } from './replica-folder.ts'
import type { SnapshotManifest } from './views.ts'

/** What a new database is built from. */
export type BuildInput = {
  readonly dataFolder: string
  /** The file to make; what stands there of an interrupted build is thrown away. */
  readonly file: string
  readonly manifest: SnapshotManifest
}

/** How much of a piece may come out of its packing, in bytes. */
const MOST_UNPACKED = 512 * 1024 * 1024

/**
 * Builds a replica's database anew out of the pieces of a snapshot, checks it, and leaves it closed and on the disk. Runs in a
 * thread of its own; nothing that is being served is touched. Refuses `replica.snapshot-invalid` with what did not hold.
 * @example await buildDatabase({ dataFolder, file, manifest })
 */
export async function buildDatabase({ dataFolder, file, manifest }: BuildInput): Promise<Result<true>> {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const part of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) rmSync(part, { force: true })
  const database = new Sqlite(file)
  try {
    // Nobody reads it before it is whole: a power cut throws it away, so it need not survive one half made.
    database.pragma('journal_mode = OFF')
    database.pragma('synchronous = OFF')
    database.pragma('trusted_schema = OFF')
    database.pragma('cache_size = -64000')
    const migrations = loadMigrations()
    if (manifest.schema > migrations.length) return refuse('replica.program-too-old')
    const made = migrate(database, migrations, manifest.schema)
    if (!made.ok) return made
    database.pragma('foreign_keys = OFF')
    const filled = await fill(database, dataFolder, manifest)
    if (!filled.ok) return filled
    const newest = migrate(database, migrations)
    if (!newest.ok) return newest
    const checked = check(database, manifest)
    if (!checked.ok) return checked
    indexForSearch(database)
    database.exec('ANALYZE')
  } catch (error) {
    const { code } = error as { code?: string }
    // A row that the tables refuse is a fault of what came, a full disk is not.
    if (code?.startsWith('SQLITE_CONSTRAINT')) return refuse('replica.snapshot-invalid', { reason: code })
    throw error
  } finally {
    database.close()
  }
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  syncFolder(folder)
  return accept(true)
}

type Trigger = { readonly name: string; readonly sql: string }

async function fill(
  database: Database,
  dataFolder: string,
  manifest: SnapshotManifest,
): Promise<Result<true>> {
  // What rows did when they were first written they must not do again.
  const triggers = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all() as Trigger[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`)
  const tables = new Set(manifest.pieces.filter(({ kind }) => kind === 'ROWS').map(({ table }) => table))
  for (const table of tables) {
    if (PUBLIC_TABLES[table]?.taken !== true) return refuse('replica.snapshot-invalid', { reason: table })
  }
  for (const [table, { taken }] of Object.entries(PUBLIC_TABLES)) {
    const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table)
    if (taken && known !== undefined) database.exec(`DELETE FROM "${table}"`)
  }
  const pieces = openBlobStore(dataFolder, 'pieces')
  for (const { kind, table, sha256: hash, rows } of manifest.pieces) {
    if (kind !== 'ROWS') continue
    const bytes = await pieces.get(hash)
    const lines = gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }).toString('utf8').split('\n')
    const columns = JSON.parse(lines[0] ?? '[]') as string[]
    const known = (database.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
    const same = columns.length === known.length && columns.every((column) => known.includes(column))
    if (!same || lines.length !== rows + 1) return refuse('replica.snapshot-invalid', { reason: table })
    const insert = database.prepare(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    database.transaction(() => {
      for (const line of lines.slice(1)) insert.run(JSON.parse(line) as unknown[])
    })()
  }
  for (const { sql } of triggers) database.exec(sql)
  return accept(true)
}

/**
 * Whether a database that was built once still holds what its list promises: a disk may have spoilt it in the middle, where opening it
 * shows nothing. Reads all of it; runs in a thread of its own. Refuses `replica.snapshot-invalid`.
 * @example checkBuilt({ file, manifest })
 */
export function checkBuilt({ file, manifest }: Pick<BuildInput, 'file' | 'manifest'>): Result<true> {
  let database: Database | null = null
  try {
    database = new Sqlite(file, { readonly: true, fileMustExist: true })
    return check(database, manifest)
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string }
    // Text that is no JSON any more, a page that is none: a disk that cannot be read at all is another matter.
    if (name === 'SyntaxError' || /^SQLITE_(?:CORRUPT|NOTADB)/u.test(code ?? '')) {
      return refuse('replica.snapshot-invalid', { reason: code ?? 'text' })
    }
    throw error
  } finally {
    database?.close()
  }
}

/** Everything that must hold before anybody sees it. */
function check(database: Database, manifest: SnapshotManifest): Result<true> {
  const invalid = (reason: string) => refuse('replica.snapshot-invalid', { reason })
  const count = (sql: string): number => database.prepare(sql).pluck().get() as number
  const promised = new Map<string, number>()
  for (const { kind, table, rows } of manifest.pieces) {
    if (kind === 'ROWS') promised.set(table, (promised.get(table) ?? 0) + rows)
  }
  for (const [table, rows] of promised) {
    if (count(`SELECT count(*) FROM "${table}"`) !== rows) return invalid(table)
  }
  if ((database.pragma('foreign_key_check') as unknown[]).length > 0) return invalid('references')
  if (database.pragma('quick_check', { simple: true }) !== 'ok') return invalid('integrity')
  if (count('SELECT count(*) FROM office') !== 1 || count('SELECT count(*) FROM audit_event') !== 1) {
    return invalid('office')
  }
  const files = new Set(manifest.pieces.filter(({ kind }) => kind === 'FILE').map((piece) => piece.sha256))
  const editions = database.prepare("SELECT hash, content FROM edition WHERE content <> '{}'")
  for (const { hash, content } of editions.iterate() as IterableIterator<{ hash: string; content: string }>) {
    if (sha256(content) !== hash) return invalid('edition')
    const { attachments } = JSON.parse(content) as PublicContent
    if (!attachments.every((file) => files.has(file.sha256))) return invalid('attachment')
  }
  return accept(true)
}
