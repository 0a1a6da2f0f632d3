import { readdir, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refuse } from '../../../../domain/refusal.ts'
import { BUILT_IN_TEMPLATES } from '../../../../domain/sheet/built-in-templates.ts'
import { definitionOf } from '../../../../domain/sheet/template-definition.ts'
import { cleanSpool } from '../../../../server/display/print/clean-spool.ts'
import { openPrintQueue, printingIdle } from '../../../../server/display/print/print-queue.ts'
import { openTickets } from '../../../../server/display/sheet-ticket.ts'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { type EditionFlow, openEditionFlow } from '../../../support/edition-flow.ts'
import { makeJob, openPrintRoom, type PrintRoom, send, tell } from '../../../support/print-flow.ts'

let flow: EditionFlow
let room: PrintRoom
let noticeId: string
let hash: string

const JOBS = '/api/desk/print/jobs'
const CHINESE = { kind: 'CHINESE' } as const
const edition = () => ({ kind: 'EDITION', hash, layout: CHINESE }) as const

beforeEach(async () => {
  flow = await openEditionFlow()
  room = openPrintRoom(flow.board)
  const published = await flow.publish()
  noticeId = published.id
  hash = published.submission?.hash ?? ''
})
afterEach(() => flow.board.close())

const handler = () => flow.staff.handler
const make = () => makeJob(flow.board, handler(), edition())
const jobNow = async (id: string) => (await handler().get<PrintJobView>(`${JOBS}/${id}`)).body

/** As after a new start of the program: nothing is remembered but what is on the disk. */
function restart(): void {
  Object.assign(flow.board.deps, { tickets: openTickets() })
}

