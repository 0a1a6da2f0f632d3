import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OutboxView } from '../../../server/exchange/views.ts'
import type { BoardHome, PublicEdition, PublicPage, SearchAnswer } from '../../../server/display/views.ts'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { NoticeWarnings } from '../../../server/notice/placement-views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { writePackageAt } from '../../support/package-flow.ts'
import { addVillage, beginNotice, place } from '../../support/placement-flow.ts'
import { importVillageCatalogue, publishDraft, submitAndApprove } from '../../support/publish-flow.ts'
import { OFFICE, openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let item: CatalogueItem

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  item = await importVillageCatalogue(staff.handler)
})

afterEach(() => board.close())

type Refused = { readonly code: string; readonly params: Readonly<Record<string, unknown>> }

const publish = async (id: string, submissionHash: string) => {
  const answer = await staff.handler.post<NoticeDetail & Refused>(`/api/desk/notices/${id}/publish`, {
    submissionHash,
  })
  return { status: answer.status, ...answer.body }
}

const submit = async (detail: NoticeDetail) =>
  (
    await staff.handler.post<NoticeDetail & Refused>(`/api/desk/notices/${detail.id}/submit`, {
      revision: detail.draft.revision,
    })
  ).body

const begin = (unitId?: string) =>
  beginNotice(staff.handler, { catalogueItemId: item.id, unitId }, { title: '关于财务公开的通知' })

/** Changes what the catalogue in use says of the item. */
const rescope = (disclosureScope: CatalogueItem['disclosureScope']) => {
  const { store } = board.deps
  const version = store.read.catalogue.byId(item.catalogueId)?.version.id ?? ''
  store.tx((write) => write.catalogue.updateRow(version, item.id, { disclosureScope }))
}

describe('whose notice it is', () => {
  it('is the township’s while nobody says otherwise, and its content then names no unit', async () => {
    const detail = await begin()
    expect(detail.placement).toMatchObject({
      unitId: 'township',
      unit: { name: OFFICE.name, kind: 'TOWNSHIP' },
      item: { ofUnit: true, scope: 'PUBLIC' },
    })
    const published = await publishDraft(staff, detail.id, detail.draft.revision)
    const keys = Object.keys(published.submission?.content ?? {})
    expect(keys.filter((key) => key === 'unit' || key === 'interprets')).toEqual([])
  })

  it('of a village bears the village’s name, as its signature too, and is found by it', async () => {
    const village = await addVillage(board, staff, '河西村', [item.catalogueId])
    const detail = await begin(village)
    const published = await publishDraft(staff, detail.id, detail.draft.revision)
    expect(published.submission?.content).toMatchObject({
      unit: { name: '河西村', kind: 'VILLAGE' },
      office: { name: OFFICE.name },
      signature: '河西村',
    })
    const found = await board
      .visitor()
      .get<SearchAnswer>(`/api/public/search?q=${encodeURIComponent('河西村')}`)
    expect(found.body.items.map((row) => row.indexNumber)).toEqual([published.indexNumber])
  })

  it('of a unit whose catalogue lacks the item is refused at publication (S2)', async () => {
    const village = await addVillage(board, staff, '河东村', [])
    const detail = await begin(village)
    expect(detail.placement.item?.ofUnit).toBe(false)
    const hash = await submitAndApprove(staff, detail.id, detail.draft.revision)
    expect(await publish(detail.id, hash)).toMatchObject({
      status: 422,
      code: 'notice.item-not-in-catalogue',
      params: { unit: '河东村' },
    })
  })

  it('of a village where the item does not apply is refused, and so is one of a village that was merged', async () => {
    const village = await addVillage(board, staff, '河西村', [item.catalogueId])
    const detail = await begin(village)
    const hash = await submitAndApprove(staff, detail.id, detail.draft.revision)
    const applies = (yes: boolean) =>
      board.deps.store.tx((write) =>
        write.catalogue.setUnitItem({
          unitId: village,
          itemId: item.id,
          applies: yes,
          reason: '',
          assigneeId: null,
        }),
      )
    applies(false)
    expect((await publish(detail.id, hash)).code).toBe('notice.item-not-in-catalogue')
    applies(true)
    board.deps.store.tx((write) => write.unit.update(village, { disabled: true }))
    expect((await publish(detail.id, hash)).code).toBe('notice.item-not-in-catalogue')
    board.deps.store.tx((write) => write.unit.update(village, { disabled: false }))
    expect((await publish(detail.id, hash)).status).toBe(200)
  })

  it('goes to the only unit that keeps the catalogue when begun from its row', async () => {
    const village = await addVillage(board, staff, '河西村', [])
    board.deps.store.tx((write) => write.catalogue.setUnits(item.catalogueId, [village]))
    expect((await begin()).placement.unitId).toBe(village)
  })
})

