import { expect } from 'vitest'
import type { Duty, DutyGround } from '../../domain/duty/duty.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import type { NoticeStart } from '../../server/notice/start-notice.ts'
import type { PlacedNotice } from '../../server/notice/placement-views.ts'
import type { NoticeDetail, SavedDraft } from '../../server/notice/views.ts'
import type { UnitView } from '../../server/office/unit-views.ts'
import type { Answer, DeskClient } from './desk-client.ts'
import { paragraphs } from './publish-flow.ts'
import type { Staff, TestBoard } from './test-board.ts'

/** Registers a village and says which catalogues it keeps, those it was given at once set aside. */
export async function addVillage(
  board: Pick<TestBoard, 'deps'>,
  staff: Staff,
  name: string,
  catalogueIds: readonly string[],
): Promise<string> {
  const added = await staff.administrator.post<UnitView>('/api/desk/units', {
    name,
    kind: 'VILLAGE',
    parentId: 'township',
  })
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  const { store } = board.deps
  store.tx((write) => {
    for (const { id } of store.read.catalogue.list()) {
      const others = store.read.catalogue
        .units()
        .filter((kept) => kept.catalogueId === id && kept.unitId !== added.body.id)
        .map((kept) => kept.unitId)
      write.catalogue.setUnits(id, catalogueIds.includes(id) ? [...others, added.body.id] : others)
    }
  })
  return added.body.id
}

/** Begins a notice and fills what it needs to be handed in. */
export async function beginNotice(
  handler: DeskClient,
  start: NoticeStart,
  content: Partial<NoticeDetail['draft']['content']> = {},
): Promise<NoticeDetail> {
  const begun = await handler.post<NoticeDetail>('/api/desk/notices', start)
  expect(begun.status, JSON.stringify(begun.body)).toBe(200)
  const { id, draft } = begun.body
  const filled = { ...draft.content, body: paragraphs('请相互告知。'), ...content }
  const saved = await handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
    revision: draft.revision,
    content: filled,
  })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  return (await handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body
}

/** Says where a notice belongs: what is left out stays as it is. */
export function place(
  handler: DeskClient,
  detail: NoticeDetail,
  change: Partial<NoticePlacement>,
): Promise<Answer<PlacedNotice & { code?: string; params?: object }>> {
  const { unitId, dutyId, noDuty = false, policy, interpretation } = detail.placement
  return handler.json('PUT', `/api/desk/notices/${detail.id}/placement`, {
    revision: detail.draft.revision,
    placement: { unitId, dutyId, noDuty, policy, interpretation, ...change },
  })
}

/** Writes a duty of an item into the records, beside those the board generates by itself; gives its id. */
export function plantDuty(
  board: Pick<TestBoard, 'deps'>,
  itemId: string,
  id: string,
  change: Partial<Duty> = {},
  ground: Partial<DutyGround> = {},
): string {
  board.deps.store.tx((write) =>
    write.duty.insert({
      id,
      kind: 'BATCH',
      unitId: 'township',
      itemId,
      regime: 'VILLAGE',
      title: '财务收支',
      period: '',
      event: id,
      stage: 0,
      stageName: '',
      policyNoticeId: null,
      groundId: write.duty.groundId({
        deadlineText: '次月15日前',
        rule: { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' },
        ruleId: null,
        ruleVersion: null,
        ruleName: '',
        basis: '',
        scope: null,
        verified: 'SOURCE',
        ...ground,
      }),
      term: { date: '2026-11-15' },
      startsOn: '2026-10-31',
      target: '2026-11-13',
      due: '2026-11-16',
      dueAt: null,
      provisional: false,
      assigneeId: null,
      createdAt: '2026-11-01T00:00:00.000Z',
      ...change,
    }),
  )
  return id
}
