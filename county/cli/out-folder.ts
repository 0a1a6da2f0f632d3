import { access, constants, mkdir } from 'node:fs/promises'
import type { Result } from '../../domain/refusal.ts'
import { refuseUnwritable } from '../../platform/refuse-unwritable.ts'

/**
 * Makes the folder a command will write to, and tries it, before anything is signed or taken in. Refuses `package.destination-invalid`.
 * @example await outFolder('/media/stick')
 */
export async function outFolder(path: string): Promise<Result<unknown>> {
  return refuseUnwritable(async () => {
    await mkdir(path, { recursive: true })
    await access(path, constants.W_OK | constants.X_OK)
  })
}
