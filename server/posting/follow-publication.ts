import { record } from '../audit/record.ts'
import type { PublicationStep, WithdrawalStep } from '../notice/publication-steps.ts'
import { spotOf } from './posting-views.ts'
import { requireBoard } from './require-board.ts'

function overtake(step: PublicationStep | WithdrawalStep, editionIds: readonly number[]): void {
  const { deps, write, read, principal, at, on } = step
  const overtaken = editionIds.flatMap((editionId) => read.posting.openPlans(editionId))
  for (const sheet of read.posting.sheets(overtaken)) {
    write.posting.endPlan({
      ...{ planId: sheet.id, outcome: 'OVERTAKEN', reason: '', accountId: principal.id, at, onDay: on },
    })
    const { boardId, plannedOn } = sheet
    const detail = { boardId, plannedOn, rowSha256: read.posting.rowHash('PLAN_END', sheet.id) }
    record(deps, write, principal, 'posting.overtaken', { kind: 'posting', id: sheet.id }, detail)
    const spot = spotOf(sheet)
    if (!('editionId' in step) || plannedOn === null) continue
    const edition = { id: step.editionId, noticeId: step.noticeId }
    // A board that was closed since, or lies outside the circle of the next edition, takes none.
    if (!requireBoard(read, edition, boardId).ok) continue
    const id = deps.ids.next()
    write.posting.plan({ id, editionId: step.editionId, boardId, plannedOn, accountId: principal.id, at })
    if (spot) write.posting.place({ postingId: id, ...spot, accountId: principal.id, at })
    const { hash = '' } = read.edition.byId(step.editionId) ?? {}
    const next = { boardId, hash, plannedOn, rowSha256: read.posting.rowHash('PLAN', id) }
    record(deps, write, principal, 'posting.plan', { kind: 'posting', id }, next)
  }
}

/**
 * What was planned of a former edition is put up in the new one: nobody hangs paper that is out of date. Board, day and place
 * stay.
 * @example plansAfterPublication(step)
 */
export function plansAfterPublication(step: PublicationStep): void {
  if (step.former) overtake(step, [step.former.id])
}

/**
 * What was planned of a notice that is taken down is not put up any more.
 * @example plansAfterWithdrawal(step)
 */
export function plansAfterWithdrawal(step: WithdrawalStep): void {
  overtake(step, step.editionIds)
}
