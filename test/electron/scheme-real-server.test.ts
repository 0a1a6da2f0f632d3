import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDeskProxy, type DeskProxy } from '../../electron/scheme.ts'
import { SAMPLE_OFFICE } from '../../server/sample/sample-office.ts'
import { startBoardServer, type RunningBoard } from '../../server/start.ts'

let folder: string
let board: RunningBoard
let proxy: DeskProxy

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scheme-'))
  const started = await startBoardServer({ dataFolder: folder, deskPort: 0, publicPort: 0 })
  if (!started.ok) throw new Error(started.code)
  board = started.value
  proxy = createDeskProxy(fetch)
  await proxy.connect(board.deskUrl)
})

afterAll(async () => {
  await board.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A write as a page under `app://board` sends it: with its own origin, and without any cookie. */
function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: 'app://board' }
  return proxy.answer(
    new Request(`app://board${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  )
}

test('A page under app://board sets the office up, stays signed in, and locks, on the real desk mount', async () => {
  const person = { name: '陈静', password: 'kuayu-2026-yunxi', roles: ['ADMINISTRATOR', 'HANDLER'] }
  const setUp = await post('/api/desk/setup', { office: SAMPLE_OFFICE, administrator: person })
  expect(setUp.headers.get('set-cookie')).toBeNull()
  expect(await setUp.json()).toMatchObject({ setUp: true })

  const people = await proxy.answer(new Request('app://board/api/desk/accounts'))
  expect(await people.json()).toMatchObject([{ name: '陈静' }])

  expect((await post('/api/desk/session/lock', {})).ok).toBe(true)
  expect((await proxy.answer(new Request('app://board/api/desk/accounts'))).ok).toBe(false)
})

test('A large upload goes through in a stream, and comes back refused by the server and not by the way', async () => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(3 * 1024 * 1024)]), '目录.xlsx')
  await post('/api/desk/session/unlock', { password: 'kuayu-2026-yunxi' })
  const request = new Request('app://board/api/desk/catalogues', { method: 'POST', body: form })
  request.headers.set('origin', 'app://board')
  const answer = await proxy.answer(request)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await answer.json()).toMatchObject({ code: expect.stringMatching(/^catalogue\./) })
})
