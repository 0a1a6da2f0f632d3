import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { node24, ROOT } from './paths.mjs'
import { say } from './say.mjs'

/** A download that brings nothing for this long is given up: a blocked network often answers nothing at all. */
const SILENCE_MS = 20_000

/** @typedef {{ chinese: string, english: string }} Reason */

/** @type {Reason} */
const UNREACHABLE = { chinese: '下载站点无法访问', english: 'its download site cannot be reached' }

/**
 * Path of Electron's program, or null where it has not been downloaded.
 * @param {string} [root]
 */
export function electronBinary(root = ROOT) {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

/**
 * Electron's program; tries to download it when it is absent, once for each version and mirror. A failure
 * is written down, so that the next start does not wait for the same network again.
 * @param {string} [root]
 * @returns {Promise<{ program: string } | { program: null, why: Reason }>}
 */
export async function provideElectron(root = ROOT) {
  const present = electronBinary(root)
  if (present !== null) return { program: present }
  const memory = join(root, '.cache', 'electron-download.json')
  const version = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ).version
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? ''
  if (existsSync(memory)) {
    const earlier = JSON.parse(readFileSync(memory, 'utf8'))
    if (earlier.version === version && earlier.mirror === mirror) return { program: null, why: earlier.why }
  }
  say('正在下载 Electron（仅尝试一次）……', 'Downloading Electron (tried once)…')
  const why = await download(root)
  const program = electronBinary(root)
  if (program !== null) return { program }
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(memory, `${JSON.stringify({ version, mirror, why })}\n`)
  return { program: null, why }
}

/**
 * Runs Electron's own installer and gives the reason, in a few words, should it fail.
 * @param {string} root
 * @returns {Promise<Reason>}
 */
function download(root) {
  // The installer downloads into the temporary folder: one of our own lets us see whether anything comes.
  const folder = join(root, '.cache', 'electron-download')
  mkdirSync(folder, { recursive: true })
  return new Promise((done) => {
    const child = spawn(node24(root), [join(root, 'node_modules', 'electron', 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    })
    let words = ''
    let size = 0
    let moved = Date.now()
    child.stderr.on('data', (part) => (words += part))
    const watching = setInterval(() => {
      const now = sizeOf(folder)
      if (now !== size) moved = Date.now()
      size = now
      if (Date.now() - moved > SILENCE_MS) child.kill('SIGKILL')
    }, 1000)
    child.once('close', (code, signal) => {
      clearInterval(watching)
      rmSync(folder, { recursive: true, force: true })
      const first = words.split('\n').find((line) => line.trim() !== '') ?? `installer ended with ${code}`
      done(signal === 'SIGKILL' ? UNREACHABLE : reasonFrom(first.trim()))
    })
  })
}

/**
 * @param {string} words first line of what the installer said
 * @returns {Reason}
 */
function reasonFrom(words) {
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT/.test(words)) return UNREACHABLE
  return { chinese: words, english: words }
}

/**
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sum + sizeOf(path)
    return sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0)
  }, 0)
}
