import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accept, refuse, type Refusal, type Result } from '../domain/refusal.ts'
import { flushFolder } from '../platform/flush-folder.ts'
import { backupDatabase } from './backup.ts'
import { blobPath, namedBlobs } from './backup-blobs.ts'
import { copyHashed, hashFile } from './backup-copy.ts'
import { BACKUP_MANIFEST, manifestText, type BackupFile, type BackupManifest } from './backup-manifest.ts'
import { drizzleOver } from './drizzle.ts'
import { closeDatabase, openDatabase } from './open.ts'
import { officeReads } from './repos/office-repo.ts'

/** What `backupDataFolder` needs. */
export type BackupInput = {
  readonly dataDir: string
  /** A folder that is not there yet. */
  readonly target: string
  /** Instant, UTC. */
  readonly createdAt: string
}

// Without its identity (`office-age.txt`) an office could not open again what it has sent, nor what the county sends to it.
const COPIED = [
  ['keys', /\.(?:pem|key|txt)$/],
  ['packages', /\.zip(?:\.age)?$/],
] as const

/**
 * Copies a whole data folder while the board may be running: database, attachments, written packages and the office's
 * **private keys**, with a manifest of hashes. Whoever holds the backup can read drafts and sign as the office.
 * The folder takes its name only when everything is in it. An attachment the office has lost does not stop the backup;
 * it is named in `missing`. Refuses `backup.target-exists`, `backup.not-a-backup` (no board in `dataDir`),
 * `office.database-damaged`.
 * @example await backupDataFolder({ dataDir: '/data', target: '/media/stick/board-2026-11-20', createdAt })
 */
export async function backupDataFolder(input: BackupInput): Promise<Result<BackupManifest>> {
  const { dataDir, createdAt } = input
  const target = resolve(input.target)
  if (existsSync(target)) return refuse('backup.target-exists')
  const source = join(dataDir, 'board.sqlite3')
  if (!existsSync(source)) return refuse('backup.not-a-backup')
  const partial = `${target}.partial`
  await rm(partial, { recursive: true, force: true })
  try {
    await mkdir(partial, { mode: 0o700, recursive: true })
    const database = await copyDatabase(source, join(partial, 'board.sqlite3'))
    if (database !== null) return database
    const manifest = await copyFiles(dataDir, partial, createdAt)
    if ('ok' in manifest) return manifest
    await writeFile(join(partial, BACKUP_MANIFEST), manifestText(manifest), { flush: true, mode: 0o600 })
    await rename(partial, target)
    await flushFolder(dirname(target))
    return accept(manifest)
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

async function copyDatabase(source: string, target: string): Promise<Refusal | null> {
  const opened = openDatabase(source, { readonly: true })
  if (!opened.ok) return opened
  try {
    const copied = await backupDatabase(opened.value, target)
    return copied.ok ? null : copied
  } finally {
    closeDatabase(opened.value)
  }
}

/** Files are stored before the rows that name them and never removed, so after the snapshot all of them are there. */
async function copyFiles(
  dataDir: string,
  target: string,
  createdAt: string,
): Promise<BackupManifest | Refusal> {
  const snapshot = openDatabase(join(target, 'board.sqlite3'), { readonly: true })
  if (!snapshot.ok) return snapshot
  const instanceId = officeReads(drizzleOver(snapshot.value)).instance()?.id ?? null
  const named = namedBlobs(snapshot.value)
  closeDatabase(snapshot.value)

  const files: BackupFile[] = []
  const copy = async (path: string, expected: string | null): Promise<void> => {
    const copied = await copyHashed(join(dataDir, path), join(target, path))
    if (copied !== null && (expected === null || copied.sha256 === expected)) files.push({ path, ...copied })
    else await rm(join(target, path), { force: true })
  }
  const database = await hashFile(join(target, 'board.sqlite3'))
  files.push({ path: 'board.sqlite3', ...database })
  for (const prefix of await namesIn(join(dataDir, 'blobs'), /^[0-9a-f]{2}$/)) {
    for (const rest of await namesIn(join(dataDir, 'blobs', prefix), /^[0-9a-f]{62}$/)) {
      await copy(`blobs/${prefix}/${rest}`, prefix + rest)
    }
  }
  for (const [folder, form] of COPIED) {
    for (const name of await namesIn(join(dataDir, folder), form)) await copy(`${folder}/${name}`, null)
  }
  const copied = new Set(files.map((file) => file.path))
  const missing = named.map((hash) => blobPath(hash)).filter((path) => !copied.has(path))
  return { format: 'board-backup/1', createdAt, instanceId, files, missing }
}

async function namesIn(folder: string, form: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => form.test(name)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
