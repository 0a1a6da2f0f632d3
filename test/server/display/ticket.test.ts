import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SheetPage } from '../../../server/display/sheet-page.ts'
import { noticePage } from '../../support/notice-page.ts'
import { openTestBoard, setUpOffice, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
const folder = mkdtempSync(join(tmpdir(), 'ticket-'))
const picture = join(folder, 'picture')
const page = noticePage({ title: '停电检修通知', body: { type: 'doc', content: [] } })

beforeAll(async () => {
  board = openTestBoard()
  await setUpOffice(board.desk)
  writeFileSync(picture, 'picture')
})
afterAll(() => {
  board.close()
  rmSync(folder, { recursive: true })
})

function issue(): string {
  const file = (sha256: string) =>
    Promise.resolve(sha256 === 'ab' ? { path: picture, mediaType: 'image/png' } : null)
  return `/api/public/sheet-tickets/${board.deps.tickets.issue({ page, file })}`
}

test('the printing browser reads the sheet that was laid ready, with its pictures and no others', async () => {
  const path = issue()
  const visitor = board.visitor()
  const sheet = await visitor.get<SheetPage>(path)
  expect([sheet.status, sheet.body]).toEqual([200, page])
  expect(sheet.headers.get('cache-control')).toBe('no-store')
  const file = await visitor.raw('GET', `${path}/files/ab`)
  expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([
    200,
    'image/png',
    'picture',
  ])
  expect((await visitor.get(`${path}/files/cd`)).status).toBe(404)
})

test('a secret that was never issued, and one whose printing is over, lead nowhere', async () => {
  const path = issue()
  board.deps.tickets.end(path.split('/').at(-1) ?? '')
  for (const address of [path, `${path}/files/ab`, '/api/public/sheet-tickets/0']) {
    const answer = await board.visitor().get(address)
    expect([answer.status, answer.body], address).toMatchObject([404, { code: 'request.not-found' }])
  }
})
