import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { type BlobStore, openBlobStore } from '../../platform/blob-store.ts'
import { loadMigrations } from '../../db/migrate.ts'
import { closeDatabase, openDatabase } from '../../db/open.ts'
import { sha256 } from '../../platform/sha256.ts'
import { storeOver } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import type { PublicTable } from './public-table.ts'
import { PUBLIC_TABLES } from './public-tables.ts'
import { findShownRows } from './shown-rows.ts'
import { chunksOf, LARGE_ROWS, SMALL_ROWS } from './snapshot-chunks.ts'
import type { SnapshotPiece } from './views.ts'

/** What a snapshot is made of, before it is numbered and signed. */
export type SnapshotContent = { readonly schema: number; readonly pieces: readonly SnapshotPiece[] }

type Taken = Extract<PublicTable, { taken: true }>
type Chunk = { readonly piece: SnapshotPiece; readonly files: readonly SnapshotPiece[] }
/** Chunks of editions written before, by what makes them what they are: their texts are not read again. */
type KnownChunks = Readonly<Record<string, Chunk>>

/** Changes whenever the bytes of a chunk would come out otherwise for the same rows. */
const CHUNK_FORM = 'chunk/1'
/** Pieces beside each other in memory while they are written. */
const KNOWN_FILE = 'chunks.json'

function selectOf({ from, key, columns }: Taken): string {
  const listed = Object.entries(columns).map(([name, sql]) => `${sql} AS "${name}"`)
  return `SELECT ${listed.join(', ')} FROM ${from} ORDER BY ${key}`
}

/** A piece of rows: the names of the columns in the first line, then a row a line; packed. */
async function writePiece(
  store: BlobStore,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<SnapshotPiece> {
  const text = [columns, ...rows].map((line) => JSON.stringify(line)).join('\n')
  const bytes = gzipSync(text, { level: 6 })
  return { kind: 'ROWS', table, sha256: await store.put(bytes), size: bytes.byteLength, rows: rows.length }
}

async function writeTable(
  database: Database,
  pieces: BlobStore,
  table: string,
  taken: Taken,
): Promise<SnapshotPiece[]> {
  const names = Object.keys(taken.columns)
  // Read whole: the connection writes nothing meanwhile, and rows of these tables are small.
  const rows = database.prepare(selectOf(taken)).raw().all() as unknown[][]
  const written: SnapshotPiece[] = []
  for (const chunk of chunksOf(rows, (row) => String(row[0]), SMALL_ROWS)) {
    written.push(await writePiece(pieces, table, names, chunk))
  }
  return written
}

function filesOf(content: string): SnapshotPiece[] {
  const { attachments = [] } = JSON.parse(content) as Partial<PublicContent>
  return attachments.map(({ sha256: hash, size }) => ({
    kind: 'FILE',
    table: '',
    sha256: hash,
    size,
    rows: 0,
  }))
}

async function writeEditions(
  database: Database,
  pieces: BlobStore,
  taken: Taken,
  known: KnownChunks,
): Promise<Record<string, Chunk>> {
  const names = Object.keys(taken.columns)
  const [idAt, contentAt] = [names.indexOf('id'), names.indexOf('content')]
  // What an edition is never changes but for its state and what of it is shown: these say whether its chunk is the same.
  const marks = database
    .prepare(
      `SELECT t.id, t.hash, t.state, s.open, s.titled FROM shown_edition s JOIN edition t ON t.id = s.id ORDER BY t.id`,
    )
    .raw()
    .all() as [number, ...unknown[]][]
  const span = database
    .prepare(`SELECT * FROM (${selectOf(taken)}) WHERE id BETWEEN ? AND ? ORDER BY id`)
    .raw()
  const chunks: Record<string, Chunk> = {}
  for (const chunk of chunksOf(marks, ([id]) => String(id), LARGE_ROWS)) {
    const digest = sha256(JSON.stringify([CHUNK_FORM, names, chunk]))
    const before = known[digest]
    if (before && existsSync(pieces.pathOf(before.piece.sha256))) {
      chunks[digest] = before
      continue
    }
    const rows = span.all(chunk[0]?.[0], chunk.at(-1)?.[0]) as unknown[][]
    if (rows.length !== chunk.length || rows.some((row, at) => row[idAt] !== chunk[at]?.[0])) {
      throw new Error('a chunk of editions holds others than it was marked by')
    }
    chunks[digest] = {
      piece: await writePiece(pieces, 'edition', names, rows),
      files: rows.flatMap((row) => filesOf(String(row[contentAt]))),
    }
  }
  return chunks
}

async function readKnown(file: string): Promise<KnownChunks> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as KnownChunks
  } catch {
    // Not there, or cut off by a power cut: everything is written anew.
    return {}
  }
}

/**
 * Writes everything public of an office into pieces under `<data>/snapshot`, from one view of the database, and takes away
 * pieces that no longer belong to it. Runs in a thread of its own, on its own connection that cannot write. Pieces that stand
 * already are not written again: after a publication it costs one chunk.
 * @example await writeSnapshot({ dataFolder: '/data', file: '/data/board.sqlite3', now: clock.now() })
 */
export async function writeSnapshot(input: {
  readonly dataFolder: string
  readonly file: string
  readonly now: string
}): Promise<SnapshotContent> {
  const opened = openDatabase(input.file, { readonly: true })
  if (!opened.ok) throw new Error(opened.code)
  const database = opened.value
  const folder = join(input.dataFolder, 'snapshot')
  const pieces = openBlobStore(input.dataFolder, 'snapshot')
  try {
    database.exec('BEGIN')
    const schema = database.pragma('user_version', { simple: true }) as number
    if (schema !== loadMigrations().length) throw new Error('the database is not of this program')
    findShownRows(storeOver(database), input.now)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const known = await readKnown(join(folder, KNOWN_FILE))
    const written: SnapshotPiece[] = []
    const files = new Map<string, SnapshotPiece>()
    for (const [table, decision] of Object.entries(PUBLIC_TABLES)) {
      if (!decision.taken) continue
      if (table !== 'edition') {
        written.push(...(await writeTable(database, pieces, table, decision)))
        continue
      }
      const chunks = await writeEditions(database, pieces, decision, known)
      for (const chunk of Object.values(chunks)) {
        written.push(chunk.piece)
        for (const file of chunk.files) files.set(file.sha256, file)
      }
      const next = join(folder, `${KNOWN_FILE}.part`)
      await writeFile(next, JSON.stringify(chunks), { mode: 0o600 })
      await rename(next, join(folder, KNOWN_FILE))
    }
    database.exec('ROLLBACK')
    const all = [...written, ...files.values()]
    await sweep(folder, new Set(written.map((piece) => piece.sha256)))
    return { schema, pieces: all }
  } finally {
    closeDatabase(database)
  }
}

async function sweep(folder: string, keep: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    for (const name of await readdir(join(folder, entry.name))) {
      if (keep.has(`${entry.name}${name}`)) continue
      // Where the system keeps a file that is being read (Windows), the next snapshot takes it away.
      await rm(join(folder, entry.name, name), { force: true }).catch(() => undefined)
    }
  }
}
