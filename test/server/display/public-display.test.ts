import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftContent } from '../../../domain/notice/content.ts'
import type {
  AgainPreview,
  CertificatePaper,
  DisplayDetail,
  DisplayList,
  DisplaysToday,
  PublicDisplay,
} from '../../../server/display/public-display/views.ts'
import type { NoticeDetail, SavedDraft } from '../../../server/notice/views.ts'
import { displayDraft, displayPlan, publishDisplay } from '../../support/display-flow.ts'
import { importVillageCatalogue, submitAndApprove, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let itemId: string

beforeEach(async () => {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  board.clock.set('2026-03-02T01:00:00.000Z')
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.administrator)).id
})

afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

type Answer = DisplayDetail & { readonly code?: string; readonly params?: Record<string, unknown> }

const on = (day: string) => board.clock.set(`${day}T01:00:00.000Z`)
const act = async (who: keyof Staff, id: string, path: string, body: object) =>
  (await staff[who].post<Answer>(`/api/desk/displays/${id}/${path}`, body)).body
const detail = async (id: string) => (await staff.handler.get<DisplayDetail>(`/api/desk/displays/${id}`)).body
const phoned = (change: object = {}) => ({
  receivedOn: '2026-03-04',
  channel: 'PHONE',
  name: '陈某',
  contact: '',
  text: '面积有误',
  ...change,
})
const none = { kind: 'NO_OBJECTION', text: '公示期内未收到异议。' }

/** What the public reads of the display of a notice. */
async function told(indexNumber: string) {
  const path = `/api/public/display?index=${encodeURIComponent(indexNumber)}`
  return await board.visitor().get<PublicDisplay & { code?: string }>(path)
}

describe('a 公示 is handed in only when it says what a 公示 has to say', () => {
  const refusal = async (change: Partial<DraftContent>) => {
    const draft = { ...displayDraft(itemId), ...change }
    const { id, revision } = await writeDraft(staff.handler, draft)
    const { body } = await staff.handler.post<{ code?: string }>(`/api/desk/notices/${id}/submit`, {
      revision,
    })
    return body.code ?? 'accepted'
  }
  const display = displayPlan()

  it('for how long, where, how to object, on boards of its own unit, and until its last day is over', async () => {
    expect(await refusal({})).toBe('accepted')
    expect(await refusal({ display: null })).toBe('display.length-required')
    expect(await refusal({ display: { ...display, places: [] } })).toBe('display.place-required')
    const nobody = { telephone: '', address: '', email: '', person: '' }
    expect(await refusal({ display: { ...display, objection: nobody } })).toBe('display.objection-required')
    const foreign = [{ boardId: 'board-of-another', name: '公开栏' }]
    expect(await refusal({ display: { ...display, places: foreign } })).toBe('board.not-found')
    expect(await refusal({ expiresAt: '2026-03-08T16:00:00.000Z' })).toBe('display.expires-early')
    // The same notice as a 通知 has no display at all.
    expect(await refusal({ noticeKind: 'NOTIFICATION', display: null })).toBe('accepted')
  })

  it('the telephone of an office passes the privacy gate, a mobile number is judged by a person', async () => {
    const objection = { ...display.objection, telephone: '13800138000' }
    expect(await refusal({ display: { ...display, objection } })).toBe('notice.privacy-hit')
  })
})

