import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, refuse } from '../../../../domain/refusal.ts'
import { installedBrowser } from '../../../../server/display/installed-browser.ts'
import { printingIdle } from '../../../../server/display/print/print-queue.ts'
import type { PrintHistory, PrintJobView } from '../../../../server/display/print/views.ts'
import { openTickets } from '../../../../server/display/sheet-ticket.ts'
import { type EditionFlow, openEditionFlow } from '../../../support/edition-flow.ts'
import { makeJob, openPrintRoom, type PrintRoom, send, tell } from '../../../support/print-flow.ts'

let flow: EditionFlow
let room: PrintRoom
let noticeId: string
let hash: string

const JOBS = '/api/desk/print/jobs'
const REFUSED = refuse('print.printer-refused', { printer: 'HP-2055' })
const sheetOf = (edition: string) =>
  ({ kind: 'EDITION', hash: edition, layout: { kind: 'CHINESE' } }) as const

beforeEach(async () => {
  flow = await openEditionFlow()
  room = openPrintRoom(flow.board)
  const published = await flow.publish()
  noticeId = published.id
  hash = published.submission?.hash ?? ''
})
afterEach(async () => {
  await flow.board.deps.work.close()
  flow.board.close()
})

const handler = () => flow.staff.handler
const make = () => makeJob(flow.board, handler(), sheetOf(hash))
const jobNow = async (id: string) => (await handler().get<PrintJobView>(`${JOBS}/${id}`)).body
const cancel = (id: string) => handler().json<PrintJobView>('POST', `${JOBS}/${id}/cancel`, {})
const makeMany = (hashes: readonly string[]) =>
  handler().json<PrintJobView[] & { code: string }>('POST', `${JOBS}/many`, {
    subjects: hashes.map((one) => ({ subject: sheetOf(one), templateId: null })),
    order: 'AS_GIVEN',
  })

describe('the queue goes on', () => {
  it('past a sheet whose browser hangs, once somebody gives it up', async () => {
    let first = true
    const begun = Promise.withResolvers<void>()
    room.hold = () => {
      if (!first) return Promise.resolve()
      first = false
      begun.resolve()
      return new Promise<void>(() => undefined)
    }
    const { body } = await makeMany([hash, hash])
    await begun.promise
    await cancel(body[0]?.id ?? '')
    await printingIdle(flow.board.deps)
    const states = await Promise.all(body.map(async ({ id }) => (await jobNow(id)).state))
    expect(states).toEqual(['CANCELLED', 'READY'])
  })

  it('past a sheet the disk has no room for, which has failed', async () => {
    const { put } = flow.board.deps.spool
    let full = true
    const once = (bytes: Uint8Array) => {
      if (!full) return put(bytes)
      full = false
      return Promise.reject(new Error('ENOSPC'))
    }
    Object.assign(flow.board.deps.spool, { put: once })
    const { body } = await makeMany([hash, hash])
    await printingIdle(flow.board.deps)
    const jobs = await Promise.all(body.map(({ id }) => jobNow(id)))
    expect(jobs).toMatchObject([{ state: 'FAILED', refusal: { code: 'print.failed' } }, { state: 'READY' }])
  })

  it('past an edition taken down since it was chosen, which has failed alone', async () => {
    const other = await flow.publish({ title: '第二件通知' })
    await flow.withdraw(other.id, { reason: 'PUBLISHED_IN_ERROR' })
    const { body } = await makeMany([hash, other.submission?.hash ?? '', hash])
    await printingIdle(flow.board.deps)
    const jobs = await Promise.all(body.map(({ id }) => jobNow(id)))
    expect(jobs.map(({ state }) => state)).toEqual(['READY', 'FAILED', 'READY'])
    expect(jobs[1]).toMatchObject({ title: '第二件通知', refusal: { code: 'print.edition-gone' } })
  })

  it('past a page that never answers: the browser is given a limit and another is started', async () => {
    const hangs =
      '<html data-ready="true"><script>boardTypeProbe = { next: () => { for (;;) {} } }</script></html>'
    const server = createServer((request, reply) => {
      reply
        .setHeader('content-type', 'text/html')
        .end(request.url === '/hangs' ? hangs : '<html data-ready="true">终</html>')
    }).listen(0)
    const browser = installedBrowser(process.env['BOARD_CHROMIUM'] ?? '/usr/bin/chromium', 5000)
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      await expect(browser.render(`${at}/hangs`)).rejects.toThrow('too long')
      expect((await browser.render(`${at}/stands`)).bytes.length).toBeGreaterThan(100)
    } finally {
      await browser.close()
      server.close()
    }
  })
})

