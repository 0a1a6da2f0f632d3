import { chmodSync, mkdtempSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const GIGABYTE = 1024 ** 3
/** What the tests lay down at one time at most is a tenth of that. */
const ROOM = 4 * GIGABYTE

/**
 * A folder in memory for what the tests write, where the system has one with room; null elsewhere. Thousands of boards are opened there, each
 * of which waits for the disk at every step. A process that is killed leaves in it what it would leave on a disk.
 */
export function memoryFolder() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    if (bavail * bsize < ROOM || freemem() < 2 * ROOM) return null
    const folder = mkdtempSync(join('/dev/shm', 'board-test-'))
    // PostgreSQL and CUPS give up root and must still get to theirs.
    chmodSync(folder, 0o755)
    return folder
  } catch {
    return null
  }
}