describe('how long it hangs', () => {
  it('ten working days from 2 March end on 16 March; it comes down from the 17th (S4)', async () => {
    const { display } = await publishDisplay(staff, itemId, {
      length: { count: 10, unit: 'WORKING_DAY' },
      basis: '土地管理法实施条例第26条',
    })
    expect(display).toMatchObject({ startsOn: '2026-03-02', endsOn: '2026-03-16', state: 'ON_DISPLAY' })
    on('2026-03-16')
    expect(await detail(display.id)).toMatchObject({ state: 'ON_DISPLAY', daysLeft: 0 })
    on('2026-03-17')
    expect(await detail(display.id)).toMatchObject({ state: 'ENDED', daysLeft: null })
  })

  it('thirty days from 1 April are extended to 6 May, and the arithmetic says why (S4)', async () => {
    on('2026-04-01')
    const { display } = await publishDisplay(staff, itemId, { length: { count: 30, unit: 'CALENDAR_DAY' } })
    expect(display.endsOn).toBe('2026-05-06')
    expect(display.reckoned.steps.at(-1)).toMatchObject({ kind: 'ROLLED', name: '劳动节' })
  })

  it('a display that begins later waits, and its end is reckoned from its own first day', async () => {
    const { display } = await publishDisplay(staff, itemId, { startsOn: '2026-03-09' })
    expect(display).toMatchObject({ state: 'SCHEDULED', startsOn: '2026-03-09', endsOn: '2026-03-16' })
  })

  it('a clock set back lengthens nothing', async () => {
    const { display } = await publishDisplay(staff, itemId)
    on('2026-03-10')
    await act('handler', display.id, 'objections', phoned())
    board.clock.set('2020-01-01T00:00:00.000Z')
    expect((await detail(display.id)).today).toBe('2026-03-10')
  })

  it('a new calendar does not shorten what was announced; both days are told', async () => {
    on('2026-12-28')
    const { display } = await publishDisplay(staff, itemId, { length: { count: 5, unit: 'WORKING_DAY' } })
    expect(display).toMatchObject({ endsOn: '2027-01-05', provisional: true })
    board.deps.store.tx((write) => {
      const accountId = board.deps.store.read.office.accountByName('周敏')?.id ?? ''
      const head = { kind: 'LOCAL_DAY', summary: '元旦', fileName: '', signedBy: '' } as const
      const change = write.calendar.addChange({ ...head, accountId, at: board.clock.now() })
      write.calendar.addLocalDay(
        { date: '2027-01-02', kind: 'WORKDAY', name: '元旦', reason: '调休' },
        change,
      )
    })
    const now = await detail(display.id)
    expect([now.reckoned.due, now.endsOn, now.lastDay]).toEqual(['2027-01-04', '2027-01-05', '2027-01-05'])
  })
})

