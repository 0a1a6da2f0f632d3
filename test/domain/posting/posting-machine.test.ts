import { describe, expect, it } from 'vitest'
import {
  actOnPosting,
  isOnWall,
  POSTING_ACTIONS,
  type PostingAction,
} from '../../../domain/posting/posting-machine.ts'
import { POSTING_STATES, type PostingState } from '../../../domain/posting/posting-state.ts'

/** The whole life, written out by hand; every pair that is not here is refused. */
const LIFE: Readonly<Record<PostingAction, Partial<Record<PostingState, PostingState>>>> = {
  PLACE: {
    PLANNED: 'PLANNED',
    POSTED: 'POSTED',
    CHECKED: 'CHECKED',
    REPOSTED: 'REPOSTED',
    DAMAGED: 'DAMAGED',
  },
  POST: { PLANNED: 'POSTED' },
  CANCEL: { PLANNED: 'CANCELLED' },
  CHECK: { POSTED: 'CHECKED', CHECKED: 'CHECKED', REPOSTED: 'CHECKED' },
  DAMAGE: { POSTED: 'DAMAGED', CHECKED: 'DAMAGED', REPOSTED: 'DAMAGED' },
  REPOST: { DAMAGED: 'REPOSTED' },
  REMOVE: { POSTED: 'REMOVED', CHECKED: 'REMOVED', REPOSTED: 'REMOVED', DAMAGED: 'REMOVED' },
  MARK_ERROR: {
    POSTED: 'ENTERED_IN_ERROR',
    CHECKED: 'ENTERED_IN_ERROR',
    DAMAGED: 'ENTERED_IN_ERROR',
    REPOSTED: 'ENTERED_IN_ERROR',
    REMOVED: 'ENTERED_IN_ERROR',
  },
}

const PAIRS = POSTING_ACTIONS.flatMap((action) => POSTING_STATES.map((state) => [action, state] as const))

describe('the life of a sheet on a board', () => {
  it.each(PAIRS)('%s on a sheet that is %s', (action, state) => {
    const to = LIFE[action][state]
    expect(actOnPosting(state, action)).toEqual(
      to === undefined
        ? { ok: false, code: 'posting.wrong-state', params: { state, action } }
        : { ok: true, value: to },
    )
  })

  it('a sheet is on the wall from putting up until taking down, damaged too', () => {
    expect(POSTING_STATES.filter(isOnWall)).toEqual(['POSTED', 'CHECKED', 'DAMAGED', 'REPOSTED'])
  })

  it('nothing comes after taking down and cancelling but the mark that it was entered in error', () => {
    const after = (state: PostingState) => POSTING_ACTIONS.filter((action) => actOnPosting(state, action).ok)
    expect(after('REMOVED')).toEqual(['MARK_ERROR'])
    expect([...after('CANCELLED'), ...after('ENTERED_IN_ERROR')]).toEqual([])
  })
})
