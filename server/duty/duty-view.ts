import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import type { Reads } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import { dutyState, type Moment } from '../../domain/duty/duty-state.ts'
import { workdaysBetween } from '../../domain/duty/calendar/workdays.ts'
import type { DutyKind } from '../../domain/duty/duty.ts'
import type { WorkingCalendar } from '../../domain/duty/calendar/working-calendar.ts'
import type { Role } from '../../domain/office/role.ts'
import type { PersonRef } from '../notice/views.ts'
import type { Principal } from '../principal.ts'
import type { DutyRow, UnitRef } from './views.ts'

/** What lists of duties are made with. */
export type DutyViewing = {
  readonly read: Reads
  readonly moment: Moment
  readonly calendar: WorkingCalendar
  /** Who looks; null for a program, which may do nothing. */
  readonly principal: Principal | null
}

/** Who may close: everything about one's own work; who may let off: a leader. */
export const DUTY_ROLES = {
  draft: ['HANDLER'],
  nil: ['HANDLER'],
  check: ['HANDLER'],
  event: ['HANDLER', 'DEPUTY_LEADER'],
  waive: ['DEPUTY_LEADER'],
  assign: ['HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR'],
  reopen: ['HANDLER', 'REVIEWER', 'DEPUTY_LEADER'],
  confirm: ['HANDLER', 'REVIEWER', 'DEPUTY_LEADER'],
} as const satisfies Record<string, readonly Role[]>

/** 零报告 says that a period or a batch brought nothing; what has happened cannot be reported away. */
export const NIL_KINDS: readonly DutyKind[] = ['PERIODIC', 'BATCH']

function mayOf(duty: StoredDuty, { principal, moment }: DutyViewing): DutyRow['may'] {
  const has = (act: keyof typeof DUTY_ROLES): boolean =>
    principal !== null && DUTY_ROLES[act].some((role) => principal.roles.includes(role))
  const open = duty.closing === null
  const begun = duty.startsOn <= moment.today
  return {
    draft: open && has('draft'),
    nil: open && begun && NIL_KINDS.includes(duty.kind) && has('nil'),
    check: open && begun && duty.kind === 'STANDING_CHECK' && has('check'),
    waive: open && has('waive'),
    assign: open && has('assign'),
    reopen: !open && has(duty.closing?.kind === 'WAIVED' ? 'waive' : 'reopen'),
    confirm: duty.closing?.clockDoubt === true && has('confirm'),
  }
}

/**
 * Units by id, as duties name them.
 * @example unitRefs(read).get('township')?.name
 */
export function unitRefs(read: Pick<Reads, 'unit'>): ReadonlyMap<string, UnitRef> {
  return new Map(read.unit.list().map(({ id, name, kind }) => [id, { id, name, kind }]))
}

/**
 * People by id; the program itself has no name.
 * @example personRefs(read)('')
 */
export function personRefs(read: Pick<Reads, 'office'>): (id: string) => PersonRef {
  const names = new Map(read.office.accounts().map(({ id, name }) => [id, name]))
  return (id) => ({ id, name: names.get(id) ?? '' })
}

/**
 * Duties as every list shows them: with state, the arithmetic over the calendar that holds, and what the person may do.
 * @example dutyRows([duty], viewing)[0]?.workdaysLeft // -5
 */
export function dutyRows(duties: readonly StoredDuty[], viewing: DutyViewing): DutyRow[] {
  if (duties.length === 0) return []
  const { read, moment, calendar } = viewing
  const units = unitRefs(read)
  const person = personRefs(read)
  const drafts = new Map(read.duty.drafts(duties.map(({ id }) => id)).map((draft) => [draft.dutyId, draft]))
  return duties.map((duty): DutyRow => {
    const { closing, policyNoticeId, unitId, assigneeId, ...rest } = duty
    const reckoned = dueOf(duty.term, calendar)
    // The calendar may have changed since it was closed: then its arithmetic is no longer this one.
    const holds = closing === null || (reckoned.due === rest.due && reckoned.dueAt === rest.dueAt)
    const draft = drafts.get(duty.id)
    return {
      id: rest.id,
      kind: rest.kind,
      regime: rest.regime,
      unit: units.get(unitId) ?? { id: unitId, name: '', kind: 'TOWNSHIP' },
      itemId: rest.itemId,
      title: rest.title,
      period: rest.period,
      event: rest.event,
      stage: rest.stage,
      stageName: rest.stageName,
      state: dutyState(duty, moment),
      startsOn: rest.startsOn,
      target: rest.target,
      due: rest.due,
      dueAt: rest.dueAt,
      provisional: rest.provisional,
      missingYears: holds ? reckoned.missingYears : [],
      workdaysLeft: closing === null ? workdaysBetween(moment.today, rest.due, calendar) : null,
      term: rest.term,
      steps: holds ? reckoned.steps : [],
      ground: rest.ground,
      assignee: assigneeId === null ? null : person(assigneeId),
      draft: draft ? { noticeId: draft.noticeId, title: draft.title, state: draft.state } : null,
      closing: closing && {
        kind: closing.kind,
        on: closing.on,
        at: closing.at,
        by: person(closing.accountId),
        noticeId: closing.noticeId,
        reason: closing.reason,
        clockDoubt: closing.clockDoubt,
      },
      policyNotice:
        policyNoticeId === null
          ? null
          : { id: policyNoticeId, title: read.notice.byId(policyNoticeId)?.title ?? '' },
      may: mayOf(duty, viewing),
    }
  })
}