describe('saying where a notice belongs', () => {
  it('is a change of the draft: a new revision, an author, a line in the log', async () => {
    const village = await addVillage(board, staff, '河西村', [item.catalogueId])
    const detail = await begin()
    const placed = await place(staff.handler, detail, { unitId: village })
    expect(placed.body).toMatchObject({
      revision: detail.draft.revision + 1,
      placement: { unitId: village, unit: { name: '河西村' } },
    })
    const again = await place(staff.handler, detail, { unitId: 'township' })
    expect([again.status, again.body.code]).toEqual([409, 'notice.draft-conflict'])
    const { body } = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${detail.id}`)
    expect(body.history.map((event) => event.action)).toContain('notice.place')
  })

  it('is refused to others than handlers, on a published notice, and for a unit that is not there', async () => {
    const detail = await begin()
    expect((await place(staff.reviewer, detail, {})).body.code).toBe('trust.role-missing')
    expect((await place(staff.handler, detail, { unitId: 'nowhere' })).body.code).toBe('unit.not-found')
    const hash = await submitAndApprove(staff, detail.id, detail.draft.revision)
    await publish(detail.id, hash)
    expect((await place(staff.handler, detail, {})).body.code).toBe('notice.wrong-state')
  })
})

describe('what goes to named persons only', () => {
  it('is not taken in for review', async () => {
    const detail = await begin()
    rescope('NAMED_PERSONS')
    expect(await submit(detail)).toMatchObject({
      code: 'notice.item-named-persons',
      params: { item: [item.itemLevel1, item.itemLevel2, item.itemLevel3].filter(Boolean).join(' › ') },
    })
  })

  it('is not published either when the catalogue was changed after the approval', async () => {
    const detail = await begin()
    const hash = await submitAndApprove(staff, detail.id, detail.draft.revision)
    rescope('NAMED_PERSONS')
    expect((await publish(detail.id, hash)).code).toBe('notice.item-named-persons')
    rescope('LIMITED_CIRCLE')
    expect((await publish(detail.id, hash)).status).toBe(200)
  })

  it('and hangs on the board already is shown to the desk until it is taken down', async () => {
    const warnings = async () =>
      (await staff.handler.get<NoticeWarnings>('/api/desk/notice-warnings')).body.againstScope
    const detail = await begin()
    const published = await publishDraft(staff, detail.id, detail.draft.revision)
    expect(await warnings()).toEqual([])
    rescope('NAMED_PERSONS')
    expect(await warnings()).toMatchObject([
      { noticeId: detail.id, title: '关于财务公开的通知', indexNumber: published.indexNumber },
    ])
    await staff.handler.post(`/api/desk/notices/${detail.id}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '只发给当事人',
      hideTitle: true,
    })
    expect(await warnings()).toEqual([])
  })

  it('is held back from the public at once, in every place, and shown again when the catalogue gives it back', async () => {
    const { publishedHash, indexNumber } = await (async () => {
      const detail = await begin()
      const published = await publishDraft(staff, detail.id, detail.draft.revision)
      return { publishedHash: published.submission?.hash ?? '', indexNumber: published.indexNumber ?? '' }
    })()
    const visitor = board.visitor()
    const index = encodeURIComponent(indexNumber)
    const words = encodeURIComponent('财务公开')
    const seen = async () => {
      const home = await visitor.get<BoardHome>('/api/public/home')
      const list = await visitor.get<PublicPage>('/api/public/notices')
      const found = await visitor.get<SearchAnswer>(`/api/public/search?q=${words}`)
      const exact = await visitor.get<SearchAnswer>(`/api/public/search?q=${index}`)
      const addresses = [
        `notice?index=${index}`,
        `editions/${publishedHash}`,
        `editions/${publishedHash}/sheet`,
      ]
      const opened = []
      for (const address of addresses) opened.push((await visitor.get(`/api/public/${address}`)).status)
      const counts = [home.body.total, home.body.groups.length, home.body.newest.length, list.body.total]
      return [counts, [list, found, exact].map(({ body }) => body.items.length), found.body.total, opened]
    }
    expect(await seen()).toEqual([[1, 1, 1, 1], [1, 1, 1], 1, [200, 200, 200]])
    rescope('NAMED_PERSONS')
    expect(await seen()).toEqual([[0, 0, 0, 0], [0, 0, 0], 0, [404, 404, 404]])
    // Moving the working copy to another item brings back nothing that hangs.
    const [held] = board.deps.store.read.placement.publishedForNamedPersons()
    board.deps.store.tx((write) => write.notice.update(held?.noticeId ?? '', { catalogueItemId: null }))
    expect(await seen()).toEqual([[0, 0, 0, 0], [0, 0, 0], 0, [404, 404, 404]])
    rescope('PUBLIC')
    expect(await seen()).toEqual([[1, 1, 1, 1], [1, 1, 1], 1, [200, 200, 200]])
  })

  it('and waits for a package stays in the office until it is taken down', async () => {
    const detail = await begin()
    await publishDraft(staff, detail.id, detail.draft.revision)
    const outbox = async () => (await staff.handler.get<OutboxView>('/api/desk/outbox')).body
    rescope('NAMED_PERSONS')
    expect(await outbox()).toMatchObject({ editions: 0, withdrawals: 0, heldBack: 1 })
    // Its duties are counted all the same; the text stays.
    expect((await writePackageAt(staff.handler)).body).toMatchObject({
      editionCount: 0,
      offer: { first: 1, last: 1, heldBack: 1 },
    })
    const refused = await writePackageAt(staff.handler)
    expect([refused.status, refused.body.code]).toEqual([409, 'package.all-held-back'])
    const open = board.deps.store.read.catalogue.find('', 20).find(({ id }) => id !== item.id)
    const other = await beginNotice(
      staff.handler,
      { catalogueItemId: open?.id },
      { title: '关于停电检修的通知' },
    )
    await publishDraft(staff, other.id, other.draft.revision)
    const written = await writePackageAt(staff.handler)
    expect(written.body).toMatchObject({ editionCount: 1, offer: { first: 2, last: 2, heldBack: 0 } })
    expect(await outbox()).toMatchObject({ editions: 0, withdrawals: 0, heldBack: 1 })
    rescope('PUBLIC')
    // Under a number of its own: the first one was answered without it.
    expect((await writePackageAt(staff.handler)).body).toMatchObject({
      editionCount: 1,
      offer: { first: 3, last: 3, heldBack: 0 },
    })
    expect(await outbox()).toMatchObject({ editions: 0, withdrawals: 0, heldBack: 0 })
  })

  it('is refused although its row was taken out of the catalogue: nobody then says to whom it may go', async () => {
    const detail = await begin()
    const hash = await submitAndApprove(staff, detail.id, detail.draft.revision)
    const waiting = await begin()
    rescope('NAMED_PERSONS')
    const { store } = board.deps
    const version = store.read.catalogue.byId(item.catalogueId)?.version.id ?? ''
    store.tx((write) => write.catalogue.deleteRow(version, item.id))
    expect((await publish(detail.id, hash)).code).toBe('notice.item-not-in-catalogue')
    expect((await submit(waiting)).code).toBe('notice.item-not-in-catalogue')
  })
})

