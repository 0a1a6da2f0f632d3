import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { Body } from '../../../domain/notice/body.ts'
import { INTERPRETATION_ELEMENTS } from '../../../domain/notice/placement.ts'
import { TYPED_CHANNELS } from '../../../domain/voice/opinion-channel.ts'
import type { PublicEdition } from '../../../server/display/views.ts'
import type { PublicMatter, PublicMatters } from '../../../server/matter/public-matter-views.ts'
import type { MatterCounts, MatterDetail, OpinionList } from '../../../server/matter/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { place } from '../../support/placement-flow.ts'
import { paragraphs, publishDraft } from '../../support/publish-flow.ts'
import { ok, ScenarioOffice } from './scenario-office.ts'

let office: ScenarioOffice
let protection: CatalogueItem | undefined
let matterId: string
let consultationId: string
let draftId: string
let decisionId: string

const TITLE = '河西村水源保护办法'
const BODY = ['第一条　水源保护范围为河西泉眼周围五十米。', '第二条　禁止在保护范围内养殖畜禽。']

beforeAll(async () => {
  office = await ScenarioOffice.open('2026-07-30T01:00:00.000Z')
  const { items } = await office.catalogue(
    '云溪镇政务公开事项目录.csv',
    [['重大决策', '重大行政决策', '自信息形成之日起20个工作日内']],
    ['township'],
  )
  protection = items.get('重大行政决策')
})
afterAll(() => office.close())

const desk = () => office.staff.handler
const matter = async () => ok(await desk().get<MatterDetail>(`/api/desk/matters/${matterId}`))
const opinions = async () =>
  ok(await desk().get<OpinionList>(`/api/desk/consultations/${consultationId}/opinions`))

const STEP = {
  heading: '',
  text: '',
  measure: '',
  result: null,
  workdays: null,
  noticeId: null,
  fileId: null,
  voids: null,
}
const enter = (entry: object) =>
  desk().post<MatterDetail & { code: string; params: object }>(`/api/desk/matters/${matterId}/entries`, {
    ...STEP,
    ...entry,
  })

/** Begins a notice of the matter and gives its id. */
async function begin(role: string): Promise<string> {
  const path = `/api/desk/matters/${matterId}/notices`
  return ok(await desk().post<{ noticeId: string }>(path, { role, noticeId: null })).noticeId
}

/** Fills what a begun notice of the matter needs and gives its revision. */
async function fill(id: string, change: Partial<NoticeDetail['draft']['content']>): Promise<number> {
  const { draft } = ok(await desk().get<NoticeDetail>(`/api/desk/notices/${id}`))
  const content = { ...draft.content, catalogueItemId: protection?.id, ...change }
  const saved = await desk().json<{ revision: number }>('PUT', `/api/desk/notices/${id}/draft`, {
    revision: draft.revision,
    content,
  })
  return ok(saved).revision
}

function bodyTexts(body: Body): string {
  return JSON.stringify(body)
}

