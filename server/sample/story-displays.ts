import type { DisplayPlan } from '../../domain/display/display-plan.ts'
import { registerObjection } from '../display/public-display/objections.ts'
import { decideResult, proposeResult } from '../display/public-display/results.ts'
import { must } from './must.ts'
import type { SampleNotice } from './sample-notice.ts'
import type { Story } from './story.ts'

/** The display whose objection still waits for its answer. */
const OBJECTED = '云溪镇2026年11月最低生活保障审核结果公示'

/** What came of the displays of the year, on the day after each had ended. */
export const DISPLAY_RESULTS: readonly { readonly day: string; readonly title: string }[] = [
  { day: '2026-04-21', title: '云溪镇2026年耕地地力保护补贴面积和金额公示' },
  { day: '2026-06-03', title: '云溪镇2026年农村危房改造拟补助对象公示' },
  { day: '2026-07-03', title: '河西村便民桥改造工程中标结果公示' },
  { day: '2026-11-05', title: '河西村2026年第二批宅基地申请公示' },
]

/**
 * The plan of a sample 公示: on the boards of its unit, with the office's way to object; null for any other notice.
 * @example sampleDisplay(story, notice)?.length.count // 7
 */
export function sampleDisplay(story: Story, notice: SampleNotice): DisplayPlan | null {
  if (notice.kind !== 'PUBLIC_DISPLAY' || notice.display === undefined) return null
  const { days, telephone, address = '' } = notice.display
  const unitId = story.unit(notice.unit)
  const boards = story.deps.store.read.unit.boards().filter((board) => board.unitId === unitId)
  return {
    startsOn: null,
    length: { count: days, unit: 'CALENDAR_DAY' },
    places:
      boards.length === 0
        ? [{ boardId: null, name: '镇政府公开栏' }]
        : boards.map(({ id, name }) => ({ boardId: id, name })),
    objection: { telephone, address, person: '', email: '' },
    basis: '',
  }
}

function displayOf(story: Story, title: string): string {
  const found = story.deps.store.read.publicDisplay.ofNotice(story.noticeId(title))
  if (!found) throw new Error(`nothing was displayed of ${title}`)
  return found.display.id
}

/**
 * States and confirms that nothing was objected.
 * @example publishResult(story, { title: '河西村便民桥改造工程中标结果公示' })
 */
export function publishResult(story: Story, { title }: { readonly title: string }): void {
  const { deps, staff } = story
  const id = displayOf(story, title)
  const stated = { kind: 'NO_OBJECTION', text: '公示期内未收到异议。' } as const
  must(proposeResult(deps, staff.handler, id, stated), title)
  story.pass(20)
  const resultId = deps.store.read.publicDisplay.byId(id)?.results.at(-1)?.id ?? ''
  must(decideResult(deps, staff.reviewer, id, resultId, { decision: 'CONFIRMED', reason: '' }), title)
}

/**
 * Takes down the objection that came by telephone.
 * @example phoneObjection(story)
 */
export function phoneObjection(story: Story): void {
  const entry = {
    receivedOn: '2026-11-18',
    channel: 'PHONE',
    name: '',
    contact: '',
    text: '反映序号3的家庭有一人在外务工，收入没有计入。',
  } as const
  must(registerObjection(story.deps, story.staff.handler, displayOf(story, OBJECTED), entry), OBJECTED)
}
