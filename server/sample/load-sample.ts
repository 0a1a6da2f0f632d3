import { existsSync } from 'node:fs'
import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { holdFile } from '../../platform/exclusive-file.ts'
import { sha256 } from '../../platform/sha256.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { createDeps, databaseFile } from '../create-deps.ts'
import { fillSampleOffice } from './fill-sample.ts'
import { SAMPLE_ADMINISTRATOR, SAMPLE_PASSWORD, SAMPLE_PEOPLE } from './sample-office.ts'
import { storyClock } from './story-clock.ts'

/** What was loaded, with what a person needs to sign in. */
export type SampleLoaded = {
  readonly published: number
  readonly people: readonly string[]
  readonly password: string
}

/**
 * Loads the invented sample office into a folder that is empty or not there, through the same procedures as the desk,
 * with people, units, catalogues, and a year of notices and duties up to 2026-11-20. Built beside the folder and renamed,
 * so that there is never half an office. Refuses `office.already-set-up`, `backup.target-exists` when something else lies there, and
 * `office.data-folder-in-use` while another program loads it.
 * @example await loadSampleOffice('/tmp/board-sample')
 */
export async function loadSampleOffice(dataFolder: string): Promise<Result<SampleLoaded>> {
  // Two at once would build in the same place. Not inside the folder: it is put in place whole, by its name.
  const folderId = sha256(resolve(dataFolder))
  const held = holdFile(join(tmpdir(), `board-loading-${folderId.slice(0, 16)}.lock`))
  if (held === null) return refuse('office.data-folder-in-use', { deskUrl: '' })
  try {
    return await loadHolding(dataFolder)
  } finally {
    held.letGo()
  }
}

async function loadHolding(dataFolder: string): Promise<Result<SampleLoaded>> {
  if (existsSync(databaseFile(dataFolder))) return refuse('office.already-set-up')
  if (existsSync(dataFolder) && (await readdir(dataFolder)).length > 0) return refuse('backup.target-exists')
  const building = `${dataFolder}.loading`
  await rm(building, { recursive: true, force: true })
  try {
    const clock = storyClock()
    const deps = createDeps(building, { clock })
    if (!deps.ok) return deps
    let published: number
    try {
      published = await fillSampleOffice(deps.value, clock)
      deps.value.store.database.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      deps.value.store.close()
    }
    try {
      if (existsSync(dataFolder)) await rmdir(dataFolder)
      await rename(building, dataFolder)
    } catch (error) {
      // A server has taken the empty folder meanwhile; its office is not ours to replace.
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code)) return refuse('backup.target-exists')
      throw error
    }
    const people = [SAMPLE_ADMINISTRATOR, ...SAMPLE_PEOPLE.map((person) => person.name)]
    return accept({ published, people, password: SAMPLE_PASSWORD })
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}
