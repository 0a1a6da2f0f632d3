import { expect } from 'vitest'
import type { DisplayPlan } from '../../domain/display/display-plan.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { DisplayDetail, DisplayList } from '../../server/display/public-display/views.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { paragraphs, publishDraft, writeDraft } from './publish-flow.ts'
import type { Staff } from './test-board.ts'

/** A plan of display as an office fills it in. */
export function displayPlan(change: Partial<DisplayPlan> = {}): DisplayPlan {
  return {
    startsOn: null,
    length: { count: 7, unit: 'CALENDAR_DAY' },
    places: [{ boardId: null, name: '河西村村务公开栏' }],
    objection: { telephone: '0999-6100105', address: '云溪镇便民服务中心2号窗口', person: '', email: '' },
    basis: '',
    ...change,
  }
}

/** What a 公示 is written with. */
export function displayDraft(
  itemId: string | null,
  plan: Partial<DisplayPlan> = {},
  change: Partial<DraftContent> = {},
) {
  return {
    title: '云溪镇最低生活保障初审公示',
    body: paragraphs('经审核，下列家庭拟纳入最低生活保障，现予公示。'),
    catalogueItemId: itemId,
    noticeKind: 'PUBLIC_DISPLAY',
    documentDate: null,
    display: displayPlan(plan),
    ...change,
  } as const
}

/** Publishes a 公示 and gives its display. */
export async function publishDisplay(
  staff: Staff,
  itemId: string,
  plan: Partial<DisplayPlan> = {},
  change: Partial<DraftContent> = {},
): Promise<{ readonly notice: NoticeDetail; readonly display: DisplayDetail }> {
  const { id, revision } = await writeDraft(staff.handler, displayDraft(itemId, plan, change))
  const notice = await publishDraft(staff, id, revision)
  const { body } = await staff.handler.get<DisplayList>('/api/desk/displays?show=all')
  const row = body.items.find(({ noticeId }) => noticeId === id)
  const found = await staff.handler.get<DisplayDetail>(`/api/desk/displays/${row?.id ?? ''}`)
  expect(found.status, JSON.stringify(found.body)).toBe(200)
  return { notice, display: found.body }
}
