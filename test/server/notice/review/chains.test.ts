import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHAIN_PATTERNS, USUAL_CHAIN } from '../../../../domain/notice/review-chain.ts'
import type { ReviewChainsView, ReviewSlipView } from '../../../../server/notice/review/views.ts'
import { publicationFaults } from '../../../../server/cli/check-publications.ts'
import { namedBlobs } from '../../../../db/backup-blobs.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../../support/publish-flow.ts'
import { hire, onNotice, SCAN } from '../../../support/review-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let catalogueItemId: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})

afterEach(() => board.close())

type Answer = ReviewChainsView & { code: string }

const set = (rule: Partial<{ regime: string; noticeKind: string; chain: unknown; reason: string }>) =>
  staff.administrator.json<Answer>('PUT', '/api/desk/review-chains', {
    ...{ regime: null, noticeKind: null, chain: CHAIN_PATTERNS.THREE_REVIEWS, reason: '党政办规定' },
    ...rule,
  })

async function draft(more: object = {}): Promise<ReturnType<typeof onNotice> & { readonly id: string }> {
  const { id } = await writeDraft(staff.handler, {
    ...{ title: '河西村停电通知', body: paragraphs('河西村今晚停电检修。'), catalogueItemId },
    ...more,
  })
  return { ...onNotice(id), id }
}

describe('setting the chains', () => {
  it('is the administrator’s, with a reason, and every change stays on record', async () => {
    const path = '/api/desk/review-chains'
    const body = { regime: null, noticeKind: null, chain: USUAL_CHAIN, reason: '试' }
    expect((await staff.reviewer.json<Answer>('PUT', path, body)).body.code).toBe('trust.role-missing')
    expect((await set({ reason: ' ' })).body.code).toBe('review.reason-required')
    expect((await set({ chain: [['REVIEW']] })).body.code).toBe('review.chain-secrecy-missing')
    expect((await set({ regime: 'PARTY', chain: null })).body.code).toBe('review.unchanged')

    const { body: view } = await set({})
    expect(view.rules.map(({ regime, noticeKind }) => [regime, noticeKind])).toEqual([
      ['VILLAGE', 'FINANCE_TABLE'],
      [null, null],
    ])
    expect(view.rules[1]).toMatchObject({
      chain: CHAIN_PATTERNS.THREE_REVIEWS,
      set: { by: { name: '陈静' } },
    })
    const { body: back } = await set({ chain: null, reason: '恢复' })
    expect(back.rules[1]).toMatchObject({ chain: USUAL_CHAIN, set: null })
    expect(back.history.map(({ reason }) => reason)).toEqual(['恢复', '党政办规定'])
  })

  it('warns of what nobody in the office can decide', async () => {
    const { body } = await set({})
    expect(body.rules[1]?.unstaffed).toEqual(['LEGALITY_REVIEW'])
    expect(body.unstaffed).toEqual(['LEGALITY_REVIEW', 'LANGUAGE_REVIEW'])
    await hire(board, staff, '钱进', ['LEGALITY_REVIEWER'])
    const again = await staff.handler.get<ReviewChainsView>('/api/desk/review-chains')
    expect(again.body.rules[1]?.unstaffed).toEqual([])
  })
})

