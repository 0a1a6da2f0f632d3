import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { backupDataFolder } from '../../../../db/backup-folder.ts'
import { restoreDataFolder } from '../../../../db/restore-folder.ts'
import { cleanSpool } from '../../../../server/display/print/clean-spool.ts'
import { printingIdle } from '../../../../server/display/print/print-queue.ts'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { publishDisplay } from '../../../support/display-flow.ts'
import { type EditionFlow, openEditionFlow } from '../../../support/edition-flow.ts'
import { makeJob, openPrintRoom, type PrintRoom, send } from '../../../support/print-flow.ts'
import { importVillageCatalogue } from '../../../support/publish-flow.ts'
import {
  openTestBoard,
  PASSWORD,
  setUpOffice,
  type Staff,
  type TestBoard,
} from '../../../support/test-board.ts'

const JOBS = '/api/desk/print/jobs'
const edition = (hash: string) => ({ kind: 'EDITION', hash, layout: { kind: 'CHINESE' } }) as const

let board: TestBoard
let room: PrintRoom
let staff: Staff
let flow: EditionFlow

afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

async function openFlow(): Promise<string> {
  flow = await openEditionFlow()
  ;({ board, staff } = flow)
  room = openPrintRoom(board)
  return (await flow.publish()).submission?.hash ?? ''
}

async function openDisplay() {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  board.clock.set('2026-03-02T01:00:00.000Z')
  staff = await setUpOffice(board.desk)
  room = openPrintRoom(board)
  const { notice, display } = await publishDisplay(staff, (await importVillageCatalogue(staff.handler)).id)
  return { display, hash: notice.submission?.hash ?? '' }
}

const code = (job: PrintJobView) => send(staff.handler, job.id).then(({ body }) => body.code)
const noticeOf = (hash: string) => board.deps.store.read.edition.byHash(hash)?.noticeId ?? ''

describe('a paper goes only to who may have it', () => {
  it('whoever may not have a 公示证明 gets none through the job of another', async () => {
    const { display } = await openDisplay()
    const subject = { kind: 'DISPLAY_CERTIFICATE', displayId: display.id, interim: true } as const
    const job = await makeJob(board, staff.handler, subject)
    const { administrator } = staff
    for (const path of [`${JOBS}/${job.id}`, `${JOBS}/${job.id}/pdf`]) {
      const refused = await administrator.get<{ code: string }>(path)
      expect([refused.status, refused.body.code], path).toEqual([403, 'trust.role-missing'])
    }
    expect((await send(administrator, job.id)).status).toBe(403)
    expect((await administrator.json('POST', `${JOBS}/${job.id}/cancel`, {})).status).toBe(403)
    expect((await administrator.get<PrintJobView[]>(JOBS)).body).toEqual([])
    expect((await staff.reviewer.get<PrintJobView[]>(JOBS)).body).toHaveLength(1)
    expect(room.paper).toEqual([])
    expect((await send(staff.reviewer, job.id)).status).toBe(200)
  })
})

describe('what is withdrawn goes nowhere', () => {
  it('its PDF is handed out no more, and leaves the spool', async () => {
    const hash = await openFlow()
    const job = await makeJob(board, staff.handler, edition(hash))
    await flow.withdraw(noticeOf(hash), { reason: 'PUBLISHED_IN_ERROR' })
    const pdf = await staff.handler.get<{ code: string }>(`${JOBS}/${job.id}/pdf`)
    expect([pdf.status, pdf.body.code]).toEqual([409, 'print.edition-gone'])
    const spool = join(board.dataFolder, 'spool')
    const files = async () => (await readdir(spool, { recursive: true })).filter((name) => name.length > 60)
    for (const name of await files()) await utimes(join(spool, name), 1, 1)
    await cleanSpool(board.deps)
    expect(await files()).toEqual([])
  })

  it('withdrawn while its PDF was being made, the job fails and says so', async () => {
    const hash = await openFlow()
    const release = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    room.hold = () => {
      begun.resolve()
      return release.promise
    }
    const order = { subject: edition(hash), templateId: null }
    const { id } = (await staff.handler.json<PrintJobView>('POST', JOBS, order)).body
    await begun.promise
    await flow.withdraw(noticeOf(hash), { reason: 'PUBLISHED_IN_ERROR' })
    release.resolve()
    await printingIdle(board.deps)
    const job = (await staff.handler.get<PrintJobView>(`${JOBS}/${id}`)).body
    expect(job).toMatchObject({ state: 'FAILED', sha256: null, refusal: { code: 'print.edition-gone' } })
  })

  it('replaced while its job waited, it does not go out as the one that was asked for', async () => {
    const hash = await openFlow()
    const release = Promise.withResolvers<void>()
    room.hold = () => release.promise
    const order = { subject: edition(hash), templateId: null }
    await staff.handler.json<PrintJobView>('POST', JOBS, order)
    const waiting = (await staff.handler.json<PrintJobView>('POST', JOBS, order)).body
    await flow.publishNext(noticeOf(hash), { title: '停电检修通知（更正）' })
    release.resolve()
    await printingIdle(board.deps)
    expect(await code(waiting)).toBe('print.edition-replaced')
    expect(room.paper).toEqual([])
  })
})

