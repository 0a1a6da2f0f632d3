import { cpSync, existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, ROOT } from './paths.mjs'
import { run } from './run.mjs'

const SOURCES = [
  'domain',
  'platform',
  'sealed',
  'db',
  'server',
  'county',
  'electron',
  'renderer',
  'locales',
  'package.json',
  'tsconfig.base.json',
]

/**
 * Whether `out/` is older than the sources, or absent. Folders count too: their time changes when a file
 * in them goes away.
 * @param {string} [root]
 */
export function isStale(root = ROOT) {
  const stamp = stampFile(root)
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  return SOURCES.some((source) => newest(join(root, source)) > built)
}

/** Compiles server, county and shell, bundles the screens and lays what they read at run time beside them in `out/`. */
export async function build() {
  const started = new Date()
  await step(['node_modules/typescript/bin/tsc', '-b', 'electron', 'county'])
  await step([
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'renderer/vite.config.ts',
    '--logLevel',
    'warn',
  ])
  copyAssets()
  // The stamp bears the time of the start: a source changed while the build ran is built again.
  writeFileSync(stampFile(ROOT), `${started.toISOString()}\n`)
  utimesSync(stampFile(ROOT), started, started)
}

/** Migrations, sentences and the icon are read by the compiled code from beside itself. */
function copyAssets() {
  const pairs = /** @type {const} */ ([
    ['db/migrations', 'out/db/migrations'],
    ['county/db/migrations', 'out/county/db/migrations'],
    ['locales', 'out/locales'],
    ['electron/icon.png', 'out/electron/icon.png'],
  ])
  for (const [from, to] of pairs) {
    rmSync(join(ROOT, to), { recursive: true, force: true })
    cpSync(join(ROOT, from), join(ROOT, to), { recursive: true })
  }
}

/** @param {readonly string[]} args */
async function step(args) {
  const code = await run(node24(), args, { cwd: ROOT })
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`)
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'out', '.built')
}

/**
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const state = statSync(path, { throwIfNoEntry: false })
  if (state === undefined) return 0
  if (!state.isDirectory()) return state.mtimeMs
  return Math.max(state.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

if (process.argv[1] === import.meta.filename) await build()