describe('三审', () => {
  it('goes from the office head over secrecy and legality to the leader; what is handed in keeps its chain', async () => {
    await set({})
    const lawyer = await hire(board, staff, '钱进', ['LEGALITY_REVIEWER'])
    const notice = await draft()
    expect((await notice.submit(staff.handler)).body.submission?.needed.map((stage) => stage.length)).toEqual(
      [1, 2, 1],
    )
    // Made shorter while it is under review: what was handed in is decided on as it was.
    await set({ chain: null, reason: '恢复' })
    expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')).body.code).toBe(
      'notice.decision-too-early',
    )
    expect((await notice.decide(staff.reviewer, 'REVIEW')).body.submission?.waitingFor).toEqual([
      { kind: 'SECRECY_REVIEW', language: '' },
      { kind: 'LEGALITY_REVIEW', language: '' },
    ])
    expect((await notice.detail(lawyer)).may.decide).toEqual([
      { kind: 'LEGALITY_REVIEW', language: '', exception: false, afterTheFact: false },
    ])
    expect((await notice.decide(lawyer, 'LEGALITY_REVIEW')).status).toBe(200)
    expect((await notice.decide(staff.deputyLeader, 'LEADER_APPROVAL')).body.code).toBe(
      'notice.decision-too-early',
    )
    expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')).body.state).toBe('IN_REVIEW')
    expect((await notice.publish(staff.handler)).body.code).toBe('notice.wrong-state')
    expect((await notice.decide(staff.deputyLeader, 'LEADER_APPROVAL')).body.state).toBe('APPROVED')
    expect((await notice.publish(staff.handler)).status).toBe(200)
  })

  it('ends with a return at any step', async () => {
    await set({ chain: [['REVIEW'], ['SECRECY_REVIEW']] })
    const notice = await draft()
    await notice.submit(staff.handler)
    await notice.decide(staff.reviewer, 'REVIEW')
    expect(
      (await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW', { decision: 'RETURNED' })).body.code,
    ).toBe('notice.reason-required')
    const returned = await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW', {
      ...{ decision: 'RETURNED', reason: '涉及值班电话' },
    })
    expect([returned.body.state, returned.body.submission?.closed]).toEqual(['RETURNED', true])
    expect(returned.body.history.at(-1)).toMatchObject({ action: 'notice.return', reason: '涉及值班电话' })
  })
})

describe('the supervisory committee of a village', () => {
  const fields = { decision: 'APPROVED', reason: '', signedBy: '赵海、孙梅', signedOn: '2026-11-23' }
  const finance = () => draft({ title: '河西村10月财务收支公开表', noticeKind: 'FINANCE_TABLE' })

  it('decides by its signed slip, which the handler enters and nobody outside the office sees', async () => {
    const notice = await finance()
    await notice.submit(staff.handler)
    const submissionHash = await notice.hash(staff.handler)
    const enter = (more: object, name = '审核单.pdf', bytes = SCAN) =>
      notice.upload(staff.handler, 'committee-slip', name, bytes, { ...fields, submissionHash, ...more })
    expect((await notice.decide(staff.handler, 'COMMITTEE_REVIEW')).body.code).toBe('notice.slip-required')
    expect((await enter({ signedBy: ' ' })).body.code).toBe('notice.slip-signers-required')
    expect((await enter({ signedOn: '2027-01-01' })).body.code).toBe('notice.slip-date-invalid')
    // Nobody signed it before it was handed in.
    expect((await enter({ signedOn: '2026-11-22' })).body.code).toBe('notice.slip-date-invalid')
    expect((await enter({}, '审核单.docx')).body.code).toBe('attachment.type-mismatch')
    expect((await enter({}, '审核单.exe')).body.code).toBe('notice.scan-type')
    expect((await enter({}, '审核单.png')).body.code).toBe('attachment.type-mismatch')
    const entered = await enter({})
    expect(entered.status, JSON.stringify(entered.body)).toBe(200)
    expect(entered.body.submission?.decisions[0]).toMatchObject({
      kind: 'COMMITTEE_REVIEW',
      slip: {
        signedBy: '赵海、孙梅',
        signedOn: '2026-11-23',
        mediaType: 'application/pdf',
        size: SCAN.length,
      },
    })
    await notice.decide(staff.reviewer, 'REVIEW')
    await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')
    const published = await notice.publish(staff.handler)
    expect(published.status, JSON.stringify(published.body)).toBe(200)

    const at = `/api/desk/notices/${notice.id}/committee-slip/${published.body.submission?.id}`
    const scan = await staff.reviewer.raw('GET', at)
    expect(new Uint8Array(await scan.arrayBuffer())).toEqual(SCAN)
    expect((await staff.administrator.raw('GET', at)).status).toBe(403)
    expect((await board.visitor().raw('GET', at)).status).not.toBe(200)
    expect(namedBlobs(board.deps.store.database)).toContain(await board.deps.blobs.put(SCAN))
    expect(JSON.stringify(published.body.submission?.content)).not.toContain('赵海')
  })

  it('returns it as well', async () => {
    const notice = await finance()
    await notice.submit(staff.handler)
    const submissionHash = await notice.hash(staff.handler)
    const returned = await notice.upload(staff.handler, 'committee-slip', 'a.pdf', SCAN, {
      ...{ ...fields, decision: 'RETURNED', reason: '第3笔没有票据', submissionHash },
    })
    expect(returned.body.state).toBe('RETURNED')
  })
})

