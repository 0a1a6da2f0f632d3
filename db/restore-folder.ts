import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accept, refuse, type Refusal, type Result } from '../domain/refusal.ts'
import { flushFolder } from '../platform/flush-folder.ts'
import { isDatabaseWhole } from './backup.ts'
import { copyHashed } from './backup-copy.ts'
import { BACKUP_MANIFEST, readManifest, type BackupManifest } from './backup-manifest.ts'
import { openDatabase } from './open.ts'
import { storeOver } from './store.ts'

/** What `restoreDataFolder` needs. */
export type RestoreInput = {
  /** Folder that `backupDataFolder` wrote. */
  readonly source: string
  /** A folder that is empty or not there. */
  readonly dataDir: string
  /** Id of the restored database: it is another one than the one that was backed up (lessons §6.6). */
  readonly newInstanceId: string
  /** Instant, UTC. */
  readonly restoredAt: string
}

/**
 * Brings a backup back as a data folder, all of it or nothing: every file is copied beside the target, proved by size and
 * SHA-256, the database by its integrity check; then it takes a new instance id and a line in the audit log, and only
 * then its name. It stays closed to the public until an administrator has confirmed what happened since the backup. The backup itself is never written to. Refuses `backup.target-exists`, `backup.not-a-backup`,
 * `backup.damaged` with the `file`, and `office.database-newer`.
 * @example await restoreDataFolder({ source: '/media/stick/board-2026-11-20', dataDir: '/data', newInstanceId, restoredAt })
 */
export async function restoreDataFolder(input: RestoreInput): Promise<Result<BackupManifest>> {
  const dataDir = resolve(input.dataDir)
  const manifest = await manifestOf(input.source)
  if (!manifest.ok) return manifest
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0) return refuse('backup.target-exists')
  const staging = `${dataDir}.restoring`
  // Left over from a restore that was cut off; nothing in it has ever been used.
  await rm(staging, { recursive: true, force: true })
  try {
    await mkdir(staging, { recursive: true, mode: 0o700 })
    for (const file of manifest.value.files) {
      const copied = await copyHashed(join(input.source, file.path), join(staging, file.path))
      if (copied?.sha256 !== file.sha256 || copied.size !== file.size) {
        return refuse('backup.damaged', { file: file.path })
      }
    }
    const database = join(staging, 'board.sqlite3')
    if (!isDatabaseWhole(database)) return refuse('backup.damaged', { file: 'board.sqlite3' })
    const renewed = renewInstance(database, input, manifest.value)
    if (renewed !== null) return renewed
    await flushFolder(staging)
    if (existsSync(dataDir)) await rmdir(dataDir)
    await rename(staging, dataDir)
    await flushFolder(dirname(dataDir))
    return manifest
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function manifestOf(source: string): Promise<Result<BackupManifest>> {
  let text: string
  try {
    text = await readFile(join(source, BACKUP_MANIFEST), 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('backup.not-a-backup')
    throw error
  }
  const manifest = readManifest(text)
  return manifest === null ? refuse('backup.damaged', { file: BACKUP_MANIFEST }) : accept(manifest)
}

function renewInstance(file: string, input: RestoreInput, manifest: BackupManifest): Refusal | null {
  const opened = openDatabase(file)
  if (!opened.ok) return opened
  const store = storeOver(opened.value)
  try {
    store.tx((write, read) => {
      // A receipt for a package of the database as it was may still be on its way.
      const former = read.office.instance()?.id
      if (former !== undefined) write.exchange.endInstance(former, input.restoredAt)
      write.office.markRestored(input.newInstanceId, input.restoredAt)
      write.audit.append({
        at: input.restoredAt,
        actor: { id: 'system', name: 'board restore' },
        action: 'backup.restore',
        subjectKind: 'instance',
        subjectId: input.newInstanceId,
        detail: { from: manifest.instanceId, backupOf: manifest.createdAt, missing: manifest.missing.length },
      })
    })
    // Everything into the one file: a log beside it could be left behind when the folder is renamed.
    store.database.pragma('wal_checkpoint(TRUNCATE)')
    return null
  } finally {
    store.close()
  }
}