describe('objections and the result (S1)', () => {
  it('an objection by telephone must have its answer before the result, which another person confirms', async () => {
    const { notice, display } = await publishDisplay(staff, itemId)
    const { id } = display
    on('2026-03-09')
    expect((await staff.handler.get<DisplaysToday>('/api/desk/displays-today')).body).toMatchObject({
      endsToday: [{ id, daysLeft: 0 }],
      awaitsResult: [],
    })
    expect((await act('handler', id, 'results', none)).code).toBe('display.not-ended')
    await act('handler', id, 'objections', phoned())
    on('2026-03-10')
    expect(await detail(id)).toMatchObject({
      state: 'OBJECTION_OPEN',
      unanswered: 1,
      may: { propose: false },
    })
    expect(await act('handler', id, 'results', none)).toMatchObject({
      code: 'display.objection-open',
      params: { count: 1 },
    })
    const [objection] = (await detail(id)).objectionList
    const entries = `objections/${objection?.id ?? ''}/entries`
    const answered = await act('handler', id, entries, { kind: 'ANSWERED', answer: '经复核，面积无误。' })
    expect(answered).toMatchObject({ state: 'OBJECTION_RESOLVED', unanswered: 0 })
    expect(answered.objectionList[0]?.entries[0]).toMatchObject({
      answer: '经复核，面积无误。',
      by: { name: '周敏' },
    })
    expect((await act('handler', id, 'results', none)).code).toBe('display.objections-exist')
    const text = '公示期内收到异议1件，经复核面积无误，已答复。'
    const written = await act('handler', id, 'results', { kind: 'OBJECTIONS_HANDLED', text })
    expect(written).toMatchObject({ resultWaits: true, ownResult: true })
    const index = notice.indexNumber ?? ''
    expect((await told(index)).body).toMatchObject({ state: 'ENDED', result: null })
    const decision = `results/${written.results[0]?.id ?? ''}/decision`
    const confirm = { decision: 'CONFIRMED', reason: '' }
    expect((await act('handler', id, decision, confirm)).code).toBe('trust.role-missing')
    expect(await act('reviewer', id, decision, confirm)).toMatchObject({ state: 'RESULT_PUBLISHED' })
    expect((await told(index)).body).toMatchObject({
      state: 'RESULT_PUBLISHED',
      result: { text, on: '2026-03-10' },
    })
  })

  it('what the public reads names nobody who objected and nothing they said', async () => {
    const { notice, display } = await publishDisplay(staff, itemId)
    on('2026-03-04')
    await act('handler', display.id, 'objections', phoned())
    const { body } = await told(notice.indexNumber ?? '')
    expect(JSON.stringify(body)).not.toMatch(/陈某|面积/)
    const log = board.deps.store.read.audit.ofSubject('display', display.id)
    expect(JSON.stringify(log.map((event) => event.detail))).not.toMatch(/陈某|面积/)
  })

  it('a reviewer who wrote the result does not confirm it, but may take it back', async () => {
    const { display } = await publishDisplay(staff, itemId)
    const { id } = display
    on('2026-03-10')
    const written = await act('reviewer', id, 'results', none)
    const decision = `results/${written.results[0]?.id ?? ''}/decision`
    const own = await act('reviewer', id, decision, { decision: 'CONFIRMED', reason: '' })
    expect(own.code).toBe('display.proposer-may-not-confirm')
    const back = await act('reviewer', id, decision, { decision: 'RETURNED', reason: '措辞有误' })
    expect(back).toMatchObject({ state: 'ENDED', may: { propose: true } })
  })

  it('an objection that comes while the result waits keeps it from being confirmed', async () => {
    const { display } = await publishDisplay(staff, itemId)
    const { id } = display
    on('2026-03-10')
    const written = await act('handler', id, 'results', none)
    expect(written.state).toBe('NO_OBJECTION')
    await act(
      'secrecyReviewer',
      id,
      'objections',
      phoned({ receivedOn: '2026-03-09', channel: 'BOX', name: '' }),
    )
    const decision = `results/${written.results[0]?.id ?? ''}/decision`
    const refused = await act('reviewer', id, decision, { decision: 'CONFIRMED', reason: '' })
    expect(refused.code).toBe('display.objection-open')
    const back = await act('reviewer', id, decision, { decision: 'RETURNED', reason: '有一件异议未答复' })
    expect(back).toMatchObject({ state: 'OBJECTION_OPEN', resultWaits: false })
  })

  it('an objection after the last day is taken and marked as late; after the result it still asks for its answer', async () => {
    const { display } = await publishDisplay(staff, itemId)
    const { id } = display
    on('2026-03-10')
    const written = await act('handler', id, 'results', none)
    const decision = `results/${written.results[0]?.id ?? ''}/decision`
    await act('deputyLeader', id, decision, { decision: 'CONFIRMED', reason: '' })
    on('2026-03-12')
    const late = await act('handler', id, 'objections', phoned({ receivedOn: '2026-03-12' }))
    expect(late).toMatchObject({ state: 'RESULT_PUBLISHED', unanswered: 1 })
    expect(late.objectionList[0]?.late).toBe(true)
    const { body } = await staff.handler.get<DisplaysToday>('/api/desk/displays-today')
    expect(body.objectionOpen).toMatchObject([{ id }])
  })

  it('objections that ask the same are merged, none is lost, and one answer answers both', async () => {
    const { display } = await publishDisplay(staff, itemId)
    const { id } = display
    on('2026-03-05')
    await act('handler', id, 'objections', phoned())
    const two = await act('handler', id, 'objections', phoned({ channel: 'VISIT', name: '' }))
    const [first, second] = two.objectionList.map((one) => one.id)
    const merged = await act('handler', id, `objections/${second ?? ''}/entries`, {
      kind: 'MERGED',
      into: first,
    })
    expect(merged.objectionList.map((one) => one.mergedInto)).toEqual([null, 1])
    const answer = { kind: 'ANSWERED', answer: '已复核。' }
    const done = await act('handler', id, `objections/${first ?? ''}/entries`, answer)
    expect(done.objectionList.map((one) => one.answered)).toEqual([true, true])
    expect(done.objectionList).toHaveLength(2)
  })

  it('an answer or a result with a personal number in it is refused', async () => {
    const { display } = await publishDisplay(staff, itemId)
    on('2026-03-10')
    const text = '公示期内未收到异议，联系人13800138000。'
    expect((await act('handler', display.id, 'results', { ...none, text })).code).toBe('display.privacy-hit')
  })

  it('who objected is read by those who work on displays only', async () => {
    const { display } = await publishDisplay(staff, itemId)
    const refused = await staff.administrator.get<{ code: string }>(`/api/desk/displays/${display.id}`)
    expect([refused.status, refused.body.code]).toEqual([403, 'trust.role-missing'])
  })
})

