import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../platform/sha256.ts'
import type { GateReport, NoticeDetail, SavedDraft } from '../../../server/notice/views.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  sayChange,
  writeDraft,
} from '../../support/publish-flow.ts'
import {
  firstSignIn,
  GIVEN_PASSWORD,
  openTestBoard,
  setUpOffice,
  type Staff,
  type TestBoard,
} from '../../support/test-board.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import type { AccountView } from '../../../server/office/views.ts'

let board: TestBoard
let staff: Staff
let catalogueItemId: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})

afterEach(() => board.close())

/** 赵二 writes and reviews: in a small office one person often holds both roles. */
async function zhaoEr(): Promise<DeskClient & { readonly accountId: string }> {
  const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
    name: '赵二',
    roles: ['HANDLER', 'REVIEWER'],
    password: GIVEN_PASSWORD,
  })
  const client = await board.desk()
  await firstSignIn(client, added.body.id)
  return Object.assign(client, { accountId: added.body.id })
}

const content = () => ({
  title: '防汛值班安排',
  body: paragraphs('值班公务手机13800138000。'),
  catalogueItemId,
})

async function allow(id: string, reason: string): Promise<void> {
  const gate = await staff.handler.get<GateReport>(`/api/desk/notices/${id}/gate`)
  const hitIds = gate.body.hits.filter((hit) => hit.severity === 'BLOCK').map((hit) => hit.id)
  const allowed = await staff.secrecyReviewer.post<GateReport>(`/api/desk/notices/${id}/overrides`, {
    hitIds,
    reason,
  })
  expect(allowed.body.fits, JSON.stringify(allowed.body)).toBe(true)
}

describe('why a number was let through', () => {
  it('keeps the first reason when a second one is written, and shows the newest', async () => {
    const { id } = await writeDraft(staff.handler, content())
    await allow(id, '值班公务手机，已与应急办核实')
    // A clock set back must not bring the old reason forward again.
    board.clock.set('2026-11-20T00:00:00.000Z')
    await allow(id, '经本人书面同意')
    const kept = board.deps.store.database
      .prepare('SELECT reason FROM privacy_override WHERE notice_id = ? ORDER BY sequence')
      .pluck()
      .all(id)
    expect(kept).toEqual(['值班公务手机，已与应急办核实', '经本人书面同意'])
    const gate = await staff.handler.get<GateReport>(`/api/desk/notices/${id}/gate`)
    expect(gate.body.hits.map((hit) => hit.override?.reason)).toEqual(['经本人书面同意'])
  })

  it('stands in the log by fingerprint and by the hash of the reason, so that neither can be exchanged', async () => {
    const { id } = await writeDraft(staff.handler, content())
    await allow(id, '值班公务手机，已与应急办核实')
    const [override] = board.deps.store.read.notice.overrides(id)
    const event = board.deps.store.read.audit
      .ofSubject('notice', id)
      .find(({ action }) => action === 'notice.override')
    expect(event?.detail).toMatchObject({
      fingerprint: override?.fingerprint,
      reasonSha256: sha256('值班公务手机，已与应急办核实'),
    })
  })
})

describe('who wrote a notice', () => {
  it('may not review the next edition that goes on from their text', async () => {
    const zhao = await zhaoEr()
    const { id, revision } = await writeDraft(zhao, { ...content(), body: paragraphs('河西村按班值守。') })
    await publishDraft(staff, id, revision)
    const revised = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/revise`)
    expect(revised.body.authors.map((author) => author.name).sort()).toEqual(['周敏', '赵二'])
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, {
      revision: await sayChange(staff.handler, id, revised.body.draft.revision),
    })
    const refused = await zhao.post<{ code: string }>(`/api/desk/notices/${id}/decisions`, {
      kind: 'REVIEW',
      decision: 'APPROVED',
      reason: '',
      submissionHash: submitted.body.submission?.hash,
    })
    expect([refused.status, refused.body.code]).toEqual([403, 'notice.author-may-not-decide'])
  })

  it('stands in the log of each submission and, by edition, in the database', async () => {
    const zhao = await zhaoEr()
    const { id, revision } = await writeDraft(zhao, { ...content(), body: paragraphs('河西村按班值守。') })
    const first = await publishDraft(staff, id, revision)
    const revised = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/revise`)
    const saved = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
      revision: revised.body.draft.revision,
      content: { ...revised.body.draft.content, title: '防汛值班安排（更新）' },
    })
    await publishDraft(staff, id, saved.body.revision)
    const handlerId = first.editions[0]?.publishedBy.id ?? ''
    const authors = board.deps.store.read.audit
      .ofSubject('notice', id)
      .filter(({ action }) => action === 'notice.submit')
      .map(({ detail }) => detail['authors'])
    // 周敏 handed the first one in, which makes 周敏 an author as well.
    expect(authors).toEqual([
      [handlerId, zhao.accountId].sort().join(' '),
      [handlerId, zhao.accountId].sort().join(' '),
    ])
    const rows = board.deps.store.database
      .prepare('SELECT edition_number AS edition, account_id AS who FROM notice_author WHERE notice_id = ?')
      .all(id) as { edition: number; who: string }[]
    expect(rows.filter(({ who }) => who === zhao.accountId)).toEqual([{ edition: 1, who: zhao.accountId }])
    expect(rows.filter(({ who }) => who === handlerId).map(({ edition }) => edition)).toEqual([1, 2])
  })
})

describe('which submission the desk shows', () => {
  it('is the one written last, also when the clock was set back between two', async () => {
    const { id, revision } = await writeDraft(staff.handler, { ...content(), body: paragraphs('第一稿。') })
    const first = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision })
    await staff.handler.post(`/api/desk/notices/${id}/recall`)
    const saved = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
      revision: first.body.draft.revision,
      content: { ...first.body.draft.content, body: paragraphs('第二稿。') },
    })
    board.clock.set('2026-11-20T00:00:00.000Z')
    const second = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, {
      revision: saved.body.revision,
    })
    expect(JSON.stringify(second.body.submission?.content)).toContain('第二稿')
    await staff.handler.post(`/api/desk/notices/${id}/recall`)
    const recalled = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    expect(JSON.stringify(recalled.body.submission?.content)).toContain('第二稿')
  })
})
