import { accept, refuse, type Result } from '../domain/refusal.ts'

const UNWRITABLE: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'EACCES',
  'EPERM',
  'EROFS',
  'ELOOP',
])

/**
 * Does what writes to a place a person named; a folder that is not there, a file in the place of a folder, a place one may not write to:
 * said in words. Refuses `package.destination-invalid`; a full disk and bugs throw.
 * @example await refuseUnwritable(() => writeFile('/media/stick/office-card.json', text))
 */
export async function refuseUnwritable<T>(write: () => Promise<T>): Promise<Result<T>> {
  try {
    return accept(await write())
  } catch (error) {
    if (!UNWRITABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    return refuse('package.destination-invalid')
  }
}
