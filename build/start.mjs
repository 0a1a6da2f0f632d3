import { join } from 'node:path'
import { hasDisplay, openBrowser } from './browser.mjs'
import { build, isStale } from './build.mjs'
import { provideElectron } from './electron-binary.mjs'
import { node24, ROOT, SERVER_FLAGS } from './paths.mjs'
import { say } from './say.mjs'
import { serve } from './serve.mjs'
import { setUp } from './set-up.mjs'

// `npm start` on a computer that may have nothing but an old Node and npm: no package may be imported here.
// `--no-open` runs the board and opens nothing; every other word goes to the board.

const words = process.argv.slice(2)
const stayClosed = words.includes('--no-open')
const boardArgs = words.filter((word) => word !== '--no-open')

await setUp()
if (isStale()) {
  say('正在生成程序……', 'Building…')
  await build()
}
process.exitCode = (await runInElectron()) ?? (await runInBrowser())

/** Gives null where there is no Electron to run in; the reason has been said in one line. */
async function runInElectron() {
  if (stayClosed) return null
  const electron = await provideElectron()
  if (electron.program === null) {
    return noElectron(
      `未能下载（${electron.why.chinese}）`,
      `it could not be downloaded (${electron.why.english})`,
    )
  }
  if (!hasDisplay()) return noElectron('没有显示器', 'there is no display')
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    // Chromium's sandbox refuses root, and without its sandbox the shell must not run.
    return noElectron('不能以 root 身份运行', 'it does not run as root')
  }
  const board = {
    program: electron.program,
    args: ['.', ...boardArgs],
    cwd: ROOT,
    onAddress: () => undefined,
    onUpgrade: sayUpgrade,
  }
  const { code, addressSeen } = await serve(board)
  return code === 0 || addressSeen ? code : noElectron(`退出代码 ${code}`, `it ended with ${code}`)
}

function sayUpgrade() {
  say(
    '正在升级数据，可能要几分钟，请勿关机。',
    'Bringing the data up to this version; please leave the computer on.',
  )
}

/**
 * @param {string} chinese
 * @param {string} english
 */
function noElectron(chinese, english) {
  say(`不使用 Electron：${chinese}，改用浏览器。`, `Without Electron: ${english}; using the browser.`)
  return null
}

async function runInBrowser() {
  const { code } = await serve({
    program: node24(),
    args: [...SERVER_FLAGS, join('out', 'server', 'main.js'), ...boardArgs],
    cwd: ROOT,
    onUpgrade: sayUpgrade,
    onAddress: (address, already) => {
      if (already) say('该数据目录已有程序在运行。', 'The board already runs on this data folder.')
      if (!stayClosed && hasDisplay()) openBrowser(address)
      else say(`请在浏览器中打开：${address}`, 'Open this address in a browser.')
    },
  })
  return code
}
