import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublicEdition, SearchAnswer, Tombstone } from '../../../server/display/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  submitAndApprove,
  writeDraft,
} from '../../support/publish-flow.ts'
import { OFFICE, openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let catalogueItemId: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})

afterEach(() => board.close())

const draft = () =>
  writeDraft(staff.handler, {
    title: '关于11月25日停电检修的通知',
    body: paragraphs('因线路检修，11月25日8时至17时河西村停电。', '请提前做好准备。'),
    catalogueItemId,
  })

describe('a notice from draft to the kiosk', () => {
  it('takes an index number, becomes findable and shows to the public exactly what was approved', async () => {
    const { id, revision } = await draft()
    const published = await publishDraft(staff, id, revision)
    expect(published.state).toBe('PUBLISHED')
    expect(published.indexNumber).toBe(`${OFFICE.uscc}/2026-00001`)

    const visitor = board.visitor()
    const found = await visitor.get<SearchAnswer>(`/api/public/search?q=${encodeURIComponent('停电')}`)
    expect(found.body.items.map((item) => item.indexNumber)).toEqual([published.indexNumber])
    const shown = await visitor.get<PublicEdition>(
      `/api/public/notice?index=${encodeURIComponent(published.indexNumber ?? '')}`,
    )
    expect(shown.body.hash).toBe(published.submission?.hash)
    expect(shown.body.content).toEqual(published.submission?.content)
    expect(shown.body.publishDate).toBe('2026-11-23')
  })

  it('shows nothing to the public before it is published', async () => {
    const { id, revision } = await draft()
    await submitAndApprove(staff, id, revision)
    const visitor = board.visitor()
    expect((await visitor.get<SearchAnswer>('/api/public/search?q=停电')).body.items).toEqual([])
    const detail = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    const hash = detail.body.submission?.hash ?? ''
    expect((await visitor.get(`/api/public/editions/${hash}`)).status).toBe(404)
    expect((await visitor.get(`/api/public/editions/${hash}/sheet`)).status).toBe(404)
  })

  it('is not published while the secrecy review is missing', async () => {
    const { id, revision } = await draft()
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision })
    const submissionHash = submitted.body.submission?.hash ?? ''
    await staff.reviewer.post(`/api/desk/notices/${id}/decisions`, {
      kind: 'REVIEW',
      decision: 'APPROVED',
      reason: '',
      submissionHash,
    })
    const refused = await staff.handler.post<{ code: string }>(`/api/desk/notices/${id}/publish`, {
      submissionHash,
    })
    expect([refused.status, refused.body.code]).toEqual([409, 'notice.wrong-state'])
  })

  it('goes back to the author when a reviewer returns it with a reason', async () => {
    const { id, revision } = await draft()
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision })
    const decision = {
      kind: 'REVIEW',
      decision: 'RETURNED',
      submissionHash: submitted.body.submission?.hash,
    }
    const silent = await staff.reviewer.post<{ code: string }>(`/api/desk/notices/${id}/decisions`, {
      ...decision,
      reason: ' ',
    })
    expect(silent.body.code).toBe('notice.reason-required')
    const returned = await staff.reviewer.post<NoticeDetail>(`/api/desk/notices/${id}/decisions`, {
      ...decision,
      reason: '停电时间与供电所通知不一致，请核对。',
    })
    expect(returned.body.state).toBe('RETURNED')
    const mine = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    expect(mine.body.may.edit).toBe(true)
    expect(mine.body.history.at(-1)?.reason).toBe('停电时间与供电所通知不一致，请核对。')
  })

  it('leaves a tombstone with the reason when it is withdrawn, and nothing else', async () => {
    const { id, revision } = await draft()
    const published = await publishDraft(staff, id, revision)
    await staff.handler.post(`/api/desk/notices/${id}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '检修时间改期',
      hideTitle: true,
    })
    const visitor = board.visitor()
    const shown = await visitor.get<Tombstone>(
      `/api/public/notice?index=${encodeURIComponent(published.indexNumber ?? '')}`,
    )
    expect(shown.body).toEqual({
      state: 'WITHDRAWN',
      indexNumber: published.indexNumber,
      title: null,
      withdrawnDate: '2026-11-23',
      reason: 'PUBLISHED_IN_ERROR',
      note: '检修时间改期',
      consolidatedInto: null,
    })
    expect((await visitor.get(`/api/public/editions/${published.editions[0]?.hash}`)).status).toBe(404)
    expect((await visitor.get<SearchAnswer>('/api/public/search?q=停电')).body.items).toEqual([])
  })

  it('supersedes the former edition under the same index number', async () => {
    const { id, revision } = await draft()
    const first = await publishDraft(staff, id, revision)
    const revised = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/revise`)
    const saved = await staff.handler.json<{ revision: number }>('PUT', `/api/desk/notices/${id}/draft`, {
      revision: revised.body.draft.revision,
      content: { ...revised.body.draft.content, body: paragraphs('检修改为11月26日。') },
    })
    const second = await publishDraft(staff, id, saved.body.revision)
    expect(second.indexNumber).toBe(first.indexNumber)
    expect(second.editions.map((edition) => [edition.editionNumber, edition.state])).toEqual([
      [2, 'PUBLISHED'],
      [1, 'SUPERSEDED'],
    ])
    const old = await board.visitor().get<PublicEdition>(`/api/public/editions/${first.editions[0]?.hash}`)
    expect([old.body.state, old.body.supersededBy]).toEqual(['SUPERSEDED', second.editions[0]?.hash])
  })

  it('writes every step into a log whose chain holds', async () => {
    const { id, revision } = await draft()
    await publishDraft(staff, id, revision)
    const events = board.deps.store.read.audit.ofSubject('notice', id)
    expect(events.map((event) => [event.action, event.actor.name])).toEqual([
      ['notice.create', '周敏'],
      ['notice.submit', '周敏'],
      ['notice.approve', '韩立'],
      ['notice.approve', '王芳'],
      ['notice.publish', '周敏'],
    ])
    expect(board.deps.store.read.audit.firstBroken()).toBeNull()
  })
})