describe('what is taken away before its time', () => {
  it('needs a written reason, and the public reads it', async () => {
    const { notice, display } = await publishDisplay(staff, itemId)
    const { id } = display
    on('2026-03-05')
    expect((await act('handler', id, 'removal', { reason: ' ' })).code).toBe('display.reason-required')
    expect(await act('handler', id, 'removal', { reason: '名单有误' })).toMatchObject({
      state: 'REMOVED_EARLY',
    })
    const { body } = await told(notice.indexNumber ?? '')
    expect(body).toMatchObject({ state: 'REMOVED_EARLY', removal: { on: '2026-03-05', reason: '名单有误' } })
    on('2026-03-10')
    expect((await act('handler', id, 'results', none)).code).toBe('display.wrong-state')
    expect((await act('handler', id, 'removal', { reason: '再次' })).code).toBe('display.wrong-state')
  })

  it('withdrawing the notice while it hangs removes the display early, with the reason of the withdrawal', async () => {
    const { notice, display } = await publishDisplay(staff, itemId)
    on('2026-03-05')
    const input = { reason: 'PUBLISHED_IN_ERROR', note: '附表有误', hideTitle: false }
    const { status } = await staff.handler.post(`/api/desk/notices/${notice.id}/withdraw`, input)
    expect(status).toBe(200)
    const gone = await detail(display.id)
    expect(gone.state).toBe('REMOVED_EARLY')
    expect(gone.runs[0]?.stop).toMatchObject({ kind: 'WITHDRAWN', reason: '附表有误' })
    expect((await told(notice.indexNumber ?? '')).body.code).toBe('display.not-found')
  })

  it('after a gap it is put up again with its remaining days or all anew, both shown before; every span stays', async () => {
    const { display } = await publishDisplay(staff, itemId, { length: { count: 10, unit: 'WORKING_DAY' } })
    const { id } = display
    on('2026-03-10')
    const gap = { on: '2026-03-06', reason: '公开栏被大风损坏' }
    expect((await act('handler', id, 'interruption', { ...gap, on: '2026-03-11' })).code).toBe(
      'display.date-order',
    )
    expect(await act('handler', id, 'interruption', gap)).toMatchObject({ state: 'INTERRUPTED' })
    // It does not end by itself while it does not hang.
    on('2026-03-20')
    expect((await detail(id)).state).toBe('INTERRUPTED')
    const preview = await staff.handler.get<AgainPreview>(
      `/api/desk/displays/${id}/again?startsOn=2026-03-20`,
    )
    expect(preview.body).toMatchObject({
      hung: 3,
      anew: { due: '2026-04-03' },
      remaining: { due: '2026-03-31' },
    })
    const again = { startsOn: '2026-03-20', counting: 'REMAINING', reason: '公开栏已修复' }
    const up = await act('handler', id, 'runs', again)
    expect(up).toMatchObject({ state: 'ON_DISPLAY', endsOn: '2026-03-31' })
    expect(up.runs.map((run) => [run.kind, run.stop?.on ?? null])).toEqual([
      ['FIRST', '2026-03-06'],
      ['RESUMED', null],
    ])
  })
})

