import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wrongFuses } from '../../build/fuses.mjs'
import { SAMPLE_OFFICE } from '../../server/sample/sample-office.ts'
import { makeElectronStandIn } from './electron-stand-in.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const runFile = promisify(execFile)

let work: string
let app: string
let archive: string

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'packaging-'))
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  makeElectronStandIn(join(work, 'electron'), version)
  await runFile(
    process.execPath,
    [
      'node_modules/electron-builder/cli.js',
      '--dir',
      '--linux',
      '--x64',
      '--config',
      'build/electron-builder.config.mjs',
      `--config.electronDist=${join(work, 'electron')}`,
      `--config.directories.output=${join(work, 'dist')}`,
    ],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  )
  app = join(work, 'dist/linux-unpacked')
  archive = join(app, 'resources/app.asar')
})

afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('The packed program', () => {
  test('has its fuses set, and they read back from the file', async () => {
    const program = join(app, 'disclosure-board')
    expect(await wrongFuses(program)).toEqual([])
    expect(await wrongFuses(join(work, 'electron/electron'))).not.toEqual([])
    expect((await getCurrentFuseWire(program)).version).toBe('1')
  })

  test('carries what runs, and nothing else', () => {
    const files = listPackage(archive, { isPack: false })
    for (const needed of [
      '/package.json',
      '/out/electron/main.js',
      '/out/electron/preload.cjs',
      '/out/electron/board-server.js',
      '/out/server/main.js',
      '/out/renderer/desk/index.html',
      '/out/renderer/kiosk/index.html',
      '/out/renderer/sheet/index.html',
      '/out/locales/zh-Hans/errors.json',
      '/node_modules/hono/package.json',
    ]) {
      expect(files).toContain(needed)
    }
    const ours = files.filter((file) => !file.startsWith('/node_modules'))
    expect(ours.filter((file) => /\.(ts|tsx|map|tsbuildinfo)$/.test(file))).toEqual([])
    expect(ours.filter((file) => /^\/(test|docs|build|dist|\.git)/.test(file))).toEqual([])
    for (const development of [
      'electron',
      'vite',
      'vitest',
      'typescript',
      'antd',
      'node',
      'electron-builder',
    ]) {
      expect(files).not.toContain(`/node_modules/${development}/package.json`)
    }
  })

  test('keeps native modules beside the archive, where the system can load them', () => {
    const unpacked = join(app, 'resources/app.asar.unpacked/node_modules')
    for (const module of ['better-sqlite3', '@node-rs/argon2-linux-x64-gnu', '@img/sharp-linux-x64']) {
      expect(existsSync(join(unpacked, module)), module).toBe(true)
    }
  })

  test('is no larger than an office’s line can carry', () => {
    const megabytes = statSync(archive).size / 1024 / 1024
    expect(megabytes).toBeLessThan(120)
  })
})

describe('The board server from the packed files, under plain Node', () => {
  let server: ChildProcess
  let addresses: Record<string, string>

  beforeAll(async () => {
    // Plain Node cannot read an archive; the files in it and beside it are what it would read.
    extractAll(archive, join(work, 'extracted'))
    const words = ['--data', join(work, 'data'), '--desk-port', '0', '--public-port', '0']
    server = spawn(process.execPath, [join(work, 'extracted/out/server/main.js'), ...words], {
      cwd: work,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    addresses = await announced(server)
  })

  afterAll(async () => {
    const ended = new Promise((done) => server.once('close', done))
    server.kill('SIGTERM')
    await ended
  })

  /** Cookie and origin of a browser that was opened with the key of this launch. */
  async function atDesk() {
    const opened = await fetch(addresses['desk'] ?? '', { redirect: 'manual' })
    const cookie = opened.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    return { cookie, origin: new URL(addresses['desk'] ?? '').origin }
  }

  test('answers at the desk and shows its screen', async () => {
    const { cookie, origin } = await atDesk()
    const status = await fetch(`${origin}/api/desk/status`, { headers: { cookie } })
    expect(await status.json()).toMatchObject({ setUp: false })
    const page = await fetch(`${origin}/desk/`, { headers: { cookie } })
    expect(await page.text()).toContain('<script type="module"')
  })

  test('shows the public nothing before the office is set up', async () => {
    const origin = new URL(addresses['kiosk'] ?? '').origin
    const home = await fetch(`${origin}/api/public/home`)
    expect(home.status).toBe(503)
    expect(await home.json()).toMatchObject({ code: 'office.not-set-up' })
  })

  test('sets the office up: password hashing, database and files all work from the package', async () => {
    const { cookie, origin } = await atDesk()
    const answer = await fetch(`${origin}/api/desk/setup`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify({
        office: SAMPLE_OFFICE,
        administrator: { name: '周敏', password: 'kuayu-2026-yunxi', roles: ['ADMINISTRATOR', 'HANDLER'] },
      }),
    })
    expect(await answer.json()).toMatchObject({ setUp: true })
    const home = await fetch(`${new URL(addresses['kiosk'] ?? '').origin}/api/public/home`)
    expect(await home.json()).toMatchObject({ office: { name: SAMPLE_OFFICE.name } })
  })
})

/** The addresses a server says when it listens. */
function announced(server: ChildProcess): Promise<Record<string, string>> {
  return new Promise((done, fail) => {
    let text = ''
    server.once('close', (code) => fail(new Error(`the server ended with ${code}: ${text}`)))
    server.stdout?.on('data', (part: Buffer) => {
      text += part.toString()
      const found = Object.fromEntries(
        [...text.matchAll(/^(\w+): (\S+)$/gm)].map(([, key, value]) => [key, value]),
      )
      if (found['desk'] && found['kiosk']) done(found as Record<string, string>)
    })
  })
}
