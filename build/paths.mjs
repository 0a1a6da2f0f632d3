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

/**
 * V8's young generation at 2 MB instead of 16: it grows with every burst of requests and is never given back, which
 * costs 40 MB for nothing on a weak PC (measured: 199 MB against 157 MB after 20,000 requests, at the same speed). And V8 told
 * to prefer memory: 176 MB against 195 MB after 6,600 requests at 100,000 notices, with the same time of the processor.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=2', '--optimize-for-size']
