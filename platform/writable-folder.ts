import { accessSync, constants, mkdirSync } from 'node:fs'
import { accept, refuse, type Result } from '../domain/refusal.ts'

/**
 * Makes a data folder that can be written. A stick that was pulled, a full or read-only disk, a folder of another person: said in words,
 * not as a stack. Refuses `office.data-folder-unwritable`.
 * @example requireWritable('/data').ok
 */
export function requireWritable(folder: string): Result<true> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return accept(true)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    if (reason === undefined) throw error
    return refuse('office.data-folder-unwritable', { folder, reason })
  }
}
