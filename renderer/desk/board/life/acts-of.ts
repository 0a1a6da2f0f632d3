import { POSTING_MACHINE, type PostingAction } from '../../../../domain/posting/posting-machine.ts'
import type { PhotoMoment, PostingState } from '../../../../domain/posting/posting-state.ts'
import type { PostingAct } from '../../api/board-api.ts'
import type { SheetTone } from '../sheet-tone.ts'

/** What a person can write down of a sheet. */
export type ActName = PostingAct['act']

// The usual thing first.
const ACTIONS: readonly (readonly [ActName, PostingAction])[] = [
  ['posted', 'POST'],
  ['reposted', 'REPOST'],
  ['checked', 'CHECK'],
  ['removed', 'REMOVE'],
  ['damaged', 'DAMAGE'],
  ['cancelled', 'CANCEL'],
]

// What stands so is to come down before anybody looks after it.
const TO_COME_DOWN: readonly SheetTone[] = ['today', 'overdue', 'stale']

/**
 * What can happen next to a sheet, by the one table of its life; the usual thing first, which is taking it down when that is due.
 * @example actsOf('PLANNED', 'planned') // ['posted', 'cancelled']
 */
export function actsOf(state: PostingState, tone: SheetTone): readonly ActName[] {
  const acts = ACTIONS.flatMap(([act, action]) => (POSTING_MACHINE[action].from.includes(state) ? [act] : []))
  const down = acts.filter((act) => act === 'removed' && TO_COME_DOWN.includes(tone))
  return [...down, ...acts.filter((act) => !down.includes(act))]
}

const MOMENTS: Readonly<Record<ActName, PhotoMoment | null>> = {
  posted: 'POSTED',
  checked: 'CHECKED',
  damaged: 'DAMAGED',
  reposted: 'REPOSTED',
  removed: 'REMOVED',
  cancelled: null,
}

/** What a photograph that comes with an act shows; null: it has none. */
export function momentOf(act: ActName): PhotoMoment | null {
  return MOMENTS[act]
}
