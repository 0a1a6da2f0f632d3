import { join } from 'node:path'
import { hasDisplay, openBrowser } from './browser.mjs'
import { build, isStale } from './build.mjs'
import { node24, ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'
import { serve } from './serve.mjs'
import { setUp } from './set-up.mjs'

// `npm run county` on a computer that may have nothing but an old Node and npm: no package may be imported here.
// Alone, or with options, it starts the county's program; with a command in front, or asked for help, it is the command line.
// `--no-open` opens no browser.

const words = process.argv.slice(2)
const stayClosed = words.includes('--no-open')
const rest = words.filter((word) => word !== '--no-open')

await setUp()
if (isStale()) {
  say('正在生成程序……', 'Building…')
  await build()
}
const [first] = rest
const asksForHelp = first === '--help' || first === '-h'
const cli = join('out', 'county', 'cli', 'county.js')
if (first === 'serve') rest.shift()
process.exitCode =
  first === undefined || first === 'serve' || (first.startsWith('-') && !asksForHelp)
    ? await start(rest)
    : await run(node24(), [cli, ...rest], { cwd: ROOT })

/** @param {readonly string[]} args */
async function start(args) {
  const { code } = await serve({
    program: node24(),
    args: [cli, 'serve', ...args],
    cwd: ROOT,
    onAddress: (address) => {
      if (!stayClosed && hasDisplay()) openBrowser(address)
      else say(`请在浏览器中打开：${address}`, 'Open this address in a browser.')
    },
  })
  return code
}