describe('four eyes', () => {
  it('no author decides on the own notice, whatever roles the author holds', async () => {
    const handler = await staff.administrator.get<{ id: string; name: string }[]>('/api/desk/accounts')
    const id = handler.body.find((person) => person.name === '周敏')?.id ?? ''
    await staff.administrator.json('PATCH', `/api/desk/accounts/${id}`, {
      roles: ['HANDLER', 'REVIEWER', 'SECRECY_REVIEWER'],
    })
    const written = await draft()
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${written.id}/submit`, {
      revision: written.revision,
    })
    for (const kind of ['REVIEW', 'SECRECY_REVIEW']) {
      const refused = await staff.handler.post<{ code: string }>(
        `/api/desk/notices/${written.id}/decisions`,
        {
          kind,
          decision: 'APPROVED',
          reason: '',
          submissionHash: submitted.body.submission?.hash,
        },
      )
      expect(refused.body.code).toBe('notice.author-may-not-decide')
    }
  })

  it('one person does not give both decisions', async () => {
    const people = await staff.administrator.get<{ id: string; name: string }[]>('/api/desk/accounts')
    const id = people.body.find((person) => person.name === '韩立')?.id ?? ''
    await staff.administrator.json('PATCH', `/api/desk/accounts/${id}`, {
      roles: ['REVIEWER', 'SECRECY_REVIEWER'],
    })
    const written = await draft()
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${written.id}/submit`, {
      revision: written.revision,
    })
    const decide = (kind: string) =>
      staff.reviewer.post<{ code?: string }>(`/api/desk/notices/${written.id}/decisions`, {
        kind,
        decision: 'APPROVED',
        reason: '',
        submissionHash: submitted.body.submission?.hash,
      })
    expect((await decide('REVIEW')).status).toBe(200)
    expect((await decide('SECRECY_REVIEW')).body.code).toBe('notice.one-person-two-decisions')
  })
})

