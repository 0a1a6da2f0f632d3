import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { runQuietly } from './run.mjs'
import { say } from './say.mjs'

/** Names under which Linux distributions put a browser of the Chromium family on the PATH. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/**
 * A browser of the Chromium family on this computer, or null: Playwright's own first, since it is the one its
 * version was made for, then an installed Chromium, Chrome or Edge.
 * @param {{ playwrightsOwn: string }} known
 * @returns {string | null}
 */
export function installedChromium({ playwrightsOwn }) {
  return [playwrightsOwn, ...usualPlaces()].find((path) => path !== '' && existsSync(path)) ?? null
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    )
    const below = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return below.flatMap((path) => roots.map((root) => join(root, path)))
  }
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return apps.flatMap((app) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${app}.app`, 'Contents', 'MacOS', app),
      ),
    )
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * The browser the tests drive, installed from Debian's packages where there is none and we may; so are Chinese
 * fonts, without which every picture and every sheet would show empty boxes.
 * @param {{ playwrightsOwn: string }} known
 * @returns {Promise<string>}
 */
export async function provideChromium(known) {
  const found = installedChromium(known)
  const missing = [
    ...(found === null ? ['chromium'] : []),
    ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length > 0) {
    if (!mayInstall()) {
      say(`缺少：${missing.join('、')}，请先安装。`, `Missing: ${missing.join(', ')}; please install it.`)
    } else {
      say(`正在安装 ${missing.join('、')}……`, `Installing ${missing.join(', ')}…`)
      await aptGet(['update', '-q'])
      await aptGet(['install', '-y', '-q', '--no-install-recommends', ...missing])
    }
  }
  const chromium = installedChromium(known)
  if (chromium === null)
    throw new Error('No browser of the Chromium family: install Chromium, Chrome or Edge.')
  return chromium
}

async function hasChineseFont() {
  // Windows and macOS bring Chinese fonts.
  if (process.platform !== 'linux') return true
  const { text } = await runQuietly('fc-list', [':lang=zh', 'family'])
  return /CJK|Hei|Song|Source Han/.test(text)
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, text } = await runQuietly('apt-get', args, { env })
  if (code !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${text.slice(-2000)}`)
}
