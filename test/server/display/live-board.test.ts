import { afterEach, beforeEach, expect, it } from 'vitest'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})

afterEach(() => flow.board.close())

const WHY = { reason: 'PUBLISHED_IN_ERROR' }
const board = () => flow.board.deps.live

it('a notice that is taken down is named by its number once', async () => {
  const notice = await flow.publish()
  const { mark } = board().event(null)
  expect((await flow.withdraw(notice.id, WHY)).status).toBe(200)
  const told = board().event(mark)
  expect(told.withdrawn).toEqual([notice.indexNumber])
  expect(board().event(told.mark).withdrawn).toEqual([])
})

it('a notice for a limited circle is not told to everybody by taking it down', async () => {
  const notice = await flow.publish()
  const { mark } = board().event(null)
  flow.board.deps.store.database.exec("UPDATE catalogue_row SET disclosure_scope = 'LIMITED_CIRCLE'")
  expect((await flow.withdraw(notice.id, WHY)).status).toBe(200)
  expect(board().event(mark).withdrawn).toEqual([])
})

it('a notice whose time runs out is named at that minute, although nobody has written anything', async () => {
  const notice = await flow.publish({ expiresAt: '2026-11-23T03:00:00.000Z' })
  const { mark, version } = board().event(null)
  flow.board.clock.set('2026-11-23T02:59:59.000Z')
  expect(board().version()).toBe(version)
  flow.board.clock.set('2026-11-23T03:00:00.000Z')
  expect(board().version()).not.toBe(version)
  expect(board().event(mark).withdrawn).toEqual([notice.indexNumber])
})

it('a clock that was set back is told at once, and nothing is named for it', async () => {
  await flow.publish()
  const { mark, version } = board().event(null)
  flow.board.clock.set('2020-01-01T00:00:00.000Z')
  const told = board().event(mark)
  expect(told).toMatchObject({ clockState: 'BEHIND', withdrawn: [] })
  expect(told.version).not.toBe(version)
})

it('another day is another version: what counts days has to be asked anew', async () => {
  await flow.publish()
  const before = board().version()
  flow.board.clock.set('2026-11-23T15:59:59.000Z')
  expect(board().version()).toBe(before)
  flow.board.clock.set('2026-11-23T16:00:00.000Z')
  expect(board().version()).not.toBe(before)
})
