import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const SERVE = pathToFileURL(resolve(import.meta.dirname, '../../build/serve.mjs')).href

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `serve` over a stand-in server, as a process of its own since it listens to signals. */
function serveStandIn(server: string): ChildProcess {
  writeFileSync(join(folder, 'server.mjs'), server)
  writeFileSync(
    join(folder, 'runner.mjs'),
    `import { serve } from ${JSON.stringify(SERVE)}
     const onAddress = (address) => console.log('opened ' + address)
     const onUpgrade = () => console.log('upgrade said')
     const { code } = await serve({ program: process.execPath, args: ['server.mjs'], cwd: ${JSON.stringify(folder)}, onAddress, onUpgrade })
     process.exitCode = code`,
  )
  return spawn(process.execPath, [join(folder, 'runner.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** The lines a process said until it ended, and its exit code; `onLine` may act on one. */
function watch(child: ChildProcess, onLine: (line: string) => void = () => undefined) {
  return new Promise<{ lines: string[]; code: number | null }>((done) => {
    const lines: string[] = []
    let rest = ''
    child.stdout?.on('data', (part: Buffer) => {
      const pieces = (rest + part.toString()).split('\n')
      rest = pieces.pop() ?? ''
      for (const line of pieces) {
        lines.push(line)
        onLine(line)
      }
    })
    child.once('close', (code) => done({ lines, code }))
  })
}

const RUNS = `
  const keep = setInterval(() => {}, 1000)
  process.once('SIGTERM', () => { console.log('closed its database'); clearInterval(keep) })
  console.log('desk: http://127.0.0.1:1/open?key=k')
  console.log('kiosk: http://127.0.0.1:2/kiosk/')`

test('That data are brought up is said once, and each step comes through', async () => {
  const steps = "for (const step of [1, 2, 3]) console.log('upgrade: ' + step + '/3')"
  const { lines } = await watch(serveStandIn(steps))
  expect(lines.filter((line) => line === 'upgrade said')).toHaveLength(1)
  expect(lines.filter((line) => line.startsWith('upgrade: '))).toEqual([
    'upgrade: 1/3',
    'upgrade: 2/3',
    'upgrade: 3/3',
  ])
})

test('The addresses of desk and kiosk come through, each on its line, and the desk is opened once', async () => {
  const child = serveStandIn(RUNS)
  const { lines } = await watch(child, (line) => line.startsWith('kiosk') && child.kill('SIGTERM'))
  expect(lines).toContain('desk: http://127.0.0.1:1/open?key=k')
  expect(lines).toContain('kiosk: http://127.0.0.1:2/kiosk/')
  expect(lines.filter((line) => line.startsWith('opened'))).toEqual(['opened http://127.0.0.1:1/open?key=k'])
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s lets the server close its database and ends with 0',
  async (signal) => {
    const child = serveStandIn(RUNS)
    const { lines, code } = await watch(child, (line) => line.startsWith('kiosk') && child.kill(signal))
    expect(lines).toContain('closed its database')
    expect(code).toBe(0)
  },
)

test('A board that already runs on the data folder is opened, and that is no failure', async () => {
  const { lines, code } = await watch(
    serveStandIn("console.log('running: http://127.0.0.1:9/open?key=other'); process.exitCode = 3"),
  )
  expect(lines).toContain('opened http://127.0.0.1:9/open?key=other')
  expect(code).toBe(0)
})

test('A server that fails is a failure', async () => {
  expect((await watch(serveStandIn('process.exitCode = 1'))).code).toBe(1)
})
