import type { NewDuty } from '../../db/repos/duty-repo.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import type { DueTerm } from '../../domain/duty/due.ts'
import type { Duty, DutyGround } from '../../domain/duty/duty.ts'
import { calendarOf } from './calendar/calendar-of.ts'
import type { DutyTransaction } from './close-duty.ts'

/** What makes a duty that no period makes. */
export type DutyMaking = Pick<Duty, 'kind' | 'unitId' | 'itemId' | 'regime' | 'title' | 'startsOn'> &
  Partial<Pick<Duty, 'event' | 'stage' | 'stageName' | 'policyNoticeId' | 'assigneeId'>> & {
    readonly term: DueTerm
    readonly ground: DutyGround
  }

/**
 * Adds a duty inside a transaction, reckoned over the calendar that holds. Gives its id, or null when it is there already.
 * @example makeDuty(transaction, { kind: 'EVENT', …, term, ground })
 */
export function makeDuty({ deps, write, read }: DutyTransaction, making: DutyMaking): string | null {
  const { ground, term, ...rest } = making
  const { target, due, dueAt, provisional } = dueOf(term, calendarOf(read))
  const row: NewDuty = {
    event: '',
    stage: 0,
    stageName: '',
    policyNoticeId: null,
    assigneeId: null,
    ...rest,
    id: deps.ids.next(),
    period: '',
    term,
    target,
    due,
    dueAt,
    provisional,
    groundId: write.duty.groundId(ground),
    createdAt: deps.clock.now(),
  }
  return write.duty.insert(row) ? row.id : null
}