describe('a 公示 goes to the wall with the days that hold', () => {
  it('begun anew since the PDF was made, it is made again first', async () => {
    const { display, hash } = await openDisplay()
    const old = await makeJob(board, staff.handler, edition(hash))
    board.clock.set('2026-03-05T01:00:00.000Z')
    const path = `/api/desk/displays/${display.id}`
    await staff.handler.post(`${path}/interruption`, { on: '2026-03-04', reason: '公开栏被风吹坏' })
    await staff.handler.post(`${path}/runs`, { startsOn: '2026-03-05', counting: 'ANEW', reason: '已修复' })
    expect(await code(old)).toBe('print.display-changed')
    expect(room.paper).toEqual([])
    const anew = await makeJob(board, staff.handler, edition(hash))
    expect((await send(staff.handler, anew.id)).status).toBe(200)
  })

  it('taken down early, it is printed no more', async () => {
    const { display, hash } = await openDisplay()
    const job = await makeJob(board, staff.handler, edition(hash))
    board.clock.set('2026-03-06T01:00:00.000Z')
    await staff.handler.post(`/api/desk/displays/${display.id}/removal`, { reason: '名单有误' })
    expect(await code(job)).toBe('print.display-removed')
    const order = { subject: edition(hash), templateId: null }
    const again = await staff.handler.json<{ code: string }>('POST', JOBS, order)
    expect([again.status, again.body.code]).toEqual([409, 'print.display-removed'])
  })
})

describe('the list of what is to come down', () => {
  it('is of today: neither made for another day nor sent on one', async () => {
    await openFlow()
    const list = (on: string) => ({ kind: 'TAKE_DOWN_LIST', boardId: null, on }) as const
    const order = { subject: list('2026-11-22'), templateId: null }
    const refused = await staff.handler.json<{ code: string }>('POST', JOBS, order)
    expect([refused.status, refused.body.code]).toEqual([409, 'print.list-outdated'])
    const job = await makeJob(board, staff.handler, list('2026-11-23'))
    board.clock.set('2026-11-24T01:00:00.000Z')
    expect(await code(job)).toBe('print.list-outdated')
    expect(room.paper).toEqual([])
  })
})

describe('at a board restored from a backup that nobody has confirmed', () => {
  it('no edition is printed; slips and lists are', async () => {
    const hash = await openFlow()
    const noticeId = noticeOf(hash)
    const folder = mkdtempSync(join(tmpdir(), 'board-print-'))
    const target = join(folder, 'backup')
    const dataDir = join(folder, 'data')
    const createdAt = '2026-11-23T02:00:00.000Z'
    await backupDataFolder({ dataDir: board.dataFolder, target, createdAt })
    const restoredAt = '2026-11-23T03:00:00.000Z'
    await restoreDataFolder({ source: target, dataDir, newInstanceId: 'instance-2', restoredAt })
    const restored = openTestBoard({}, dataDir)
    try {
      restored.clock.set('2026-11-23T04:00:00.000Z')
      const desk = await restored.desk()
      const accountId = restored.deps.store.read.office.accountByName('周敏')?.id
      await desk.post('/api/desk/session', { accountId, password: PASSWORD })
      const at = openPrintRoom(restored)
      const order = { subject: edition(hash), templateId: null }
      const refused = await desk.json<{ code: string }>('POST', JOBS, order)
      expect([refused.status, refused.body.code]).toEqual([503, 'office.restored-unconfirmed'])
      const slip = await makeJob(restored, desk, { kind: 'REVIEW_SLIP', noticeId, submissionId: null })
      expect((await send(desk, slip.id)).status).toBe(200)
      expect(at.paper).toHaveLength(1)
      // The browser that prints it asks on the public mount.
      const page = at.pages[0] ?? null
      const secret = restored.deps.tickets.issue({ page, file: () => Promise.resolve(null) })
      const shown = await restored.visitor().get(`/api/public/sheet-tickets/${secret}`)
      expect(shown.status).toBe(200)
    } finally {
      await restored.deps.work.close()
      restored.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
