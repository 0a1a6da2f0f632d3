import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { undisclosedDue } from '../../../server/register/undisclosed-views.ts'
import type { MatterDetail, RegisterChoices, UndisclosedRegister } from '../../../server/register/views.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let reviewerId: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const { body } = await staff.handler.get<RegisterChoices>('/api/desk/register-choices')
  reviewerId = body.reviewers.find(({ name }) => name === '韩立')?.id ?? ''
})

afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

const TITLE = '关于周小明家庭困难情况的讨论记录'
const entry = (change: object = {}) => ({
  unitId: 'township',
  title: TITLE,
  alias: false,
  informationNumber: '2026-不公开-3',
  description: '会议讨论过程',
  documentNumber: '云政〔2026〕3号',
  producedOn: '2026-11-10',
  ground: 'PROCESS_INFO',
  reason: '过程稿，尚未形成决定',
  reviewerId,
  decidedOn: '2026-11-20',
  reviewDue: '2027-11-20',
  ...change,
})

async function enter(change: object = {}): Promise<MatterDetail> {
  const { status, body } = await staff.handler.post<MatterDetail>('/api/desk/undisclosed', entry(change))
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

const review = (who: keyof Staff, id: string, change: object = {}) =>
  staff[who].post<MatterDetail & { code: string }>(`/api/desk/undisclosed/${id}/reviews`, {
    outcome: 'STILL_WITHHELD',
    reason: '仍在讨论',
    nextDue: null,
    ...change,
  })

describe('the register of undisclosed matters', () => {
  it('is kept by handlers alone, and names a person of the office as the one who decided', async () => {
    const refused = await staff.reviewer.post<{ code: string }>('/api/desk/undisclosed', entry())
    expect([refused.status, refused.body.code]).toEqual([403, 'trust.role-missing'])
    const foreign = entry({ reviewerId: 'nobody' })
    const answer = await staff.handler.post<{ code: string }>('/api/desk/undisclosed', foreign)
    expect(answer.body.code).toBe('register.reviewer-invalid')
    expect(await enter()).toMatchObject({
      reviewer: { name: '韩立' },
      article: { article: 16, paragraph: 2 },
      standing: 'WITHHELD',
      nextDue: '2027-11-20',
    })
  })

  it('says by itself when a matter is to be looked at again, and since when it should have been', async () => {
    await enter()
    await enter({ title: '代称甲', alias: true, reviewDue: '2026-12-20' })
    const at = (day: string) => {
      const { dueSoon, overdue, items } = undisclosedDue(board.deps.store.read, day)
      return [dueSoon, overdue, items.map(({ daysLeft }) => daysLeft)]
    }
    expect(at('2026-11-19')).toEqual([0, 0, []])
    expect(at('2026-11-23')).toEqual([1, 0, [27]])
    expect(at('2026-12-20')).toEqual([1, 0, [0]])
    expect(at('2026-12-21')).toEqual([0, 1, [-1]])
  })

  it('is reviewed by somebody else than the person who entered it, and keeps every review', async () => {
    const { id } = await enter()
    expect((await review('handler', id)).body.code).toBe('trust.role-missing')
    expect((await review('secrecyReviewer', id, { reason: '  ' })).body.code).toBe('register.reason-required')
    expect((await review('secrecyReviewer', id)).body).toMatchObject({ nextDue: '2027-11-23' })
    const later = await review('deputyLeader', id, { outcome: 'DISCLOSED', reason: '已成文' })
    expect(later.body).toMatchObject({ standing: 'DISCLOSED', nextDue: null, may: { review: false } })
    expect(later.body.reviews.map(({ outcome, by }) => [outcome, by.name])).toEqual([
      ['STILL_WITHHELD', '王芳'],
      ['DISCLOSED', '李伟'],
    ])
    const again = await review('reviewer', id)
    expect([again.status, again.body.code]).toEqual([409, 'register.wrong-state'])
  })

  it('a person who holds both roles may not review what they entered or changed', async () => {
    const { id } = await enter()
    const { deps } = board
    const both = { id: reviewerId, name: '韩立', roles: ['HANDLER', 'REVIEWER'] as const }
    deps.store.tx((write) => write.office.updateAccount(reviewerId, { roles: both.roles }))
    const edited = await staff.reviewer.json('PUT', `/api/desk/undisclosed/${id}`, entry({ title: '代称乙' }))
    expect(edited.status).toBe(200)
    const own = await review('reviewer', id)
    expect([own.status, own.body.code]).toEqual([403, 'register.author-may-not-review'])
    const detail = await staff.reviewer.get<MatterDetail>(`/api/desk/undisclosed/${id}`)
    expect(detail.body).toMatchObject({ may: { review: false }, ownEntry: true })
  })

  it('may be corrected until it has been reviewed', async () => {
    const { id } = await enter()
    const path = `/api/desk/undisclosed/${id}`
    const edited = await staff.handler.json<MatterDetail>('PUT', path, entry({ ground: 'INTERNAL_AFFAIRS' }))
    expect(edited.body).toMatchObject({ ground: 'INTERNAL_AFFAIRS', article: { article: 16, paragraph: 1 } })
    await review('reviewer', id)
    const late = await staff.handler.json<{ code: string }>('PUT', path, entry())
    expect([late.status, late.body.code]).toEqual([409, 'register.wrong-state'])
  })

  it('begins a draft when a review decides to disclose, once for each such review', async () => {
    const { id } = await enter()
    const start = () =>
      staff.handler.post<{ noticeId: string; code: string }>(`/api/desk/undisclosed/${id}/draft`)
    expect((await start()).body.code).toBe('register.wrong-state')
    await review('reviewer', id, { outcome: 'PART_DISCLOSED', reason: '可以区分处理' })
    const { noticeId } = (await start()).body
    const notice = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${noticeId}`)
    expect(notice.body).toMatchObject({
      state: 'DRAFT',
      draft: { content: { title: TITLE, documentNumber: '云政〔2026〕3号', documentDate: '2026-11-10' } },
    })
    expect((await start()).body.code).toBe('register.wrong-state')
    const detail = await staff.handler.get<MatterDetail>(`/api/desk/undisclosed/${id}`)
    expect(detail.body.reviews[0]?.noticeId).toBe(noticeId)
  })

  it('does not put an alias into the title of the draft', async () => {
    const { id } = await enter({ title: '代称丙', alias: true })
    await review('reviewer', id, { outcome: 'DISCLOSED', reason: '已成文' })
    const started = await staff.handler.post<{ noticeId: string }>(`/api/desk/undisclosed/${id}/draft`)
    const notice = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${started.body.noticeId}`)
    expect(notice.body.draft.content.title).toBe('')
  })

  it('stays in the office: no public answer, no search, no package, and codes alone in the log', async () => {
    const { id } = await enter()
    await review('reviewer', id, { outcome: 'PART_DISCLOSED', reason: '涉及周小明，可以区分' })
    const visitor = board.visitor()
    for (const path of ['home', 'lists', 'notices', `search?q=${encodeURIComponent('周小明')}`]) {
      const response = await visitor.raw('GET', `/api/public/${path}`)
      expect(await response.text(), path).not.toContain('周小明')
    }
    expect((await visitor.raw('GET', '/api/desk/undisclosed')).status).toBe(404)
    const search = await staff.handler.raw('GET', `/api/desk/notices?q=${encodeURIComponent('周小明')}`)
    expect(await search.text()).not.toContain('周小明家庭')
    const tables = ['edition', 'outbox', 'search_entry', 'audit_event', 'public_group']
    for (const table of tables) {
      const rows = board.deps.store.database.prepare(`SELECT * FROM ${table}`).all()
      expect(JSON.stringify(rows), table).not.toMatch(/周小明|讨论记录|过程稿/)
    }
    const events = board.deps.store.read.audit.ofSubject('undisclosed', id)
    expect(events.map(({ action, detail }) => [action, detail])).toEqual([
      ['undisclosed.enter', { ground: 'PROCESS_INFO', reviewDue: '2027-11-20' }],
      ['undisclosed.review', { outcome: 'PART_DISCLOSED', nextDue: '2027-11-23' }],
    ])
  })

  it('is written as the register form of the province, and the log says who took it', async () => {
    await enter()
    const { id } = await enter({
      title: '代称丁',
      alias: true,
      ground: 'STATE_SECRET',
      decidedOn: '2026-11-19',
    })
    await review('reviewer', id, { outcome: 'PART_DISCLOSED', reason: '部分解密' })
    const path = '/api/desk/undisclosed-export'
    const body = JSON.stringify({ unitId: null })
    const headers = { 'content-type': 'application/json' }
    expect((await staff.administrator.raw('POST', path, { body, headers })).status).toBe(403)
    const response = await staff.handler.raw('POST', path, { body, headers })
    expect(response.status).toBe(200)
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      '不予公开政府信息登记表-2026-11-23.xlsx',
    )
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    const sheet = workbook.worksheets[0]
    const texts = (row: number) => ((sheet?.getRow(row).values ?? []) as string[]).slice(1)
    expect(texts(1)[0]).toBe('不予公开政府信息登记表')
    expect(texts(2)).toEqual([
      '序号',
      '信息编号',
      '信息名称',
      '内容描述',
      '生成时间',
      '公开属性',
      '不予公开的理由',
    ])
    expect(texts(3).slice(0, 6)).toEqual([
      '1',
      '2026-不公开-3',
      '代称丁',
      '会议讨论过程',
      '2026-11-10',
      '部分公开',
    ])
    expect(texts(4)[6]).toBe('过程性信息（《政府信息公开条例》第十六条第二款）：过程稿，尚未形成决定')
    expect(texts(5)[0]).toContain('示例县云溪镇人民政府')
    const exported = board.deps.store.read.audit.newest()
    expect(exported).toMatchObject({
      action: 'undisclosed.export',
      actor: { name: '周敏' },
      detail: { rows: 2 },
    })
  })

  it('is read by those who write it and those who decide in it, and by nobody else', async () => {
    const { id } = await enter({ decidedOn: '2026-01-05', producedOn: null, reviewDue: '2026-12-01' })
    for (const path of ['undisclosed', `undisclosed/${id}`]) {
      for (const who of ['handler', 'reviewer', 'secrecyReviewer', 'deputyLeader'] as const) {
        expect((await staff[who].get(`/api/desk/${path}`)).status, `${who} ${path}`).toBe(200)
      }
      const refused = await staff.administrator.get<{ code: string }>(`/api/desk/${path}`)
      expect([refused.status, refused.body.code], path).toEqual([403, 'trust.role-missing'])
    }
    const due = async (who: 'reviewer' | 'administrator') => [
      (await staff[who].get<{ undisclosedDue: number }>('/api/desk/register-counts')).body.undisclosedDue,
      (await staff[who].get<{ counts: { undisclosedReviews: number } }>('/api/desk/today')).body.counts
        .undisclosedReviews,
    ]
    expect(await due('reviewer')).toEqual([1, 1])
    expect(await due('administrator')).toEqual([0, 0])
  })

  it('lists the most urgent first', async () => {
    await enter({ title: '丙', reviewDue: '2028-01-01' })
    await enter({ title: '甲', decidedOn: '2026-01-05', producedOn: null, reviewDue: '2026-06-01' })
    await enter({ title: '乙', reviewDue: '2026-12-01' })
    const { body } = await staff.reviewer.get<UndisclosedRegister>('/api/desk/undisclosed')
    expect(body.items.map(({ title, standing }) => [title, standing])).toEqual([
      ['甲', 'OVERDUE'],
      ['乙', 'DUE_SOON'],
      ['丙', 'WITHHELD'],
    ])
    expect(body.counts).toEqual({ OVERDUE: 1, DUE_SOON: 1, WITHHELD: 1, DISCLOSED: 0 })
  })
})
