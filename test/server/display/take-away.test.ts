import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashWords } from '../../../domain/sheet/sheet-code.ts'
import { addressReach, takeAway } from '../../../server/display/code/take-away.ts'
import type { TakeAway } from '../../../server/display/code/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let published: NoticeDetail

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const { id, revision } = await writeDraft(staff.handler, {
    title: '停电检修通知',
    body: paragraphs('11月25日河西村停电。'),
    catalogueItemId: (await importVillageCatalogue(staff.handler)).id,
  })
  published = await publishDraft(staff, id, revision)
})
afterEach(() => board.close())

const hash = () => published.editions[0]?.hash ?? ''
const ask = () => board.visitor().get<TakeAway>(`/api/public/editions/${hash()}/take-away`)

test('without any address the code holds the text to verify by, and the four words are told', async () => {
  const { body } = await ask()
  expect(body).toMatchObject({ reach: 'NOWHERE', address: '', words: hashWords(hash()) })
  expect(body.code).toMatch(/^BOARD:2:/u)
})

test('under the address the office has set the code opens this very edition', async () => {
  const address = 'https://gongkai.example.cn'
  const set = await staff.administrator.json('PUT', '/api/desk/code-address', { address })
  expect(set.status).toBe(200)
  const { body } = await ask()
  expect(body).toMatchObject({ reach: 'OUTWARD', address })
  const link = new URL(body.code)
  expect([link.origin, link.pathname, link.searchParams.get('h')]).toEqual([
    address,
    '/c',
    hash().slice(0, 16),
  ])
})

test('without one the address of this computer in its network serves, and says that it reaches no further', () => {
  const given = takeAway(board.deps.store.read, hash(), 'http://192.168.1.5:8632', board.clock.now())
  expect(given.ok && [given.value.reach, new URL(given.value.code).origin]).toEqual([
    'NETWORK',
    'http://192.168.1.5:8632',
  ])
})

test('of what was taken down there is nothing to take along', async () => {
  const gone = await staff.handler.post(`/api/desk/notices/${published.id}/withdraw`, {
    reason: 'ORDERED_DOWN',
    note: '有误。',
    order: { authority: '示例县民政局', number: '示民函〔2026〕12号' },
    hideTitle: false,
  })
  expect(gone.status, JSON.stringify(gone.body)).toBe(200)
  expect((await ask()).status).toBe(404)
})

test.each([
  ['', 'NOWHERE'],
  ['http://192.168.1.5:8632', 'NETWORK'],
  ['http://10.0.0.8', 'NETWORK'],
  ['http://172.20.1.1', 'NETWORK'],
  ['http://gongkai-pc', 'NETWORK'],
  ['http://gongkai.local', 'NETWORK'],
  ['http://172.32.1.1', 'OUTWARD'],
  ['https://gongkai.example.gov.cn', 'OUTWARD'],
] as const)('the address “%s” reaches %s', (address, reach) => {
  expect(addressReach(address)).toBe(reach)
})