describe('S6: a draft decision with opinions', () => {
  it('the plan of 30 days from 3 August ends on 2 September; twenty days need a reason', async () => {
    const opened = await desk().post<MatterDetail>('/api/desk/matters', {
      unitId: 'township',
      kind: 'MAJOR_DECISION',
      title: TITLE,
      target: '饮用水水质达标',
      measures: '划定保护范围，设立标志',
      owner: '农业农村办公室',
    })
    matterId = ok(opened).id
    const plan = {
      opensOn: '2026-08-03',
      amount: 30,
      unit: 'day',
      channels: [
        { channel: 'PHONE', detail: '0999-6100100' },
        { channel: 'BOX', detail: '河西村委会门口意见箱' },
        { channel: 'MEETING', detail: '8月20日河西村村民会议' },
      ],
      shorterReason: '',
    }
    const path = `/api/desk/matters/${matterId}/consultations`
    const short = await desk().post<{ code: string; params: object }>(path, { ...plan, amount: 20 })
    expect(short.body).toMatchObject({ code: 'consultation.reason-required', params: { amount: 30 } })
    const [consultation] = ok(await desk().post<MatterDetail>(path, plan)).consultations
    consultationId = consultation?.id ?? ''
    expect(consultation).toMatchObject({
      state: 'PLANNED',
      opensOn: '2026-08-03',
      closesOn: '2026-09-02',
      end: { due: '2026-09-02', term: { amount: 30, unit: 'day', start: '2026-08-03' } },
    })
  })

  it('the draft tells of period and channels, and opens the consultation when it is published', async () => {
    await office.goTo('2026-08-03T01:00:00.000Z')
    draftId = await begin('DRAFT')
    const published = await publishDraft(
      office.staff,
      draftId,
      await fill(draftId, { body: paragraphs(...BODY), documentDate: '2026-08-03' }),
    )
    const visitor = office.board.visitor()
    const index = encodeURIComponent(published.indexNumber ?? '')
    const edition = ok(await visitor.get<PublicEdition>(`/api/public/notice?index=${index}`))
    expect(edition.content).toMatchObject({
      title: `${TITLE}（征求意见稿）`,
      consultation: { opensOn: '2026-08-03', closesOn: '2026-09-02', amount: 30, unit: 'day' },
    })
    expect(edition.matter).toMatchObject({
      id: matterId,
      consultation: { opensOn: '2026-08-03', closesOn: '2026-09-02' },
    })
    expect((await matter()).consultations[0]).toMatchObject({ state: 'OPEN' })
    const { matters } = ok(await visitor.get<PublicMatters>('/api/public/matters'))
    expect(matters).toMatchObject([{ id: matterId, state: 'OPEN', closesOn: '2026-09-02' }])
  })

  it('23 opinions arrive; one that comes on 3 September is late', async () => {
    await office.goTo('2026-08-20T01:00:00.000Z')
    const path = `/api/desk/consultations/${consultationId}/opinions`
    for (let number = 1; number <= 22; number += 1) {
      const answer = await desk().post<{ number: number }>(path, {
        channel: TYPED_CHANNELS[number % TYPED_CHANNELS.length],
        receivedOn: '2026-08-20',
        name: number === 3 ? '' : `张村民${number}`,
        contact: '13900000000',
        text: number === 7 || number === 8 ? '建议把水源保护范围扩大到一百米。' : `第${number}条具体意见内容`,
      })
      expect(ok(answer).number).toBe(number)
    }
    await office.goTo('2026-09-02T01:00:00.000Z')
    const counts = ok(await desk().get<MatterCounts>('/api/desk/matter-counts'))
    expect(counts).toMatchObject({ matters: [{ daysLeft: 0, unanswered: 22 }], waiting: 0 })
    await office.goTo('2026-09-03T01:00:00.000Z')
    const late = { channel: 'LETTER', receivedOn: '2026-09-03', name: '', contact: '', text: '邮寄的意见' }
    expect(ok(await desk().post<{ number: number }>(path, late)).number).toBe(23)
    const { items, consultation } = await opinions()
    expect(items.filter((one) => one.late).map(({ number }) => number)).toEqual([23])
    expect(consultation).toMatchObject({ state: 'CLOSED', unanswered: 23 })
    expect(ok(await desk().get<MatterCounts>('/api/desk/matter-counts')).waiting).toBe(23)
  })

  it('opinions that say the same are found, merged, and answered once', async () => {
    const { items, alike } = await opinions()
    const byNumber = (number: number) => items.find((one) => one.number === number)?.id ?? ''
    expect(alike[0]).toMatchObject({ one: byNumber(7), other: byNumber(8), score: 1 })
    ok(await desk().post(`/api/desk/opinions/${byNumber(7)}/merge`, { others: [byNumber(8)] }))
    const again = await desk().post<{ code: string; params: object }>(
      `/api/desk/opinions/${byNumber(8)}/answer`,
      { result: 'ADOPTED', reason: '已改', summary: '扩大范围' },
    )
    expect(again.body).toMatchObject({ code: 'opinion.already-merged', params: { number: 8 } })
    ok(await desk().post(`/api/desk/opinions/${byNumber(8)}/separate`, {}))
    expect((await opinions()).consultation.unanswered).toBe(23)
    ok(await desk().post(`/api/desk/opinions/${byNumber(7)}/merge`, { others: [byNumber(8)] }))
    expect((await opinions()).consultation.unanswered).toBe(22)
  })

  it('the feedback is refused while opinion #17 has no answer', async () => {
    const { items } = await opinions()
    const heads = items.filter(({ mergedInto }) => mergedInto === null)
    const answer = (id: string, number: number) =>
      desk().post(`/api/desk/opinions/${id}/answer`, {
        result: number === 7 ? 'ADOPTED' : number < 5 ? 'PARTIAL' : 'NOT_ADOPTED',
        reason: number === 7 ? '第一条改为一百米' : '已有规定',
        summary: `意见摘要${number}`,
      })
    for (const { id, number } of heads) if (number !== 17) ok(await answer(id, number))
    const path = `/api/desk/matters/${matterId}/notices`
    const refused = await desk().post(path, { role: 'ADOPTION', noticeId: null })
    expect(refused.body).toMatchObject({ code: 'consultation.unanswered', params: { count: 1, number: 17 } })
    const empty = await desk().post(
      `/api/desk/opinions/${heads.find((one) => one.number === 17)?.id}/answer`,
      {
        result: 'NOT_ADOPTED',
        reason: ' ',
        summary: '意见摘要17',
      },
    )
    expect(empty.body).toMatchObject({ code: 'opinion.reason-required' })
    ok(await answer(heads.find(({ number }) => number === 17)?.id ?? '', 17))
    expect((await opinions()).consultation).toMatchObject({ state: 'ANSWERING', unanswered: 0 })
  })

  it('the feedback counts the answers and names nobody; published, it ends the consultation', async () => {
    const id = await begin('ADOPTION')
    const { draft } = ok(await desk().get<NoticeDetail>(`/api/desk/notices/${id}`))
    const told = bodyTexts(draft.content.body)
    expect(told).toContain('共收到意见23条')
    expect(told).toContain('其中采纳2条，部分采纳4条，未采纳17条')
    expect(told).toContain('意见摘要7（2条相同意见）')
    expect(told).not.toContain('张村民')
    expect(told).not.toContain('13900000000')
    await publishDraft(office.staff, id, await fill(id, { documentDate: '2026-09-03' }))
    const { consultations } = await matter()
    expect(consultations[0]).toMatchObject({ state: 'RESULT_PUBLISHED', may: { enter: false } })
    const path = `/api/desk/consultations/${consultationId}/opinions`
    const more = { channel: 'PAPER', receivedOn: '2026-09-03', name: '', contact: '', text: '又一条' }
    expect((await desk().post(path, more)).body).toMatchObject({ code: 'consultation.finished' })
  })

  it('no meeting before the legality review: asked on 3 September, its result is due by 14 September', async () => {
    const asked = ok(
      await enter({ step: 'LEGALITY_REQUEST', on: '2026-09-03', heading: '司法所', workdays: 7 }),
    )
    expect(asked).toMatchObject({ legalityDue: '2026-09-14', next: 'LEGALITY' })
    const hasty = await enter({ step: 'LEGALITY_REQUEST', on: '2026-09-03', heading: '司法所', workdays: 3 })
    expect(hasty.body).toMatchObject({ code: 'matter.legality-too-short', params: { days: 7 } })
    const early = await enter({ step: 'MEETING', on: '2026-09-03', heading: '镇长办公会议' })
    expect(early.body).toMatchObject({ code: 'matter.legality-missing' })

    decisionId = await begin('DECISION')
    const { draft } = ok(await desk().get<NoticeDetail>(`/api/desk/notices/${decisionId}`))
    expect(bodyTexts(draft.content.body)).toContain('五十米')
    const body = paragraphs(BODY[0]?.replace('五十米', '一百米') ?? '', BODY[1] ?? '')
    const revision = await fill(decisionId, { body, documentDate: '2026-09-03' })
    const unsound = await desk().post(`/api/desk/notices/${decisionId}/submit`, { revision })
    expect(unsound.body).toMatchObject({ code: 'matter.legality-missing' })

    await office.goTo('2026-09-14T01:00:00.000Z')
    const bare = { step: 'LEGALITY_RESULT', on: '2026-09-14', heading: '司法所', result: 'LAWFUL' }
    expect((await enter(bare)).body).toMatchObject({ code: 'matter.legality-file-required' })
    const bytes = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')
    const file = ok(
      await desk().upload<{ id: string }>(`/api/desk/matters/${matterId}/files`, '审查意见.pdf', bytes),
    )
    ok(await enter({ ...bare, fileId: file.id }))
    await office.goTo('2026-09-16T01:00:00.000Z')
    const met = ok(await enter({ step: 'MEETING', on: '2026-09-16', heading: '镇长办公会议', text: '同意' }))
    expect(met).toMatchObject({ next: 'DECISION', decisionBlocked: null })
  })

  it('decided on 18 September, its interpretation is due by 22 September, over the Sunday that works', async () => {
    await office.goTo('2026-09-18T01:00:00.000Z')
    const revision = await fill(decisionId, { documentDate: '2026-09-18' })
    const shown = ok(await desk().get<NoticeDetail>(`/api/desk/notices/${decisionId}`))
    const plan = '农业农村办公室负责解读'
    const placed = ok(await place(desk(), shown, { policy: { interpretation: 'PLANNED', plan } }))
    expect(placed.revision).toBeGreaterThan(revision)
    const published = await publishDraft(office.staff, decisionId, placed.revision)
    const decided = await matter()
    expect(decided).toMatchObject({ decidedOn: '2026-09-18', interpretation: { due: '2026-09-22' } })
    const draft = ok(await desk().get<NoticeDetail>(`/api/desk/notices/${draftId}`))
    expect(published.indexNumber).not.toBe(draft.indexNumber)
  })

  it('the interpretation with its seven elements completes the file', async () => {
    await office.goTo('2026-09-21T01:00:00.000Z')
    const id = await begin('INTERPRETATION')
    await fill(id, { body: paragraphs('解读。'), documentDate: '2026-09-21' })
    const shown = ok(await desk().get<NoticeDetail>(`/api/desk/notices/${id}`))
    const elements = Object.fromEntries(INTERPRETATION_ELEMENTS.map((one) => [one, 'COVERED']))
    const interpretation = { ofNoticeId: decisionId, elements }
    const placed = ok(await place(desk(), shown, { interpretation }))
    await publishDraft(office.staff, id, placed.revision)
    expect((await matter()).path.filter(({ state }) => state === 'DONE').map(({ stage }) => stage)).toEqual([
      'CONSULTATION',
      'LEGALITY',
      'MEETING',
      'DECISION',
      'INTERPRETATION',
    ])
  })

  it('the public sees draft, feedback, decision and interpretation, and what changed between draft and final', async () => {
    const visitor = office.board.visitor()
    const shown = ok(await visitor.get<PublicMatter>(`/api/public/matters/${matterId}`))
    expect(shown).toMatchObject({
      title: TITLE,
      state: 'DECIDED',
      consultations: [{ state: 'ANSWERED', opensOn: '2026-08-03', closesOn: '2026-09-02' }],
      decisions: [{ title: TITLE, publishDate: '2026-09-18' }],
      interpretations: [{ publishDate: '2026-09-21' }],
      difference: true,
    })
    const difference = ok(await visitor.get<{ same: boolean }>(`/api/public/matters/${matterId}/difference`))
    expect(difference.same).toBe(false)
    expect(JSON.stringify(difference)).toContain('一百')
  })
})
