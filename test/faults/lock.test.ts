import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import Sqlite from 'better-sqlite3'
import { holdFile } from '../../platform/exclusive-file.ts'
import { startBoardServer } from '../../server/start.ts'
import { startSecondServer, startServerChild, type ServerChild } from '../support/kill-server.ts'

let dataFolder: string
const started: ServerChild[] = []

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'board-lock-'))
})

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.kill('SIGKILL')))
  rmSync(dataFolder, { recursive: true, force: true })
})

async function start(): Promise<ServerChild> {
  const server = await startServerChild(dataFolder)
  started.push(server)
  return server
}

const files = () => readdirSync(dataFolder).sort()

describe('one data folder, one server', () => {
  it('a second start names the address of the running one and changes nothing', async () => {
    const first = await start()
    const second = startSecondServer(dataFolder)
    const [line] = await second.seen(/^running: /)
    expect(line).toBe(`running: ${first.deskUrl}`)
    expect(await second.ended).toEqual({ code: 3, signal: null })
    expect((await (await first.desk()).raw('GET', '/api/desk/status')).status).toBe(200)
  })

  it('two starts at the same moment make one server', async () => {
    const both = [startSecondServer(dataFolder), startSecondServer(dataFolder)]
    const seen = await Promise.all(both.map((child) => child.seen(/^(desk|running): /)))
    const said = seen.map(([line = '']) => line.split(' '))
    expect(said.map(([word]) => word).sort()).toEqual(['desk:', 'running:'])
    expect(said[0]?.[1]).toBe(said[1]?.[1])
    await Promise.all(both.map((child) => child.kill('SIGTERM')))
  })

  it('the folder of a killed server is taken over at once', async () => {
    const first = await start()
    await first.kill('SIGKILL')
    expect(files()).toContain('server.json')
    const second = await start()
    expect(second.deskUrl).not.toBe(first.deskUrl)
    expect((await (await second.desk()).raw('GET', '/api/desk/status')).status).toBe(200)
  })

  // A number written into a file is not a lock: after a power cut the same number belongs to some other program.
  it('an address left behind under the number of a living program does not keep the folder shut', async () => {
    writeFileSync(
      join(dataFolder, 'server.json'),
      JSON.stringify({ pid: process.pid, deskUrl: 'http://127.0.0.1:1/', kioskUrl: '' }),
    )
    expect((await start()).deskUrl).not.toContain(':1/')
  })

  it('a second server in the same process is refused like any other', async () => {
    const options = { dataFolder, deskPort: 0, publicPort: 0, rendererFolder: join(dataFolder, 'none') }
    const first = await startBoardServer(options)
    if (!first.ok) throw new Error(first.code)
    const second = await startBoardServer(options)
    expect(second).toEqual({
      ok: false,
      code: 'office.data-folder-in-use',
      params: { deskUrl: first.value.deskUrl },
    })
    await first.value.close()
    const third = await startBoardServer(options)
    expect(third.ok).toBe(true)
    if (third.ok) await third.value.close()
  })

  it('a database that is refused does not leave the folder locked', async () => {
    const database = new Sqlite(join(dataFolder, 'board.sqlite3'))
    database.pragma('user_version = 9999')
    database.close()
    const child = startSecondServer(dataFolder)
    expect(await child.ended).toEqual({ code: 1, signal: null })
    expect(child.errors()).toContain('office.database-newer')
    const held = holdFile(join(dataFolder, 'server.lock'))
    expect(held).not.toBeNull()
    held?.letGo()
  })

  it('a newer program does not touch the database while an older one serves it', async () => {
    await start()
    const before = statSync(join(dataFolder, 'board.sqlite3')).mtimeMs
    const second = startSecondServer(dataFolder)
    expect((await second.ended).code).toBe(3)
    expect(statSync(join(dataFolder, 'board.sqlite3')).mtimeMs).toBe(before)
  })

  it('nobody else on the computer can read what is in the folder', async () => {
    if (process.platform === 'win32') return
    await start()
    for (const name of files()) expect(statSync(join(dataFolder, name)).mode & 0o077, name).toBe(0)
  })
})

describe('a server that is asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'by %s ends cleanly: nothing open, nothing announced',
    async (signal) => {
      const server = await start()
      expect(files()).toContain('board.sqlite3-wal')
      expect(await server.kill(signal)).toEqual({ code: 0, signal: null })
      expect(files()).toEqual(['board.sqlite3', 'server.lock'])
      expect(server.errors()).toBe('')
    },
  )

  it('twice, by the terminal and by the program that started it, ends as cleanly', async () => {
    const server = await start()
    process.kill(server.pid, 'SIGINT')
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(files()).toEqual(['board.sqlite3', 'server.lock'])
    expect(server.errors()).toBe('')
  })
})
