import type { DutyState } from '../../../domain/duty/duty.ts'
import type { DueTone } from '../../shared/duty/due-words.ts'

/** The colour of a state, beside its word. */
export const TONE_OF: Readonly<Record<DutyState, DueTone>> = {
  OPEN: 'plain',
  DUE_SOON: 'soon',
  OVERDUE: 'late',
  DONE: 'done',
  DONE_LATE: 'late',
  DONE_UNCONFIRMED: 'soon',
  NIL_REPORTED: 'done',
  NIL_REPORTED_LATE: 'late',
  WAIVED: 'plain',
}
