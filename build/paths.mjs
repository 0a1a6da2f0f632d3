import { join, resolve } from 'node:path'

/** The checkout: everything the scripts read or write lies below it. */
export const ROOT = resolve(import.meta.dirname, '..')

/**
 * The Node 24 that the npm package `node` brings. The Node on the PATH may be older, and better-sqlite3
 * crashes there without a word.
 * @param {string} [root]
 */
export function node24(root = ROOT) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}
