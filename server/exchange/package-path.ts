import { join } from 'node:path'

/**
 * Where the packages of a data folder lie.
 * @example packagePath('/data', 'board-…-000001.zip')
 */
export function packagePath(dataFolder: string, fileName: string): string {
  return join(dataFolder, 'packages', fileName)
}