it('the review slip holds what the 呈批单 asks for, with everything that was decided', async () => {
  const notice = await draft({ disclosureModeReason: '涉及群众切身利益' })
  await notice.submit(staff.handler)
  await notice.remark(staff.reviewer, { place: { part: 'TITLE' }, quote: '停电', text: '写明时间' })
  await notice.decide(staff.reviewer, 'REVIEW', { reason: '内容属实' })
  const { body } = await staff.handler.get<ReviewSlipView>(`/api/desk/notices/${notice.id}/review-slip`)
  expect(body).toMatchObject({
    ...{
      title: '河西村停电通知',
      abstract: '河西村今晚停电检修。',
      abstractGiven: false,
      audience: 'PUBLIC',
    },
    ...{ disclosureMode: 'PROACTIVE', disclosureModeReason: '涉及群众切身利益', undisclosed: null },
    ...{ publishedOn: null, submittedBy: { name: '周敏' }, handler: { name: '周敏' } },
    decisions: [{ kind: 'REVIEW', role: 'REVIEWER', by: { name: '韩立' }, reason: '内容属实' }],
    remarks: [{ text: '写明时间', quote: '停电' }],
  })
  expect(body.channels.length).toBeGreaterThan(0)
})

it('each other language is reviewed by whoever reads it, one decision a language; all of them are needed', async () => {
  const reader = await hire(board, staff, '白音', ['LANGUAGE_REVIEWER'])
  const text = (language: string, title: string, translator = '其其格') => ({
    ...{ language, title, body: paragraphs(title), translator, machine: false },
  })
  const notice = await draft({ texts: [text('en', 'Power cut'), text('za', 'Dingz dienh')] })
  const submitted = await notice.submit(staff.handler)
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  expect(submitted.body.submission?.waitingFor).toEqual([
    { kind: 'REVIEW', language: '' },
    { kind: 'SECRECY_REVIEW', language: '' },
    { kind: 'LANGUAGE_REVIEW', language: 'en' },
    { kind: 'LANGUAGE_REVIEW', language: 'za' },
  ])
  expect((await notice.decide(reader, 'LANGUAGE_REVIEW')).body.code).toBe('notice.decision-not-needed')
  expect((await notice.decide(staff.reviewer, 'LANGUAGE_REVIEW', { language: 'en' })).body.code).toBe(
    'trust.role-missing',
  )
  expect((await notice.decide(reader, 'LANGUAGE_REVIEW', { language: 'en' })).status).toBe(200)
  await notice.decide(staff.reviewer, 'REVIEW')
  expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')).body.state).toBe('IN_REVIEW')
  // Reading a second language is no second task.
  expect((await notice.decide(reader, 'LANGUAGE_REVIEW', { language: 'za' })).body.state).toBe('APPROVED')
  expect((await notice.publish(staff.handler)).status).toBe(200)
  expect(publicationFaults(board.deps.store.database)).toEqual([])
})

it('whoever is named as translator does not review the own words', async () => {
  const translator = await hire(board, staff, '巴图', ['LANGUAGE_REVIEWER'])
  const texts = [
    { language: 'en', title: 'Power cut', body: paragraphs('Power cut'), translator: '巴图', machine: false },
  ]
  const notice = await draft({ texts })
  expect((await notice.submit(staff.handler)).status).toBe(200)
  expect((await notice.detail(translator)).may.decide).toEqual([])
  expect((await notice.decide(translator, 'LANGUAGE_REVIEW', { language: 'en' })).body.code).toBe(
    'notice.author-may-not-decide',
  )
  const other = await hire(board, staff, '白音', ['LANGUAGE_REVIEWER'])
  expect((await notice.decide(other, 'LANGUAGE_REVIEW', { language: 'en' })).status).toBe(200)
})

it('a village’s money goes before its committee whatever kind the author picks', async () => {
  const notice = await draft({ noticeKind: 'NOTIFICATION', title: '河西村2026年10月财务收支公开' })
  const { body } = await notice.submit(staff.handler)
  expect(body.submission?.needed.flat().map(({ kind }) => kind)).toContain('COMMITTEE_REVIEW')
})
