import Sqlite from 'better-sqlite3'

/** A file nobody else can hold until it is let go. */
export type ExclusiveFile = { readonly letGo: () => void }

/**
 * Holds a file for this process alone, or gives null when another one (or another part of this one) holds it.
 * The operating system lets go when the process dies, however it dies: unlike a number written into a file, such a lock
 * cannot be left behind by a power cut, nor be mistaken for that of a new process with an old number. SQLite is used
 * because it locks files alike on every system; the file stays empty.
 * @example holdFile('/data/server.lock')?.letGo()
 */
export function holdFile(file: string): ExclusiveFile | null {
  const database = new Sqlite(file, { timeout: 0 })
  try {
    // No journal on the disk: a full one must not keep a screen from starting.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return { letGo: () => database.close() }
}
