import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

/** A file named on the command line, as an upload in a browser is. */
export type GivenFile = { readonly fileName: string; readonly bytes: Uint8Array }

/**
 * Reads a file named on the command line. Refuses `catalogue.file-not-found` with the `file` when there is none or it is a
 * folder.
 * @example await givenFile('2027.xlsx') // { ok: true, value: { fileName: '2027.xlsx', bytes } }
 */
export async function givenFile(path: string): Promise<Result<GivenFile>> {
  const fileName = basename(path)
  try {
    return accept({ fileName, bytes: await readFile(path) })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'ENOTDIR') throw error
    return refuse('catalogue.file-not-found', { file: fileName })
  }
}