describe('a sheet on its way to paper', () => {
  it('is made, looked at, sent and told of; the log names job, copies and pages', async () => {
    room.length = 3
    const job = await make()
    expect(job).toMatchObject({
      state: 'READY',
      title: '停电检修通知',
      pages: 3,
      editionHash: hash,
      noticeId,
      byHand: [],
      undecided: false,
      template: { id: 'PLAIN', form: 'PLAIN' },
    })
    const pdf = await handler().raw('GET', `${JOBS}/${job.id}/pdf`)
    expect(pdf.headers.get('content-disposition')).toMatch(/^inline/)
    expect((await pdf.arrayBuffer()).byteLength).toBeGreaterThan(100)
    const sent = await send(handler(), job.id)
    expect([sent.status, sent.body.state]).toEqual([200, 'SENT'])
    expect(room.paper).toMatchObject([{ printer: 'HP-2055', copies: 2, count: 3, paper: 'A4' }])
    expect(flow.board.deps.store.read.audit.newest()).toMatchObject({
      action: 'notice.print',
      subjectId: hash,
      detail: { pages: 3, copies: 2, route: 'PRINTER', job: job.id, run: 1 },
    })
    expect((await send(handler(), job.id)).body.code).toBe('print.outcome-missing')
    const told = await tell(handler(), job.id)
    expect(told.body).toMatchObject({
      state: 'DONE',
      runs: [{ number: 1, outcome: { came: 'ALL', by: '周敏' } }],
    })
    expect((await handler().get<PrintJobView[]>(JOBS)).body).toEqual([])
  })

  it('goes out in single pages again when only a part came', async () => {
    room.length = 6
    const job = await make()
    await send(handler(), job.id)
    const part = await tell(handler(), job.id, { came: 'PART', pages: '1-2, 4，6' })
    expect(part.body).toMatchObject({ state: 'READY', runs: [{ outcome: { pages: '1-2,4,6' } }] })
    const again = await send(handler(), job.id, { pages: '3,5', copies: 1 })
    expect(again.body.runs[1]).toMatchObject({ number: 2, pages: '3,5', copies: 1 })
    expect(room.paper.at(-1)).toMatchObject({ count: 2 })
    expect((await tell(handler(), job.id, { run: 2 })).body.state).toBe('DONE')
  })

  it('goes nowhere with pages the sheet has not got', async () => {
    room.length = 6
    const job = await make()
    for (const pages of ['7', '0', '3-1', 'a', '1,,x']) {
      const refused = await send(handler(), job.id, { pages })
      expect([refused.status, refused.body.code], pages).toEqual([422, 'print.pages-invalid'])
    }
    expect((await jobNow(job.id)).runs).toEqual([])
  })

  it('is looked at again when it is sent: withdrawn since, it stays off the wall', async () => {
    const job = await make()
    await flow.withdraw(noticeId, { reason: 'PUBLISHED_IN_ERROR' })
    const refused = await send(handler(), job.id)
    expect([refused.status, refused.body.code]).toEqual([409, 'print.edition-gone'])
    expect(room.paper).toEqual([])
  })

  it('corrected since, only the new edition is printed; the old one only for who asks for it by name', async () => {
    const job = await make()
    await flow.publishNext(noticeId, { title: '停电检修通知（更正）' })
    expect((await send(handler(), job.id)).body.code).toBe('print.edition-replaced')
    const old = await make()
    expect((await send(handler(), old.id)).status).toBe(200)
  })

  it('with characters missing waits for a decision; those left for the pen make a new PDF', async () => {
    const place = { part: 'BODY', text: '李䶮' } as never
    room.glyphs = {
      roles: [{ role: 'FANGSONG', face: 'FangSong', characters: 90 }],
      strays: [{ character: '䶮', role: 'FANGSONG', face: null, places: [place] }],
    }
    const job = await make()
    expect(job).toMatchObject({ state: 'READY', undecided: true })
    expect((await send(handler(), job.id)).body.code).toBe('print.undecided')
    const wrong = await handler().json<{ code: string }>('POST', `${JOBS}/${job.id}/decide`, {
      byHand: ['水'],
    })
    expect(wrong.body.code).toBe('print.not-missing')
    const empty = await handler().json<{ code: string }>('POST', `${JOBS}/${job.id}/decide`, { byHand: [] })
    expect([empty.status, empty.body.code]).toEqual([422, 'print.undrawn'])
    const decided = await handler().json<PrintJobView>('POST', `${JOBS}/${job.id}/decide`, { byHand: ['䶮'] })
    expect(decided.body.state).toBe('BUILDING')
    await printingIdle(flow.board.deps)
    expect(room.pages.at(-1)).toMatchObject({ kind: 'NOTICE', decision: { byHand: ['䶮'] } })
    expect(await jobNow(job.id)).toMatchObject({ state: 'READY', undecided: false, byHand: ['䶮'] })
    expect((await send(handler(), job.id)).status).toBe(200)
  })

  it('a printer that takes nothing leaves it ready; one that never answers leaves it unsure', async () => {
    const job = await make()
    room.answer = refuse('print.printer-refused', { printer: 'HP-2055' })
    expect((await send(handler(), job.id)).body.code).toBe('print.printer-refused')
    expect(await jobNow(job.id)).toMatchObject({ state: 'READY', runs: [{ refused: true }] })
    expect((await tell(handler(), job.id)).body.code).toBe('print.run-not-found')
    room.answer = refuse('print.printer-silent', { printer: 'HP-2055' })
    expect((await send(handler(), job.id)).status).toBe(504)
    expect((await jobNow(job.id)).state).toBe('UNSURE')
    expect((await send(handler(), job.id, { printer: 'nobody' })).body.code).toBe('print.printer-unknown')
  })

  it('many are made in hanging order, and one that is given up meanwhile is left out', async () => {
    const release = Promise.withResolvers<void>()
    room.hold = () => release.promise
    const subjects = [1, 2, 3].map(() => ({ subject: edition(), templateId: null }))
    const made = await handler().json<PrintJobView[]>('POST', `${JOBS}/many`, { subjects, order: 'AS_GIVEN' })
    expect(made.body.map(({ state }) => state)).toEqual(['BUILDING', 'BUILDING', 'BUILDING'])
    await handler().json('POST', `${JOBS}/${made.body[1]?.id}/cancel`, {})
    release.resolve()
    await printingIdle(flow.board.deps)
    const jobs = await Promise.all(made.body.map(({ id }) => jobNow(id)))
    const states = jobs.map(({ state }) => state)
    expect(states).toEqual(['READY', 'CANCELLED', 'READY'])
    expect(room.pages).toHaveLength(2)
  })

  it('what cannot be made says why, and is refused as long', async () => {
    Object.assign(flow.board.deskMount, { publicAddress: () => '' })
    const job = await make()
    expect(job).toMatchObject({ state: 'FAILED', refusal: { code: 'print.browser-missing' } })
    expect((await send(handler(), job.id)).body.code).toBe('print.not-built')
  })
})

describe('after a new start of the program', () => {
  it('what was still to be made is made', async () => {
    const hanging = Promise.withResolvers<void>()
    room.hold = () => hanging.promise
    const asked = await handler().json<PrintJobView>('POST', JOBS, { subject: edition(), templateId: null })
    restart()
    expect((await jobNow(asked.body.id)).state).toBe('BUILDING')
    room.hold = () => Promise.resolve()
    // The lost browser of the earlier start is not waited for.
    const again = openPrintRoom(flow.board)
    const stop = openPrintQueue(flow.board.deps, 'http://kiosk.test')
    await printingIdle(flow.board.deps)
    expect((await jobNow(asked.body.id)).state).toBe('READY')
    expect(again.pages).toHaveLength(1)
    hanging.resolve()
    await stop()
  })

  it('what was sent and not told of is unsure, until a person looks at the paper', async () => {
    const job = await make()
    await send(handler(), job.id)
    restart()
    expect((await jobNow(job.id)).state).toBe('UNSURE')
    expect((await handler().json<{ code: string }>('POST', `${JOBS}/${job.id}/cancel`, {})).body.code).toBe(
      'print.outcome-missing',
    )
    expect((await tell(handler(), job.id, { came: 'NOTHING' })).body.state).toBe('READY')
    expect((await send(handler(), job.id)).status).toBe(200)
  })
})

