import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Body } from '../../../domain/notice/body.ts'
import type { DraftContent } from '../../../domain/notice/content.ts'
import type { GateReport, NoticeDetail } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'
import { pictureFile, workbookWithHiddenColumn } from '../../support/word-files.ts'

type Refused = { code: string; params: Record<string, unknown> }
type Content = Parameters<typeof writeDraft>[1]

let board: TestBoard
let staff: Staff
let complete: Content

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  complete = { title: '停电检修通知', body: paragraphs('11月25日河西村停电。'), catalogueItemId }
})
afterEach(() => board.close())

const at = (id: string, step: string) => `/api/desk/notices/${id}/${step}`

function picture(attachmentId: string): Body {
  return { type: 'doc', content: [{ type: 'image', attrs: { attachmentId, alt: '' } }] }
}

async function submitted(): Promise<{ id: string; hash: string }> {
  const { id, revision } = await writeDraft(staff.handler, complete)
  const answer = await staff.handler.post<NoticeDetail>(at(id, 'submit'), { revision })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { id, hash: answer.body.submission?.hash ?? '' }
}

const approval = (kind: string, submissionHash: string) => ({
  ...{ kind, submissionHash },
  ...{ decision: 'APPROVED', reason: '' },
})

describe('a draft is not handed in', () => {
  it.each<[string, Partial<DraftContent>, string, object]>([
    ['without a title', { title: '　' }, 'notice.title-required', {}],
    ['without a body', { body: paragraphs(' ', '　') }, 'notice.body-required', {}],
    ['without a catalogue item', { catalogueItemId: null }, 'notice.catalogue-item-required', {}],
    [
      'with a document number that is none',
      { documentNumber: '云政发第五' },
      'notice.document-number-invalid',
      {},
    ],
    [
      'with a document number but no date of it',
      { documentNumber: '云政发〔2026〕5号' },
      'notice.document-date-required',
      {},
    ],
    [
      'printed before it was signed',
      { documentDate: '2026-11-20', issueDate: '2026-11-19' },
      'notice.date-order',
      {},
    ],
    [
      'when it is given out on request only',
      { disclosureMode: 'ON_REQUEST' },
      'notice.not-proactive',
      { mode: 'ON_REQUEST' },
    ],
    [
      'when it is for this place only',
      { audience: 'LOCAL' },
      'notice.not-public-audience',
      { audience: 'LOCAL' },
    ],
  ])('%s', async (_, change, code, params) => {
    const { id, revision } = await writeDraft(staff.handler, { ...complete, ...change })
    const refused = await staff.handler.post<Refused>(at(id, 'submit'), { revision })
    expect([refused.status, refused.body]).toMatchObject([422, { code, params }])
    expect((await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body.state).toBe('DRAFT')
  })

  it('when a picture in it was taken off the notice', async () => {
    const { id, revision } = await writeDraft(staff.handler, { ...complete, body: picture('gone') })
    const refused = await staff.handler.post<Refused>(at(id, 'submit'), { revision })
    expect([refused.status, refused.body.code]).toEqual([422, 'notice.image-missing'])
  })
})

describe('a draft somebody else has saved since', () => {
  it('is neither saved over nor handed in; the answer names who saved', async () => {
    const { id, revision } = await writeDraft(staff.handler, complete)
    const detail = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    const { content } = detail.body.draft
    const old = { revision: revision - 1, content: { ...content, title: '旧的一稿' } }
    const saved = await staff.handler.json<Refused>('PUT', at(id, 'draft'), old)
    const handedIn = await staff.handler.post<Refused>(at(id, 'submit'), { revision: revision - 1 })
    for (const refused of [saved, handedIn]) {
      expect([refused.status, refused.body]).toMatchObject([
        409,
        { code: 'notice.draft-conflict', params: { by: '周敏', revision } },
      ])
    }
    const kept = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    expect(kept.body.draft.content.title).toBe(complete.title)
  })
})

describe('a decision', () => {
  it('of one kind is given once', async () => {
    const { id, hash } = await submitted()
    expect((await staff.reviewer.post(at(id, 'decisions'), approval('REVIEW', hash))).status).toBe(200)
    const refused = await staff.deputyLeader.post<Refused>(at(id, 'decisions'), approval('REVIEW', hash))
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'notice.already-decided', params: { kind: 'REVIEW' } },
    ])
  })

  it('that nobody gave is missed at publication, also when the tables say that the notice is approved', async () => {
    const { id, hash } = await submitted()
    await staff.reviewer.post(at(id, 'decisions'), approval('REVIEW', hash))
    board.deps.store.database.prepare(`UPDATE notice SET state = 'APPROVED' WHERE id = ?`).run(id)
    const refused = await staff.handler.post<Refused>(at(id, 'publish'), { submissionHash: hash })
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'notice.review-missing', params: { kind: 'SECRECY_REVIEW' } },
    ])
    expect(board.deps.store.read.public.total(null)).toBe(0)
  })
})

