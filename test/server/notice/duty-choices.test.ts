import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { Duty } from '../../../domain/duty/duty.ts'
import type { DutyChoices } from '../../../server/notice/placement-views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { beginNotice, place, plantDuty } from '../../support/placement-flow.ts'
import { importVillageCatalogue, publishDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let item: CatalogueItem

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  item = await importVillageCatalogue(staff.handler)
})

afterEach(() => board.close())

const addDuty = (id: string, change: Partial<Duty> = {}) => plantDuty(board, item.id, id, change)

const begin = (title = '关于10月财务公开的通知') =>
  beginNotice(staff.handler, { catalogueItemId: item.id }, { title })

const choices = async (id: string, query = '') =>
  (await staff.handler.get<DutyChoices>(`/api/desk/notices/${id}/duty-choices${query}`)).body

it('the open duties of item and unit may be chosen, each with its arithmetic', async () => {
  addDuty('october')
  addDuty('elsewhere', { itemId: null })
  const detail = await begin()
  const offered = await choices(detail.id)
  expect(offered.choices.map(({ id }) => id)).toContain('october')
  expect(offered.choices.map(({ id }) => id)).not.toContain('elsewhere')
  const october = offered.choices.find(({ id }) => id === 'october')
  expect(october).toMatchObject({ due: '2026-11-16', late: true, answer: { target: '2026-11-13' } })
  expect(october?.answer.steps.length).toBeGreaterThan(0)
})

it('a notice begun for a duty takes its item and unit, and the duty shows in what it belongs to', async () => {
  addDuty('october')
  const detail = await beginNotice(staff.handler, { dutyId: 'october' })
  expect(detail.draft.content.catalogueItemId).toBe(item.id)
  expect(detail.placement.duty).toMatchObject({ id: 'october', due: '2026-11-16' })
})

it('a chosen duty that is done meanwhile is named as done, and the placement may still be saved', async () => {
  addDuty('october')
  addDuty('november', { due: '2026-12-15' })
  const detail = await beginNotice(staff.handler, { dutyId: 'october' }, { title: '10月财务公开' })
  expect((await choices(detail.id)).chosenClosed).toBeNull()
  const nil = await staff.handler.post('/api/desk/duties/october/nil', { reason: '本月无收支' })
  expect(nil.status).toBe(200)
  expect((await choices(detail.id)).chosenClosed).toMatchObject({ id: 'october' })
  const policy = { interpretation: 'WAIVED', reason: '内容简单' } as const
  const placed = await place(staff.handler, detail, { policy })
  expect(placed.status).toBe(200)
  await publishDraft(staff, detail.id, placed.body.revision)
  expect(board.deps.store.read.duty.byId('november')?.closing).toBeNull()
})

it('a duty of another item, a closed one, and one beside “none” are refused', async () => {
  addDuty('elsewhere', { itemId: null })
  addDuty('october')
  const detail = await begin()
  const code = async (change: Parameters<typeof place>[2]) =>
    (await place(staff.handler, detail, change)).body.code
  expect(await code({ dutyId: 'elsewhere' })).toBe('duty.not-of-item')
  expect(await code({ dutyId: 'nothing' })).toBe('duty.not-found')
  expect(await code({ dutyId: 'october', noDuty: true })).toBe('duty.not-of-item')
  const begun = await staff.handler.post<{ code: string }>('/api/desk/notices', { dutyId: 'nothing' })
  expect([begun.status, begun.body.code]).toEqual([404, 'duty.not-found'])
})

it('an item due after an event is reckoned from 成文日期, with the days that were passed over', async () => {
  const { store } = board.deps
  const version = store.read.catalogue.byId(item.catalogueId)?.version.id ?? ''
  store.tx((write) =>
    write.catalogue.updateRow(version, item.id, {
      deadlineText: '信息形成之日起20个工作日内',
      deadlineRule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed' },
    }),
  )
  const detail = await begin()
  expect((await choices(detail.id)).reckoned).toBeNull()
  const { reckoned } = await choices(detail.id, '?documentDate=2026-09-30')
  expect(reckoned).toMatchObject({
    ground: { deadlineText: '信息形成之日起20个工作日内' },
    answer: { due: '2026-11-03', provisional: false },
    late: true,
  })
  expect(reckoned?.answer.steps.some(({ name }) => name === '国庆节')).toBe(true)
})

it('publishing closes the chosen duty and withdrawing opens it again', async () => {
  addDuty('october')
  addDuty('november', { event: 'november', due: '2026-12-15', term: { date: '2026-12-15' } })
  const detail = await begin()
  const placed = await place(staff.handler, detail, { dutyId: 'november' })
  const published = await publishDraft(staff, detail.id, placed.body.revision)
  expect(published.placement.closed.map(({ id }) => id)).toEqual(['november'])
  const withdrawn = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${detail.id}/withdraw`, {
    reason: 'PUBLISHED_IN_ERROR',
    note: '附表有误',
    hideTitle: false,
  })
  expect(withdrawn.body.placement.closed).toEqual([])
})

it('a notice that works off none closes none', async () => {
  addDuty('october')
  const detail = await begin('关于停电检修的通知')
  const placed = await place(staff.handler, detail, { noDuty: true })
  const published = await publishDraft(staff, detail.id, placed.body.revision)
  expect(published.placement.closed).toEqual([])
})