describe('the spool', () => {
  const files = async () =>
    (await readdir(join(flow.board.dataFolder, 'spool'), { recursive: true })).filter(
      (name) => name.length > 60,
    )

  async function grownOld(): Promise<void> {
    for (const name of await files()) await utimes(join(flow.board.dataFolder, 'spool', name), 1, 1)
  }

  it('keeps a file for two weeks after it was made or sent, then it is made anew', async () => {
    const job = await make()
    await grownOld()
    flow.board.clock.set('2026-11-30T01:00:00.000Z')
    await cleanSpool(flow.board.deps)
    expect(await files()).toHaveLength(1)
    flow.board.clock.set('2027-01-30T01:00:00.000Z')
    await cleanSpool(flow.board.deps)
    expect(await files()).toEqual([])
    const gone = await handler().get<{ code: string }>(`${JOBS}/${job.id}/pdf`)
    expect([gone.status, gone.body.code]).toEqual([410, 'print.file-gone'])
  })

  it('lets no file go to paper that was changed on the disk', async () => {
    const job = await make()
    const [name = ''] = await files()
    await rm(join(flow.board.dataFolder, 'spool', name))
    expect((await send(handler(), job.id)).body.code).toBe('print.file-gone')
    expect(room.paper).toEqual([])
  })
})

describe('the form a notice is printed in', () => {
  it.each(['RED_HEAD', 'EMERGENCY_POSTER', 'FINANCE_TABLE', 'NAME_LIST', 'PUBLIC_DISPLAY'])(
    'must have in the notice what it is made of: %s',
    async (templateId) => {
      const refused = await handler().json<{ code: string }>('POST', JOBS, { subject: edition(), templateId })
      expect([refused.status, refused.body.code]).toEqual([422, 'template.wrong-form'])
    },
  )

  it('may suit it less, and is kept with the PDF as it was then', async () => {
    const job = await makeJob(flow.board, handler(), edition(), 'SERVICE_GUIDE')
    expect(job.template?.form).toBe('SERVICE_GUIDE')
    const build = flow.board.deps.store.read.printJob.byId(job.id)?.build
    const kept = JSON.parse(build?.templateDefinition ?? '') as unknown
    expect(kept).toEqual(definitionOf(BUILT_IN_TEMPLATES.SERVICE_GUIDE))
  })
})

describe('other papers go the same way', () => {
  it('the review slip, which is logged as one', async () => {
    const job = await makeJob(flow.board, handler(), { kind: 'REVIEW_SLIP', noticeId, submissionId: null })
    expect(job).toMatchObject({ state: 'READY', editionHash: null, template: { form: 'REVIEW_SLIP' } })
    expect(room.pages).toMatchObject([{ kind: 'REVIEW_SLIP', data: { noticeId } }])
    await send(handler(), job.id)
    expect(flow.board.deps.store.read.audit.newest()).toMatchObject({ action: 'notice.print-slip' })
  })

  it('a slip, too, leaves a square for the character that is written in by hand', async () => {
    room.glyphs = {
      roles: [{ role: 'FANGSONG', face: 'FangSong', characters: 90 }],
      strays: [{ character: '䶮', role: 'FANGSONG', face: null, places: [] }],
    }
    const job = await makeJob(flow.board, handler(), { kind: 'REVIEW_SLIP', noticeId, submissionId: null })
    await handler().json('POST', `${JOBS}/${job.id}/decide`, { byHand: ['䶮'] })
    await printingIdle(flow.board.deps)
    expect(room.pages.at(-1)).toMatchObject({ kind: 'REVIEW_SLIP', decision: { byHand: ['䶮'] } })
  })

  it('the list of what is to come down', async () => {
    const subject = { kind: 'TAKE_DOWN_LIST', boardId: null, on: '2026-11-23' } as const
    const job = await makeJob(flow.board, handler(), subject)
    expect(job).toMatchObject({ state: 'READY', template: { form: 'TAKE_DOWN_LIST' } })
    await send(handler(), job.id)
    expect(flow.board.deps.store.read.audit.newest()).toMatchObject({ action: 'posting.take-down-list' })
  })

  it('and what is not there is refused before a job is made of it', async () => {
    const subject = { kind: 'POSTING_CERTIFICATE', postingId: 'none' }
    const refused = await handler().json<{ code: string }>('POST', JOBS, { subject, templateId: null })
    expect([refused.status, refused.body.code]).toEqual([404, 'posting.not-found'])
    expect((await handler().get<PrintJobView[]>(JOBS)).body).toEqual([])
  })
})