describe('a correction while it hangs (R-071)', () => {
  async function correct(notice: NoticeDetail, change: Partial<DraftContent>) {
    await staff.handler.post(`/api/desk/notices/${notice.id}/revise`, {})
    const { body } = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${notice.id}`)
    const content = {
      ...body.draft.content,
      title: '云溪镇最低生活保障初审公示（更正）',
      change: { kind: 'CORRECTION', note: '更正第2户保障人数' },
      ...change,
    }
    const saved = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${notice.id}/draft`, {
      revision: body.draft.revision,
      content,
    })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    return saved.body.revision
  }
  const plan = displayPlan()
  const renewed = (choice: 'RESTART' | 'CONTINUE', editionNumber = 1): DraftContent['display'] => ({
    ...plan,
    renewal: { editionNumber, choice, reason: '更正不影响其他户' },
  })

  async function publish(id: string, revision: number) {
    const submissionHash = await submitAndApprove(staff, id, revision)
    const done = await staff.handler.post(`/api/desk/notices/${id}/publish`, { submissionHash })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
  }

  it('asks whether the days begin anew; the answer of an earlier correction does not count', async () => {
    const { notice } = await publishDisplay(staff, itemId)
    on('2026-03-05')
    for (const display of [plan, renewed('RESTART', 2)]) {
      const revision = await correct(notice, { display })
      const path = `/api/desk/notices/${notice.id}/submit`
      const { body } = await staff.handler.post<{ code: string }>(path, { revision })
      expect(body.code).toBe('display.renewal-required')
    }
    const revision = await correct(notice, { noticeKind: 'NOTIFICATION' })
    const path = `/api/desk/notices/${notice.id}/submit`
    expect((await staff.handler.post<{ code: string }>(path, { revision })).body.code).toBe(
      'display.still-running',
    )
  })

  it('made during a gap it is what hangs from then on: certificate and span name the corrected edition', async () => {
    const { notice, display } = await publishDisplay(staff, itemId)
    on('2026-03-04')
    await act('handler', display.id, 'interruption', { on: '2026-03-04', reason: '公开栏被风吹坏' })
    await publish(notice.id, await correct(notice, { display: renewed('CONTINUE') }))
    on('2026-03-05')
    await act('handler', display.id, 'runs', { startsOn: '2026-03-05', counting: 'ANEW', reason: '已修复' })
    const paper = (await staff.handler.get<CertificatePaper>(`/api/desk/displays/${display.id}/certificate`))
      .body
    expect(paper.title).toBe('云溪镇最低生活保障初审公示（更正）')
    expect(paper.runs.map(({ editionNumber }) => editionNumber)).toEqual([1, 2])
  })

  it('whose days go on is measured by the day announced, not by days counted from today', async () => {
    const { notice } = await publishDisplay(staff, itemId, {}, { expiresAt: '2026-03-09T16:00:00.000Z' })
    on('2026-03-05')
    const revision = await correct(notice, { display: renewed('CONTINUE') })
    const done = await staff.handler.post(`/api/desk/notices/${notice.id}/submit`, { revision })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
  })

  it('begun anew it has all its days from the day of the correction; gone on it keeps its last day', async () => {
    const { notice, display } = await publishDisplay(staff, itemId)
    on('2026-03-05')
    await publish(notice.id, await correct(notice, { display: renewed('CONTINUE') }))
    expect(await detail(display.id)).toMatchObject({
      endsOn: '2026-03-09',
      runs: [{ kind: 'FIRST' }, { kind: 'CONTINUED' }],
    })
    on('2026-03-06')
    await publish(notice.id, await correct(notice, { display: renewed('RESTART', 2) }))
    const anew = await detail(display.id)
    expect(anew).toMatchObject({ startsOn: '2026-03-06', endsOn: '2026-03-13' })
    expect(anew.runs.map(({ kind, editionNumber }) => [kind, editionNumber])).toEqual([
      ['FIRST', 1],
      ['CONTINUED', 2],
      ['RESTARTED', 3],
    ])
    const { body } = await staff.handler.get<DisplayList>('/api/desk/displays')
    expect(body.items).toHaveLength(1)
  })
})

describe('the certificate', () => {
  it('before the end there is an interim one only; it names nobody who objected', async () => {
    const { display } = await publishDisplay(staff, itemId)
    const { id } = display
    on('2026-03-04')
    await act('handler', id, 'objections', phoned())
    const pdf = (interim: boolean) => act('handler', id, 'certificate/pdf', { interim })
    expect((await pdf(false)).code).toBe('display.not-ended')
    // This board has no browser to print with, so far it came.
    expect((await pdf(true)).code).toBe('print.browser-missing')
    const { body } = await staff.handler.get<object>(`/api/desk/displays/${id}/certificate`)
    expect(body).toMatchObject({ interim: true, objections: [{ number: 1, channel: 'PHONE', answer: '' }] })
    expect(JSON.stringify(body)).not.toMatch(/陈某|面积/)
  })
})