describe('a hit that is not there any more', () => {
  it('is neither masked nor let through, nor is anything asked for beside it', async () => {
    const body = paragraphs('联系电话13800138000。')
    const { id } = await writeDraft(staff.handler, { ...complete, body })
    const gate = await staff.handler.get<GateReport>(at(id, 'gate'))
    const hitIds = [gate.body.hits[0]?.id ?? '', 'gone']
    const masked = await staff.handler.post<Refused>(at(id, 'mask'), { hitIds })
    const reason = '值班公务手机'
    const passed = await staff.secrecyReviewer.post<Refused>(at(id, 'overrides'), { hitIds, reason })
    for (const refused of [masked, passed]) {
      expect([refused.status, refused.body.code]).toEqual([404, 'notice.privacy-hit-not-found'])
    }
    const after = await staff.handler.get<GateReport>(at(id, 'gate'))
    expect(after.body.hits[0]).toMatchObject({ override: null })
    expect(
      (await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body.draft.content.body,
    ).toEqual(body)
  })
})

describe('an attachment', () => {
  it('is not found under another notice, under no notice, or once it is taken off', async () => {
    const one = await writeDraft(staff.handler, complete)
    const other = await writeDraft(staff.handler, { ...complete, title: '另一条' })
    const bytes = await workbookWithHiddenColumn()
    const added = await staff.handler.upload<{ id: string }>(at(one.id, 'attachments'), '名单.xlsx', bytes)
    expect(added.status).toBe(201)
    const file = added.body.id
    const asked = (method: 'GET' | 'DELETE', path: string) => staff.handler.json<Refused>(method, path)
    for (const answer of [
      await asked('GET', at(other.id, `attachments/${file}`)),
      await asked('GET', at(other.id, `attachments/${file}/original`)),
      await asked('GET', at(one.id, `attachments/${file}/other`)),
      await asked('GET', at(one.id, 'attachments/nothing')),
      await asked('DELETE', at(other.id, `attachments/${file}`)),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'attachment.not-found'])
    }
    expect((await staff.handler.raw('DELETE', at(one.id, `attachments/${file}`))).ok).toBe(true)
    const again = await asked('DELETE', at(one.id, `attachments/${file}`))
    expect([again.status, again.body.code]).toEqual([404, 'attachment.not-found'])
    const hash = '0'.repeat(64)
    const open = await board.visitor().get<Refused>(`/api/public/editions/${hash}/attachments/${file}`)
    expect([open.status, open.body.code]).toEqual([404, 'attachment.not-found'])
  })

  it('is the fiftieth at most', async () => {
    const { id } = await writeDraft(staff.handler, complete)
    const bytes = await pictureFile()
    for (let serial = 1; serial <= 50; serial++) {
      const added = await staff.handler.upload(at(id, 'attachments'), `图${serial}.png`, bytes)
      expect(added.status).toBe(201)
    }
    const refused = await staff.handler.upload<Refused>(at(id, 'attachments'), '图51.png', bytes)
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'attachment.too-many', params: { most: 50 } },
    ])
  })
})
