import { accept, refuse, type Result } from '../refusal.ts'

/** An opinion as far as merging and answering need it. */
export type MergeableOpinion = {
  readonly id: string
  readonly number: number
  /** The opinion it was merged into; null for one that stands by itself. */
  readonly mergedInto: string | null
  readonly answered: boolean
}

/**
 * The opinion that answers for another: itself, or the one it was merged into, to the end.
 * @example headOf('b', new Map([['b', 'a']])) // 'a'
 */
export function headOf(id: string, mergedInto: ReadonlyMap<string, string>): string {
  const seen = new Set<string>()
  let at = id
  for (let next = mergedInto.get(at); next !== undefined && !seen.has(next); next = mergedInto.get(at)) {
    seen.add(at)
    at = next
  }
  return at
}

/**
 * Says whether opinions may be merged into another. Refuses `opinion.merge-into-itself`, `opinion.already-merged` with the
 * number of one that does not stand by itself, `opinion.answered` with the number of one that has its own answer already.
 * @example mayMerge({ into: first, others: [second] }).ok
 */
export function mayMerge(merge: {
  readonly into: MergeableOpinion
  readonly others: readonly MergeableOpinion[]
}): Result<true> {
  const { into, others } = merge
  if (others.some(({ id }) => id === into.id)) return refuse('opinion.merge-into-itself')
  const merged = [into, ...others].find(({ mergedInto }) => mergedInto !== null)
  if (merged) return refuse('opinion.already-merged', { number: merged.number })
  const answered = others.find((opinion) => opinion.answered)
  return answered ? refuse('opinion.answered', { number: answered.number }) : accept(true)
}

/**
 * Refuses `consultation.unanswered` with how many opinions have no answer and the number of the first; a merged one is
 * answered by its head (R-018: it cannot close with unanswered opinions).
 * @example allAnswered([{ id: 'a', number: 17, mergedInto: null, answered: false }]).ok // false
 */
export function allAnswered(opinions: readonly MergeableOpinion[]): Result<true> {
  const open = unanswered(opinions)
  const [first] = open
  return first
    ? refuse('consultation.unanswered', { count: open.length, number: first.number })
    : accept(true)
}

/**
 * The opinions that wait for an answer, by number.
 * @example unanswered(opinions)[0]?.number // 17
 */
export function unanswered<One extends MergeableOpinion>(opinions: readonly One[]): readonly One[] {
  return opinions
    .filter(({ mergedInto, answered }) => mergedInto === null && !answered)
    .toSorted((one, other) => one.number - other.number)
}
