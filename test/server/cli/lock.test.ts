import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadMigrations, migrate } from '../../../db/migrate.ts'
import { lockDataFolder } from '../../../platform/data-folder-lock.ts'
import { initOffice, openShell, type Shell } from './run-board.ts'

let shell: Shell
beforeEach(() => {
  shell = openShell()
})
afterEach(() => shell.remove())

const NEWEST = loadMigrations().length

function stepOf(): unknown {
  const database = new Sqlite(join(shell.data, 'board.sqlite3'))
  const step: unknown = database.pragma('user_version', { simple: true })
  database.close()
  return step
}

it('a database of an older program is not changed under the server that runs on it', async () => {
  mkdirSync(shell.data)
  const database = new Sqlite(join(shell.data, 'board.sqlite3'))
  migrate(database, loadMigrations(), NEWEST - 1)
  database.close()
  const lock = lockDataFolder(shell.data)
  if (!lock.ours) return expect.fail('nobody else is here')
  lock.announce({ deskUrl: 'http://127.0.0.1:8631/open', kioskUrl: 'http://127.0.0.1:8632/' })
  expect(await shell.json(['notice', 'list'])).toMatchObject({
    code: 'office.data-folder-in-use',
    params: { deskUrl: 'http://127.0.0.1:8631/open' },
  })
  expect(stepOf()).toBe(NEWEST - 1)
  lock.release()
  expect((await shell.board(['notice', 'list'])).code).toBe(0)
  expect(stepOf()).toBe(NEWEST)
})

it('a database that is up to date answers while the server runs', async () => {
  await initOffice(shell)
  const lock = lockDataFolder(shell.data)
  expect((await shell.board(['notice', 'list'])).code).toBe(0)
  if (lock.ours) lock.release()
})