describe('a policy document', () => {
  const approve = async (id: string, submissionHash: string) =>
    (
      await staff.reviewer.post<NoticeDetail & Refused>(`/api/desk/notices/${id}/decisions`, {
        kind: 'REVIEW',
        decision: 'APPROVED',
        reason: '',
        submissionHash,
      })
    ).body

  it.each([
    ['nobody has said who interprets it', { interpretation: 'OPEN' }],
    ['the plan is blank', { interpretation: 'PLANNED', plan: ' ' }],
    ['the reason for none is blank', { interpretation: 'WAIVED', reason: '' }],
  ] as const)('is not approved while %s', async (_, policy) => {
    const detail = await begin()
    const placed = await place(staff.handler, detail, { policy })
    const submitted = await submit({ ...detail, draft: { ...detail.draft, revision: placed.body.revision } })
    const hash = submitted.submission?.hash ?? ''
    expect((await approve(detail.id, hash)).code).toBe('notice.interpretation-plan-missing')
  })

  it.each([
    { interpretation: 'PLANNED', plan: '党政办，11月27日前' },
    { interpretation: 'WAIVED', reason: '内部工作流程，不涉及群众' },
  ] as const)('is approved with $interpretation', async (policy) => {
    const detail = await begin()
    const placed = await place(staff.handler, detail, { policy })
    const published = await publishDraft(staff, detail.id, placed.body.revision)
    expect(published.placement.policy).toEqual(policy)
  })
})

