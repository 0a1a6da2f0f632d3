import { existsSync } from 'node:fs'
import { openDatabase } from '../../db/open.ts'
import { storeOver } from '../../db/store.ts'
import { keepDuties, type KeptDuties } from './keep-duties.ts'

/**
 * Keeps the duties of a board in order over a connection of its own; the body of the worker's task. Null when the file is
 * gone, also while the work is under way: a folder that was taken away needs none. Throws when the database cannot be opened.
 * @example await keepDutiesIn('/data/board.sqlite3', '2026-11-23T01:42:00.000Z')
 */
export async function keepDutiesIn(file: string, now: string): Promise<KeptDuties | null> {
  if (!existsSync(file)) return null
  try {
    return await keepOver(file, now)
  } catch (error) {
    if (!existsSync(file)) return null
    throw error
  }
}

async function keepOver(file: string, now: string): Promise<KeptDuties> {
  const database = openDatabase(file)
  if (!database.ok) throw new Error(database.code)
  const store = storeOver(database.value)
  try {
    return await keepDuties(store, { now })
  } finally {
    store.close()
  }
}
