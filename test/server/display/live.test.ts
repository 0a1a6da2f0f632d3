import { request, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openDatabase } from '../../../db/open.ts'
import { storeOver } from '../../../db/store.ts'
import { databaseFile } from '../../../server/create-deps.ts'
import { record } from '../../../server/audit/record.ts'
import type { LiveEvent } from '../../../server/signage/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../../support/real-board.ts'
import { setUpOffice, type Staff } from '../../support/test-board.ts'

let board: RealBoard
let staff: Staff
let catalogueItemId: string

beforeAll(async () => {
  board = await startRealBoard({ rendererFolder: '/nonexistent', idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.openDesk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})

afterAll(() => board.stop())

/** A screen that listens; `next` gives each event once, in order. */
async function listen(lastId?: string) {
  const asked = request(`${board.publicOrigin}/api/public/live`, {
    headers: lastId === undefined ? {} : { 'last-event-id': lastId },
    // A browser that opens a new line cannot set the header: it asks with the mark.
  })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject).end()
  })
  const events: { id: string; event: LiveEvent }[] = []
  let text = ''
  let ended = false
  answer.on('data', (piece: Buffer) => {
    text += piece.toString('utf8')
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end)
      text = text.slice(end + 2)
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data !== undefined) {
        events.push({ id: /^id: (.*)$/m.exec(block)?.[1] ?? '', event: JSON.parse(data) as LiveEvent })
      }
    }
  })
  answer.on('close', () => (ended = true))
  answer.on('error', () => (ended = true))
  return {
    status: answer.statusCode,
    next: () =>
      vi.waitFor(
        () => {
          const [first] = events
          if (first === undefined) throw new Error('nothing was said')
          events.shift()
          return first
        },
        { timeout: 20_000, interval: 20 },
      ),
    ended: () => vi.waitFor(() => expect(ended).toBe(true), { timeout: 20_000 }),
    leave: () => answer.destroy(),
  }
}

async function publish(title: string) {
  const { id, revision } = await writeDraft(staff.handler, {
    ...{ title, body: paragraphs('河西村停电。'), catalogueItemId },
  })
  return publishDraft(staff, id, revision)
}

it('a screen is told at once where it stands, and again when something is published', async () => {
  const screen = await listen()
  const first = await screen.next()
  expect(first.event).toMatchObject({ clockState: 'TRUSTED', withdrawn: [] })
  await publish('停电检修')
  const second = await screen.next()
  expect(second.event.version).not.toBe(first.event.version)
  screen.leave()
})

it('what another process writes is seen', async () => {
  const screen = await listen()
  const before = await screen.next()
  const opened = openDatabase(databaseFile(board.dataFolder))
  if (!opened.ok) throw new Error(opened.code)
  const store = storeOver(opened.value)
  store.tx((write) =>
    record({ clock: board.clock, store }, write, { id: 'cli', name: '命令行' }, 'unit.update', {
      ...{ kind: 'unit', id: 'township' },
    }),
  )
  store.close()
  expect((await screen.next()).event.version).not.toBe(before.event.version)
  screen.leave()
})

it('somebody signing in changes nothing that the public sees', async () => {
  const before = board.deps.live.version()
  const session = await staff.reviewer.get<{ account?: { id: string } }>('/api/desk/status')
  expect(session.status).toBe(200)
  await staff.reviewer.json('DELETE', '/api/desk/session')
  expect(board.deps.live.version()).toBe(before)
  staff = { ...staff, reviewer: staff.reviewer }
})

it('what was taken down is named, also to a screen that was cut off meanwhile', async () => {
  // Another reviewer: the one of before has gone home.
  const handler = staff.handler
  const rows = await board.visitor.get<{ items: { indexNumber: string }[] }>('/api/public/notices')
  const [{ indexNumber } = { indexNumber: '' }] = rows.body.items
  const screen = await listen()
  const before = await screen.next()
  screen.leave()
  const notices = await handler.get<{ items?: { id: string }[]; notices?: { id: string }[] }>(
    '/api/desk/notices',
  )
  const [notice] = notices.body.items ?? notices.body.notices ?? []
  const down = await handler.post(`/api/desk/notices/${notice?.id ?? ''}/withdraw`, {
    ...{ reason: 'PUBLISHED_IN_ERROR', note: '重复发布', hideTitle: true },
  })
  expect(down.status).toBe(200)
  const again = await listen(before.id)
  expect((await again.next()).event.withdrawn).toEqual([indexNumber])
  again.leave()
  const fresh = await listen()
  expect((await fresh.next()).event.withdrawn).toEqual([])
  fresh.leave()
})

it('a screen that asks with a made-up mark is told where things stand and no more', async () => {
  const screen = await listen('x@99999999999999999999')
  expect((await screen.next()).event.withdrawn).toEqual([])
  screen.leave()
})

it('HEAD holds no place, and beyond sixty-four listeners the next is told to ask again', async () => {
  for (let time = 0; time < 70; time++) await board.visitor.raw('HEAD', '/api/public/live')
  const all = await Promise.all(Array.from({ length: 64 }, () => listen()))
  expect(all.map(({ status }) => status)).not.toContain(503)
  const late = await listen()
  expect(late.status).toBe(503)
  for (const one of all) one.leave()
  // Places that were left are free again.
  await vi.waitFor(
    async () => {
      const next = await listen()
      next.leave()
      expect(next.status).toBe(200)
    },
    { timeout: 20_000 },
  )
})

it('when the board closes, whoever listens is told by the end of the stream; the version is the same after a restart', async () => {
  const screen = await listen()
  const { event } = await screen.next()
  const { dataFolder } = board
  await board.close()
  await screen.ended()
  board = await startRealBoard({ rendererFolder: '/nonexistent', dataFolder })
  expect(board.deps.live.version()).toBe(event.version)
})
