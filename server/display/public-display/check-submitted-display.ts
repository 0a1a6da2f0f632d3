import { checkExpiry, checkHangsUntil, checkPlan } from '../../../domain/display/check-plan.ts'
import { stillRuns } from '../../../domain/display/display-state.ts'
import { TOWNSHIP_UNIT_ID } from '../../../domain/office/unit.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { calendarOf } from '../../duty/calendar/calendar-of.ts'
import type { CheckedSubmission } from '../../notice/submission-checks.ts'
import { displayStanding } from './display-facts.ts'

/**
 * A 公示 says for how long, where and how to object, hangs as long as it says, and a next edition says what becomes of the
 * days that have begun. Refuses what `checkPlan` and `checkExpiry` refuse, `board.not-found` for a board of another
 * unit, `display.renewal-required`, `display.reason-required`, and `display.still-running` for an edition that is no 公示 any
 * more while the display runs.
 * @example checkSubmittedDisplay(submission)
 */
export function checkSubmittedDisplay(submission: CheckedSubmission): Result<true> {
  const { read, noticeId, content, placement, today } = submission
  const calendar = calendarOf(read)
  const current = read.edition.ofNotice(noticeId).find(({ state }) => state === 'PUBLISHED')
  const record = current && read.publicDisplay.ofNotice(noticeId)
  if (content.noticeKind !== 'PUBLIC_DISPLAY') {
    const running = record && stillRuns(displayStanding(record, calendar, today).state)
    return running ? refuse('display.still-running') : accept(true)
  }
  const plan = checkPlan(content.display ?? null)
  if (!plan.ok) return plan
  const boards = read.unit
    .boards()
    .filter(({ unitId }) => [placement.unitId, TOWNSHIP_UNIT_ID].includes(unitId))
  const foreign = plan.value.places.some(
    ({ boardId }) => boardId !== null && !boards.some(({ id }) => id === boardId),
  )
  if (foreign) return refuse('board.not-found')
  const { renewal } = plan.value
  if (current && record) {
    if (renewal?.editionNumber !== current.editionNumber) return refuse('display.renewal-required')
    if (renewal.reason.trim() === '') return refuse('display.reason-required')
    // The days that go on end when it was announced, and none are counted from today.
    const { state, lastDay } = displayStanding(record, calendar, today)
    if (renewal.choice === 'CONTINUE') {
      return stillRuns(state) ? checkHangsUntil(content.expiresAt, lastDay) : accept(true)
    }
  }
  return checkExpiry(content.expiresAt, plan.value, today, calendar)
}