describe('the privacy gate', () => {
  it('stops a resident ID number at submission until it is masked', async () => {
    const { id, revision } = await writeDraft(staff.handler, {
      title: '临时救助对象名单',
      body: paragraphs('户主张三，身份证号99000019800229001X。'),
      catalogueItemId,
    })
    const refused = await staff.handler.post<{ code: string; params: object }>(
      `/api/desk/notices/${id}/submit`,
      { revision },
    )
    expect(refused.body).toMatchObject({
      code: 'notice.privacy-hit',
      params: { count: 1, kind: 'RESIDENT_ID' },
    })
    const gate = await staff.handler.get<{ hits: { id: string; severity: string }[] }>(
      `/api/desk/notices/${id}/gate`,
    )
    const masked = await staff.handler.post<{ draft: { revision: number } }>(`/api/desk/notices/${id}/mask`, {
      hitIds: gate.body.hits.filter((hit) => hit.severity === 'BLOCK').map((hit) => hit.id),
    })
    const published = await publishDraft(staff, id, masked.body.draft.revision)
    expect(JSON.stringify(published.submission?.content)).not.toContain('19800229')
  })

  it('lets the secrecy reviewer, and nobody else, allow a value with a written reason', async () => {
    const { id, revision } = await writeDraft(staff.handler, {
      title: '防汛值班安排',
      body: paragraphs('值班公务手机13800138000。'),
      catalogueItemId,
    })
    const gate = await staff.handler.get<{ hits: { id: string; severity: string }[] }>(
      `/api/desk/notices/${id}/gate`,
    )
    const hitIds = gate.body.hits.filter((hit) => hit.severity === 'BLOCK').map((hit) => hit.id)
    expect(hitIds).toHaveLength(1)
    const byHandler = await staff.handler.post<{ code: string }>(`/api/desk/notices/${id}/overrides`, {
      hitIds,
      reason: '公务手机',
    })
    expect(byHandler.body.code).toBe('trust.role-missing')
    const silent = await staff.secrecyReviewer.post<{ code: string }>(`/api/desk/notices/${id}/overrides`, {
      hitIds,
      reason: '',
    })
    expect(silent.body.code).toBe('notice.reason-required')
    const allowed = await staff.secrecyReviewer.post<{ fits: boolean }>(`/api/desk/notices/${id}/overrides`, {
      hitIds,
      reason: '值班公务手机，已与应急办核实',
    })
    expect(allowed.body.fits).toBe(true)
    await publishDraft(staff, id, revision)
    const log = JSON.stringify(board.deps.store.read.audit.ofSubject('notice', id))
    expect(log).not.toContain('13800138000')
  })

  it('masks a number in the name and in the cells of an attached table, and publishes the masked copy only', async () => {
    const { id } = await writeDraft(staff.handler, {
      title: '临时救助对象名单',
      body: paragraphs('名单见附件。'),
      catalogueItemId,
    })
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('名单').addRows([
      ['姓名', '身份证号'],
      ['张三', '99000019800229001X'],
    ])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const attached = await staff.handler.upload<{ id: string }>(
      `/api/desk/notices/${id}/attachments`,
      '名单13800138000.xlsx',
      bytes,
    )
    expect(attached.status).toBe(201)
    const gate = await staff.handler.get<{ hits: { id: string; severity: string }[]; revision: number }>(
      `/api/desk/notices/${id}/gate`,
    )
    const hitIds = gate.body.hits.filter((hit) => hit.severity === 'BLOCK').map((hit) => hit.id)
    expect(hitIds).toHaveLength(2)
    const masked = await staff.handler.post<{ draft: { revision: number }; gate: { fits: boolean } }>(
      `/api/desk/notices/${id}/mask`,
      { hitIds },
    )
    expect(masked.body.gate.fits).toBe(true)
    const published = await publishDraft(staff, id, masked.body.draft.revision)
    const [file] = published.submission?.content.attachments ?? []
    expect(file?.name).not.toContain('13800138000')
    const copy = await board
      .visitor()
      .raw('GET', `/api/public/editions/${published.editions[0]?.hash}/attachments/${file?.id}`)
    const read = new ExcelJS.Workbook()
    await read.xlsx.load(await copy.arrayBuffer())
    const shown = JSON.stringify(read.getWorksheet('名单')?.getSheetValues())
    expect(shown).toContain('张三')
    expect(shown).not.toContain('19800229')
  })
})
