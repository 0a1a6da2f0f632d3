import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCounty } from '../../county/cli/program.ts'
import { oneJson } from '../support/one-json.ts'
import { officeSender, type OfficeSender } from './support/office-sender.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

let postgres: TestPostgres
let folder: string
let url: string
let office: OfficeSender
let packageFile: string

beforeAll(async () => {
  postgres = await startPostgres()
  url = await postgres.freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'county-commands-'))
  mkdirSync(join(folder, 'stick'))
  office = officeSender(join(folder, 'office'))
  writeFileSync(join(folder, 'card.json'), office.card())
  const sent = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
  packageFile = sent.file
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await postgres.stop()
})

async function run(words: readonly string[]) {
  let out = ''
  let err = ''
  const code = await runCounty(words, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { DATABASE_URL: url },
  })
  return { code, out, err }
}

const at = (name: string) => join(folder, name)

/** In the order of a county's first day: each finds what those before it have left. */
const COMMANDS: readonly (readonly [string, () => readonly string[], object])[] = [
  ['init', () => ['--name', '示例县政务公开办公室', '--code', '990000'], { keyWords: expect.any(Array) }],
  ['enrol', () => [at('card.json'), '--out', at('stick')], { card: expect.any(String) }],
  ['ingest', () => [packageFile, '--receipts', at('stick')], { packages: [{ sequence: 1 }] }],
  ['receipt', () => ['--office', office.uscc, '--out', at('stick')], { receipts: [{ number: 1 }] }],
  ['send-down', () => ['--all', '--instruction', '请自查'], { packages: [{ sequence: 1 }], leftOut: [] }],
  ['report', () => [], { offices: [{ sequence: 1, rejected: 0 }] }],
  ['give-up-waiting', () => ['--office', office.uscc], { sequences: [] }],
  ['revoke', () => ['--office', office.uscc, '--reason', '停用'], { keys: [expect.any(String)] }],
  ['new-instance', () => [], { instanceId: expect.any(String) }],
]

describe('every command of the county', () => {
  it.each(COMMANDS)('%s answers a program with one JSON object', async (name, words, answer) => {
    const ran = await run([name, ...words(), '--data', at('data'), '--json'])
    expect([ran.err, ran.code, oneJson(ran.out)]).toEqual(['', 0, expect.objectContaining({ ok: true })])
    expect(oneJson(ran.out)).toMatchObject(answer)
  })

  const all: typeof COMMANDS = [
    ...COMMANDS,
    ['serve', () => [], {}],
    ['allow', () => ['--office', office.uscc, '--hash', '0'.repeat(64)], {}],
  ]

  it.each(all)('%s shows in both languages how it is used, and that is no failure', async (name) => {
    for (const language of ['zh-Hans', 'en']) {
      const ran = await run([name, '--help', '--lang', language])
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain(`Usage: county ${name}`)
      expect(ran.out).not.toContain('cli:')
    }
  })

  it.each(all)('%s refuses an option that is not there: 2, in words and as JSON', async (name, words) => {
    const ran = await run([name, ...words(), '--data', at('data'), '--bogus', '--json'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('命令写法不对')
    expect(ran.err).toContain('--bogus')
    expect(oneJson(ran.out)).toEqual({ ok: false, code: 'request.invalid', params: { field: '--bogus' } })
  })

  it('serve calls a port that is none wrong usage, and starts nothing', async () => {
    const ran = await run(['serve', '--data', at('nothing'), '--pages-port', 'eighty', '--json'])
    expect([ran.code, oneJson(ran.out)]).toMatchObject([2, { ok: false, code: 'request.invalid' }])
  })

  it('serve says in words and as JSON why it does not start', async () => {
    const words = ['serve', '--data', at('nobody'), '--pages-port', '0', '--lan', '--json']
    const fresh = await postgres.freshDatabase()
    let out = ''
    let err = ''
    const code = await runCounty(words, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      env: { DATABASE_URL: fresh },
    })
    expect([code, oneJson(out)]).toMatchObject([1, { ok: false, code: 'county.no-administrator' }])
    expect(err).toContain('--lan')
  })
})

it('County serve tells a program its addresses in one JSON object, and ends with 0 when it is told to stop', async () => {
  const program = fileURLToPath(new URL('../../county/cli/county.ts', import.meta.url))
  const words = [program, 'serve', '--data', at('served'), '--pages-port', '0', '--json']
  const env = { ...process.env, DATABASE_URL: await postgres.freshDatabase() }
  const county = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(county, 'exit')
  try {
    for await (const line of createInterface({ input: county.stdout })) {
      expect(oneJson(`${line}\n`)).toEqual({
        ok: true,
        pagesUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/open\?key=/u),
        exchangeUrl: null,
        dataFolder: at('served'),
      })
      break
    }
  } finally {
    county.kill('SIGTERM')
  }
  expect((await ended)[0]).toBe(0)
})
