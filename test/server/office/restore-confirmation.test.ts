import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDataFolder } from '../../../db/backup-folder.ts'
import { restoreDataFolder } from '../../../db/restore-folder.ts'
import type { BoardHome } from '../../../server/display/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import type { RestoreState } from '../../../server/office/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  submitAndApprove,
  writeDraft,
} from '../../support/publish-flow.ts'
import { openTestBoard, PASSWORD, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let folder: string
let board: TestBoard
let restored: TestBoard
let staff: Staff
/** The notice that was published when the backup was made, and withdrawn afterwards. */
let withdrawnId: string
let catalogueItemId: string
const NUMBER = '/2026-00001'

/** The same people at the restored board. */
async function signedInAt(at: TestBoard): Promise<Staff> {
  const names = {
    handler: '周敏',
    reviewer: '韩立',
    secrecyReviewer: '王芳',
    deputyLeader: '李伟',
    administrator: '陈静',
  }
  const clients: Partial<Record<keyof Staff, DeskClient>> = {}
  for (const [part, name] of Object.entries(names) as [keyof Staff, string][]) {
    const client = await at.desk()
    const accountId = at.deps.store.read.office.accountByName(name)?.id
    expect((await client.post('/api/desk/session', { accountId, password: PASSWORD })).status).toBe(200)
    clients[part] = client
  }
  return clients as Staff
}

function draft(title: string): Promise<{ id: string; revision: number }> {
  return writeDraft(staff.handler, { title, body: paragraphs('请提前做好准备。'), catalogueItemId })
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'board-restore-'))
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const first = await draft('关于停电检修的通知')
  withdrawnId = first.id
  await publishDraft(staff, first.id, first.revision)
  const source = join(folder, 'backup')
  const backup = await backupDataFolder({
    dataDir: board.dataFolder,
    target: source,
    createdAt: '2026-11-23T02:00:00.000Z',
  })
  expect(backup.ok).toBe(true)
  // Since the backup: the first one came down, and a second one hangs on paper as 00002.
  const down = { reason: 'PUBLISHED_IN_ERROR', note: '检修改期', hideTitle: true }
  expect((await staff.handler.post(`/api/desk/notices/${first.id}/withdraw`, down)).status).toBe(200)
  const second = await draft('关于停水检修的通知')
  expect((await publishDraft(staff, second.id, second.revision)).indexNumber).toContain('00002')
  const dataDir = join(folder, 'data')
  const done = await restoreDataFolder({
    source,
    dataDir,
    newInstanceId: 'instance-2',
    restoredAt: '2026-11-23T03:00:00.000Z',
  })
  expect(done.ok).toBe(true)
  restored = openTestBoard({}, dataDir)
  restored.clock.set('2026-11-23T04:00:00.000Z')
  staff = await signedInAt(restored)
})

afterEach(() => {
  restored.close()
  board.close()
  rmSync(folder, { recursive: true, force: true })
})

const series = async (): Promise<string> => {
  const state = await staff.administrator.get<RestoreState>('/api/desk/restore-confirmation')
  expect(state.body.series).toHaveLength(1)
  return state.body.series[0]?.series ?? ''
}

describe('a board brought back from a backup', () => {
  it('shows nothing to the public, so that what was withdrawn since does not hang again', async () => {
    const visitor = restored.visitor()
    for (const path of [
      '/api/public/home',
      '/api/public/notices',
      '/api/public/search?q=停电',
      `/api/public/notice?index=${encodeURIComponent(NUMBER)}`,
    ]) {
      const refused = await visitor.get<{ code: string }>(path)
      expect([refused.status, refused.body.code], path).toEqual([503, 'office.restored-unconfirmed'])
    }
    // The people at the desk must see what to take down.
    expect((await staff.handler.get<BoardHome>('/api/public/home')).status).toBe(200)
  })

  it('publishes nothing, so that no number is given twice', async () => {
    const { id, revision } = await draft('关于义诊的通知')
    const submissionHash = await submitAndApprove(staff, id, revision)
    const refused = await staff.handler.post<{ code: string }>(`/api/desk/notices/${id}/publish`, {
      submissionHash,
    })
    expect([refused.status, refused.body.code]).toEqual([503, 'office.restored-unconfirmed'])
  })

  it('opens when an administrator confirms, and goes on past the numbers that hang on paper', async () => {
    const down = { reason: 'PUBLISHED_IN_ERROR', note: '检修改期', hideTitle: true }
    const again = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${withdrawnId}/withdraw`, down)
    expect(again.body.state).toBe('WITHDRAWN')
    const lastSerials = [{ series: await series(), last: 2 }]
    const byHandler = await staff.handler.post<{ code: string }>('/api/desk/restore-confirmation', {
      lastSerials,
    })
    expect([byHandler.status, byHandler.body.code]).toEqual([403, 'trust.role-missing'])
    const confirmed = await staff.administrator.post<RestoreState>('/api/desk/restore-confirmation', {
      lastSerials,
    })
    expect(confirmed.body).toEqual({ restoredAt: null, series: [{ ...lastSerials[0], current: true }] })
    const home = await restored.visitor().get<BoardHome>('/api/public/home')
    expect(home.status).toBe(200)
    expect(JSON.stringify(home.body)).not.toContain('停电')
    const { id, revision } = await draft('关于义诊的通知')
    expect((await publishDraft(staff, id, revision)).indexNumber).toContain('2026-00003')
    const event = restored.deps.store.read.audit
      .ofSubject('instance', 'instance-2')
      .find(({ action }) => action === 'backup.confirm-restore')
    expect(event?.detail['serials']).toBe(`${lastSerials[0]?.series}=2`)
  })

  it('never takes a number back: a smaller serial than the known one changes nothing', async () => {
    const confirmed = await staff.administrator.post<RestoreState>('/api/desk/restore-confirmation', {
      lastSerials: [{ series: await series(), last: 0 }],
    })
    expect(confirmed.body.series[0]?.last).toBe(1)
  })

  it('does not take a series it does not know, nor a second confirmation', async () => {
    const wrong = await staff.administrator.post<{ code: string }>('/api/desk/restore-confirmation', {
      lastSerials: [{ series: '写错的系列', last: 9 }],
    })
    expect([wrong.status, wrong.body.code]).toEqual([400, 'request.invalid'])
    expect((await restored.visitor().get('/api/public/home')).status).toBe(503)
    const right = { lastSerials: [] }
    expect((await staff.administrator.post('/api/desk/restore-confirmation', right)).status).toBe(200)
    const twice = await staff.administrator.post<{ code: string }>('/api/desk/restore-confirmation', right)
    expect([twice.status, twice.body.code]).toEqual([409, 'office.not-restored'])
  })

  it('names the series of today also when the backup is from last year', async () => {
    restored.clock.set('2027-01-05T01:00:00.000Z')
    staff = await signedInAt(restored)
    const state = await staff.administrator.get<RestoreState>('/api/desk/restore-confirmation')
    expect(state.status, JSON.stringify(state.body)).toBe(200)
    expect(
      state.body.series.map(({ series: name, last, current }) => [name.includes('2027'), last, current]),
    ).toEqual([
      [false, 1, false],
      [true, 0, true],
    ])
  })
})
