import { explainNumbers } from '../notice/convention/explain-numbers.ts'
import { decideValidity, proposeValidity } from '../notice/convention/validity.ts'
import { postSheet, tickRecall } from '../notice/recall/postings.ts'
import { scheduleNotice } from '../notice/schedule/schedule-notice.ts'
import { must } from './must.ts'
import {
  CONSOLIDATED,
  CONSOLIDATION_TITLE,
  CORRECTED,
  CORRECTED_TITLE,
  CORRECTION_NOTE,
  EXPLAINED_NUMBERS,
  REPEALED,
  REPLACEMENT_TITLE,
  SCHEDULED,
} from './notices-changed.ts'
import { PEOPLE_NOTICES } from './notices-people.ts'
import { sampleBody } from './sample-notice.ts'
import { approveAll } from './story-approval.ts'
import type { Story } from './story.ts'

const TOWNSHIP_BOARD = '机关政务公开栏'

/** Sheets that were put up on a wall, on the day of their publication or after it. */
export const SAMPLE_POSTINGS: readonly {
  readonly day: string
  readonly title: string
  readonly board: string
}[] = [
  { day: '2026-06-10', title: CORRECTED_TITLE, board: TOWNSHIP_BOARD },
  { day: '2026-09-25', title: CONSOLIDATED.title, board: TOWNSHIP_BOARD },
  { day: '2026-11-10', title: '河西村2026年10月财务收支公开表', board: '河西村村务公开栏' },
  { day: '2026-11-13', title: '云溪镇2026年11月最低生活保障审核结果公示', board: TOWNSHIP_BOARD },
]

/**
 * Records that a sheet was put up.
 * @example putUp(story, SAMPLE_POSTINGS[0])
 */
export function putUp(story: Story, { day, title, board }: (typeof SAMPLE_POSTINGS)[number]): void {
  const { deps, staff } = story
  const found = deps.store.read.unit.boards().find(({ name }) => name === board)
  if (!found) throw new Error(`no board ${board}`)
  const posting = { boardId: found.id, postedOn: day }
  must(postSheet(deps, staff.handler, story.noticeId(title), posting), title)
}

/**
 * Corrects the wrong date; the old sheet comes down from the wall and the new one goes up.
 * @example await correct(story, '2026-06-12')
 */
export async function correct(story: Story, day: string): Promise<void> {
  const { deps, staff } = story
  const { text = '' } = PEOPLE_NOTICES.find(({ title }) => title === CORRECTED_TITLE) ?? {}
  const body = sampleBody(text.replace(CORRECTED.from, CORRECTED.to))
  await story.publishAgain(CORRECTED_TITLE, { kind: 'CORRECTION', note: CORRECTION_NOTE }, { body })
  story.pass(15)
  for (const { id } of deps.store.read.recall.ofNotice(story.noticeId(CORRECTED_TITLE))) {
    must(tickRecall(deps, staff.handler, id, { removedOn: day, note: '已换贴更正后的公告' }), CORRECTED_TITLE)
  }
  putUp(story, { day, title: CORRECTED_TITLE, board: TOWNSHIP_BOARD })
}

/**
 * Takes down what went into another notice; its sheet on the wall is still to come down.
 * @example consolidate(story)
 */
export function consolidate(story: Story): void {
  const { indexNumber } = story.deps.store.read.notice.byId(story.noticeId(CONSOLIDATION_TITLE)) ?? {}
  const note = '有关内容已并入便民服务中心窗口和办公时间的新通告。'
  story.withdraw(CONSOLIDATED.title, {
    reason: 'CONSOLIDATED',
    note,
    ...(indexNumber && { consolidatedInto: indexNumber }),
  })
}

/**
 * Approves a notice and sets the minute at which it is published by itself.
 * @example await schedule(story)
 */
export async function schedule(story: Story): Promise<void> {
  const { deps, staff } = story
  const id = await story.write(SCHEDULED)
  const submissionHash = story.submit(id, SCHEDULED)
  await approveAll(story, id, SCHEDULED.title)
  story.pass(3)
  const { publishAt } = SCHEDULED
  must(scheduleNotice(deps, staff.handler, id, { submissionHash, publishAt }), SCHEDULED.title)
}

/**
 * The former rule is repealed, replaced by the later document.
 * @example repeal(story, '2026-09-22')
 */
export function repeal(story: Story, effectiveOn: string): void {
  const { deps, staff } = story
  const id = story.noticeId(REPEALED.title)
  const proposal = {
    standing: 'REPEALED',
    effectiveOn,
    reason: '清运要求已由新的实施意见规定。',
    replacedBy: story.noticeId(REPLACEMENT_TITLE),
  } as const
  const proposed = must(proposeValidity(deps, staff.handler, id, proposal), REPEALED.title)
  story.pass(30)
  const decision = { decision: 'CONFIRMED', reason: '' } as const
  must(decideValidity(deps, staff.leader, proposed.statements[0]?.id ?? 0, decision), REPEALED.title)
}

/**
 * Says of some missing document numbers why they are missing.
 * @example explain(story)
 */
export function explain(story: Story): void {
  for (const gap of EXPLAINED_NUMBERS) {
    const numbers = { prefix: '云政发', year: 2026, ...gap }
    must(explainNumbers(story.deps, story.staff.handler, numbers), gap.note)
  }
}
