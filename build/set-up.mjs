import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, ROOT } from './paths.mjs'
import { runQuietly } from './run.mjs'
import { say } from './say.mjs'

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Names what `node_modules` lacks of the lockfile. npm writes `node_modules/.package-lock.json` at the very
 * end of an install, so an install that was broken off, or one of an older lockfile, is noticed.
 * Optional packages are for other platforms and may be absent; present ones must have the locked version.
 * @param {string} root
 * @returns {string[]}
 */
export function missingPackages(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  const locked = readLockfile(join(root, 'package-lock.json')).packages
  if (!existsSync(installedFile)) return Object.keys(locked).filter((path) => path !== '')
  const installed = readLockfile(installedFile).packages
  return Object.entries(locked)
    .filter(([path, wanted]) => {
      if (path === '' || wanted.link) return false
      const found = installed[path]
      return found === undefined ? !wanted.optional : found.version !== wanted.version
    })
    .map(([path]) => path)
}

/**
 * Installs what is missing, with npm and in the versions of the lockfile, and nothing when all is there.
 * Needs nothing but an old Node and npm. Install scripts of packages do not run, save that of `node`,
 * which fetches Node 24: every other package works from the files it ships.
 * @param {string} [root]
 */
export async function setUp(root = ROOT) {
  if (missingPackages(root).length > 0) {
    say('正在安装所需的程序包（首次约需一分钟）……', 'Installing packages (about a minute the first time)…')
    await npm(root, ['ci', '--ignore-scripts'])
  }
  if (!(await hasNode24(root))) {
    say('正在安装 Node 24……', 'Installing Node 24…')
    await npm(root, ['rebuild', 'node'])
    if (!(await hasNode24(root))) throw new Error(`Node 24 is not at ${node24(root)} after its installation.`)
  }
}

/** @param {string} root */
async function hasNode24(root) {
  if (!existsSync(node24(root))) return false
  const { code, text } = await runQuietly(node24(root), ['--version'])
  return code === 0 && text.startsWith('v24.')
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
async function npm(root, args) {
  const started = Date.now()
  const ticking = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000)
    say(`  仍在安装，已用 ${seconds} 秒`, `still installing, ${seconds} s`)
  }, 15_000)
  // Warnings of npm speak of the old Node on the PATH, which runs nothing but this script.
  const words = [...args, '--no-audit', '--no-fund', '--loglevel=error']
  const script = process.env['npm_execpath']
  const { code, text } = script?.endsWith('.js')
    ? await runQuietly(process.execPath, [script, ...words], { cwd: root })
    : await runQuietly('npm', words, { cwd: root, shell: process.platform === 'win32' })
  clearInterval(ticking)
  if (code === 0) return
  process.stderr.write(text)
  say('安装失败：请检查网络后重试。', 'Installation failed: check the network and try again.')
  throw new Error(`npm ${args.join(' ')} ended with ${code}`)
}

/**
 * @param {string} file
 * @returns {Lockfile}
 */
function readLockfile(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