describe('an interpretation', () => {
  const policy = async () => {
    const detail = await beginNotice(
      staff.handler,
      { catalogueItemId: item.id },
      { title: '关于印发《云溪镇水源保护办法》的通知' },
    )
    const placed = await place(staff.handler, detail, {
      policy: { interpretation: 'PLANNED', plan: '党政办' },
    })
    return { ...detail, draft: { ...detail.draft, revision: placed.body.revision } }
  }
  const interpret = (of: NoticeDetail) => beginNotice(staff.handler, { interpretsNoticeId: of.id })
  const settled = async (detail: NoticeDetail) => {
    const elements = {
      BACKGROUND: 'COVERED',
      PURPOSE: 'COVERED',
      CONTENT: 'COVERED',
      SCOPE: 'COVERED',
      STANDARD: 'COVERED',
      ATTENTION: 'COVERED',
      DIFFERENCE: 'NOT_APPLICABLE',
    } as const
    const of = detail.placement.interpretation?.ofNoticeId ?? ''
    const placed = await place(staff.handler, detail, { interpretation: { ofNoticeId: of, elements } })
    expect(placed.status).toBe(200)
    return { ...detail, draft: { ...detail.draft, revision: placed.body.revision } }
  }
  const onKiosk = async (detail: NoticeDetail) =>
    (
      await board
        .visitor()
        .get<PublicEdition>(`/api/public/notice?index=${encodeURIComponent(detail.indexNumber ?? '')}`)
    ).body

  it('begins with kind, title and partner of the document it explains', async () => {
    const document = await policy()
    const detail = await interpret(document)
    expect(detail.draft.content).toMatchObject({
      noticeKind: 'INTERPRETATION',
      title: '《关于印发〈云溪镇水源保护办法〉的通知》政策解读',
      catalogueItemId: item.id,
    })
    expect(detail.placement.partner).toMatchObject({ id: document.id, published: false })
    const seen = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${document.id}`)
    expect(seen.body.placement.interpretedBy).toMatchObject([{ id: detail.id, state: 'DRAFT' }])
  })

  it('is not taken in before its seven elements are settled and its document is published', async () => {
    const document = await policy()
    const detail = await interpret(document)
    expect(await submit(detail)).toMatchObject({
      code: 'notice.interpretation-incomplete',
      params: { count: 7 },
    })
    const ready = await settled(detail)
    expect((await submit(ready)).code).toBe('notice.interpretation-target-unpublished')
    await publishDraft(staff, document.id, document.draft.revision)
    expect((await submit(ready)).state).toBe('IN_REVIEW')
  })

  it('stands beside its document on the board, in both directions, until either is taken down', async () => {
    const document = await policy()
    const published = await publishDraft(staff, document.id, document.draft.revision)
    const ready = await settled(await interpret(document))
    const explained = await publishDraft(staff, ready.id, ready.draft.revision)
    const ref = { indexNumber: published.indexNumber, title: '关于印发《云溪镇水源保护办法》的通知' }
    expect(explained.submission?.content.interprets).toEqual(ref)
    expect((await onKiosk(explained)).pair).toEqual({ interprets: ref, interpretedBy: [] })
    expect((await onKiosk(published)).pair).toEqual({
      interprets: null,
      interpretedBy: [
        { indexNumber: explained.indexNumber, title: '《关于印发〈云溪镇水源保护办法〉的通知》政策解读' },
      ],
    })
    await staff.handler.post(`/api/desk/notices/${document.id}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '待修改',
      hideTitle: false,
    })
    expect((await onKiosk(explained)).pair).toEqual({ interprets: null, interpretedBy: [] })
  })

  it('tells the public nothing of a pair that is only being written', async () => {
    const document = await policy()
    const published = await publishDraft(staff, document.id, document.draft.revision)
    await settled(await interpret(document))
    expect((await onKiosk(published)).pair.interpretedBy).toEqual([])
  })

  it('is not published after its document has been taken down', async () => {
    const document = await policy()
    await publishDraft(staff, document.id, document.draft.revision)
    const ready = await settled(await interpret(document))
    const hash = await submitAndApprove(staff, ready.id, ready.draft.revision)
    await staff.handler.post(`/api/desk/notices/${document.id}/withdraw`, {
      reason: 'ORDERED_DOWN',
      note: '上级要求撤下',
      order: { authority: '示例县人民政府办公室', number: '' },
      hideTitle: false,
    })
    expect((await publish(ready.id, hash)).code).toBe('notice.interpretation-target-unpublished')
  })

  it('never explains itself, nor a document that is not there', async () => {
    const detail = await begin()
    for (const ofNoticeId of [detail.id, 'nothing']) {
      const placed = await place(staff.handler, detail, { interpretation: { ofNoticeId, elements: {} } })
      expect(placed.body.code).toBe('notice.not-found')
    }
  })
})