describe('while the printers are asked', () => {
  async function duringAsking(act: (id: string) => Promise<unknown>) {
    const job = await make()
    const { list } = flow.board.deps.printers
    const asked = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const slow = async () => {
      Object.assign(flow.board.deps.printers, { list })
      asked.resolve()
      await go.promise
      return list()
    }
    Object.assign(flow.board.deps.printers, { list: slow })
    const sent = send(handler(), job.id)
    await asked.promise
    await act(job.id)
    go.resolve()
    return sent
  }

  it('a job may be given up: then it is not printed', async () => {
    const late = await duringAsking(cancel)
    expect([late.body.code, room.paper.length]).toEqual(['print.cancelled', 0])
  })

  it('another may send it: then there is one stack of paper and one refusal', async () => {
    const late = await duringAsking((id) => send(handler(), id))
    expect([late.status, late.body.code, room.paper.length]).toEqual([409, 'print.outcome-missing', 1])
  })
})

describe('what is said of paper', () => {
  it('paper that was taken counts as sent, though its file could not be cleared away', async () => {
    const job = await make()
    const print = async ({ file }: { readonly file: string }) => {
      await rm(file)
      await mkdir(file)
      await writeFile(`${file}/held`, '')
      return accept(true)
    }
    Object.assign(flow.board.deps.printers, { print })
    expect((await send(handler(), job.id)).body.state).toBe('SENT')
  })

  it('a handing over that broke leaves the job unsure, never refused', async () => {
    const job = await make()
    Object.assign(flow.board.deps.printers, { print: () => Promise.reject(new Error('spooler gone')) })
    expect((await send(handler(), job.id)).body.code).toBe('print.printer-silent')
    expect(await jobNow(job.id)).toMatchObject({ state: 'UNSURE', runs: [{ refused: false }] })
  })

  it('the log tells of the refusal, the outcome and the giving up, not only of the sending', async () => {
    const job = await make()
    const newest = () => flow.board.deps.store.read.audit.newest()
    room.answer = REFUSED
    await send(handler(), job.id)
    expect(newest()).toMatchObject({ action: 'print.refused', detail: { job: job.id, run: 1 } })
    room.answer = accept(true)
    await send(handler(), job.id)
    await tell(handler(), job.id, { run: 2, came: 'NOTHING' })
    expect(newest()).toMatchObject({ action: 'print.outcome', detail: { run: 2, came: 'NOTHING' } })
    await cancel(job.id)
    expect(newest()).toMatchObject({ action: 'print.cancel', subjectId: job.id })
  })

  it('paper that never came out is asked back from no board', async () => {
    const { deps } = flow.board
    const edition = deps.store.read.edition.byHash(hash)
    const unitId = deps.store.read.editionRecord.of(edition?.id ?? 0)?.unitId ?? ''
    const board = { name: '镇公开栏', place: '门口', regime: 'GOV' }
    await flow.staff.administrator.post(`/api/desk/units/${unitId}/boards`, board)
    const job = await make()
    room.answer = REFUSED
    await send(handler(), job.id)
    room.answer = accept(true)
    await send(handler(), job.id)
    await tell(handler(), job.id, { run: 2, came: 'NOTHING' })
    await flow.withdraw(noticeId, { reason: 'PUBLISHED_IN_ERROR' })
    expect(deps.store.read.recall.ofNotice(noticeId)).toEqual([])
  })

  it('the viewer asks for the copies itself: no number nobody heeds stands in the record', async () => {
    const job = await make()
    Object.assign(flow.board.deps.printers, { view: () => Promise.resolve(accept(true)) })
    const asked = { route: 'VIEWER', printer: '' }
    expect((await send(handler(), job.id, { ...asked, copies: 7 })).status).toBe(400)
    expect((await send(handler(), job.id, { ...asked, copies: 1 })).body.runs).toMatchObject([{ copies: 1 }])
  })
})

describe('however many sheets were looked at', () => {
  it('an unsure one is asked for, and the record names all that went to paper and nothing else', async () => {
    const told = await make()
    await send(handler(), told.id)
    await tell(handler(), told.id)
    const unsure = await make()
    await send(handler(), unsure.id)
    Object.assign(flow.board.deps, { tickets: openTickets() })
    const hanging = Promise.withResolvers<void>()
    room.hold = () => hanging.promise
    await makeMany(Array.from({ length: 200 }, () => hash))
    const open = (await handler().get<PrintJobView[]>(JOBS)).body
    expect(open.at(-1)).toMatchObject({ id: unsure.id, state: 'UNSURE' })
    expect(open).toHaveLength(201)
    const history = (query: string) => handler().get<PrintHistory>(`/api/desk/print/history${query}`)
    for (const query of ['', `?notice=${noticeId}`, `?words=${encodeURIComponent('停电')}`]) {
      expect((await history(query)).body.jobs.map(({ id }) => id)).toEqual([unsure.id, told.id])
    }
    expect((await history(`?before=${unsure.id}`)).body).toMatchObject({
      jobs: [{ id: told.id }],
      next: null,
    })
    expect((await history('?words=none')).body.jobs).toEqual([])
    for (const job of open) if (job.id !== unsure.id) await cancel(job.id)
    hanging.resolve()
    await printingIdle(flow.board.deps)
  })
})
