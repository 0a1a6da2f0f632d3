import { accept, refuse, type Result } from '../refusal.ts'
import type { PostingState } from './posting-state.ts'

/** What a person does with a sheet on a board. */
export const POSTING_ACTIONS = [
  'PLACE',
  'POST',
  'CANCEL',
  'CHECK',
  'DAMAGE',
  'REPOST',
  'REMOVE',
  'MARK_ERROR',
] as const
/** One action. */
export type PostingAction = (typeof POSTING_ACTIONS)[number]

type Transition = {
  readonly from: readonly PostingState[]
  /** Null: the sheet stays what it is. */
  readonly to: PostingState | null
}

const HANGING: readonly PostingState[] = ['POSTED', 'CHECKED', 'REPOSTED']

/**
 * The life of a sheet as one table: which action is possible in which states, and what comes of it (domain book §10.1). A sheet
 * that is damaged does not hang whole, so it is put up again or taken down, and never looked after as if it did. What came
 * down or was never put up is over: the next sheet is one of its own. What was put up on record by mistake, and never on the
 * wall, is marked as entered in error; a plan is simply dropped.
 */
export const POSTING_MACHINE: Readonly<Record<PostingAction, Transition>> = {
  PLACE: { from: ['PLANNED', ...HANGING, 'DAMAGED'], to: null },
  POST: { from: ['PLANNED'], to: 'POSTED' },
  CANCEL: { from: ['PLANNED'], to: 'CANCELLED' },
  CHECK: { from: HANGING, to: 'CHECKED' },
  DAMAGE: { from: HANGING, to: 'DAMAGED' },
  REPOST: { from: ['DAMAGED'], to: 'REPOSTED' },
  REMOVE: { from: [...HANGING, 'DAMAGED'], to: 'REMOVED' },
  MARK_ERROR: { from: [...HANGING, 'DAMAGED', 'REMOVED'], to: 'ENTERED_IN_ERROR' },
}

/**
 * What a sheet is after an action. Refuses `posting.wrong-state` with the state and the action.
 * @example actOnPosting('DAMAGED', 'REPOST') // { ok: true, value: 'REPOSTED' }
 */
export function actOnPosting(state: PostingState, action: PostingAction): Result<PostingState> {
  const { from, to } = POSTING_MACHINE[action]
  return from.includes(state) ? accept(to ?? state) : refuse('posting.wrong-state', { state, action })
}

/**
 * Whether a sheet is on the wall, whole or damaged.
 * @example isOnWall('DAMAGED') // true
 */
export function isOnWall(state: PostingState): boolean {
  return POSTING_MACHINE.REMOVE.from.includes(state)
}
