import { diffArrays } from 'diff'

/** A piece of text: in both, only in the new one, or only in the old one. */
export type Run = { readonly kind: 'KEPT' | 'ADDED' | 'REMOVED'; readonly text: string }

/** Pieces of an order that two sequences share or not; `items` of a kept piece are the new ones. */
export type Piece<T> = { readonly kind: Run['kind']; readonly items: readonly T[] }

// More edits than this and the two have little in common: the search grows with their square and would hold up the board.
const MOST_EDITS = 800
// Inside one paragraph: beyond it the two texts are easier to read whole, and a hundred such paragraphs still take a moment.
const MOST_TEXT_EDITS = 240

// A number is read as one thing, and so is a word of letters; Han text has no words a reader could point at.
const TOKEN =
  /\d+(?:[.,:]\d+)*|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{Nd}])+|\p{Zs}+|[^\p{L}\p{M}\p{Nd}\p{Zs}]/gsu

/**
 * Text in the smallest pieces that are compared: Han characters, words of other scripts, whole numbers, single signs.
 * @example tokensOf('发放300元') // ['发', '放', '300', '元']
 */
export function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? []
}

/**
 * What two sequences share, in order. Where they share next to nothing the old one is removed and the new one added whole.
 * @example alignedPieces(['a', 'b'], ['a', 'c']) // kept a, removed b, added c
 */
export function alignedPieces<T>(
  before: readonly T[],
  after: readonly T[],
  same: (one: T, other: T) => boolean = Object.is,
  mostEdits = MOST_EDITS,
): readonly Piece<T>[] {
  // Most of a notice stays: what is the same at both ends is never searched.
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && same(before[head] as T, after[head] as T)) head += 1
  let tail = 0
  while (
    tail < shorter - head &&
    same(before[before.length - 1 - tail] as T, after[after.length - 1 - tail] as T)
  ) {
    tail += 1
  }
  const old = before.slice(head, before.length - tail)
  const fresh = after.slice(head, after.length - tail)
  const found = diffArrays([...old], [...fresh], { comparator: same, maxEditLength: mostEdits })
  const middle: readonly Piece<T>[] = found
    ? found.map(({ added, removed, value }) => ({
        kind: added ? 'ADDED' : removed ? 'REMOVED' : 'KEPT',
        items: value,
      }))
    : [
        { kind: 'REMOVED', items: old },
        { kind: 'ADDED', items: fresh },
      ]
  const whole: readonly Piece<T>[] = [
    { kind: 'KEPT', items: after.slice(0, head) },
    ...middle,
    { kind: 'KEPT', items: after.slice(after.length - tail) },
  ]
  return whole.filter(({ items }) => items.length > 0)
}

/**
 * The runs between two texts. Read without what was added they are the old text, without what was removed the new one.
 * @example textRuns('发放300元', '发放350元') // kept 发放, removed 300, added 350, kept 元
 */
export function textRuns(before: string, after: string): readonly Run[] {
  const runs = alignedPieces(tokensOf(before), tokensOf(after), Object.is, MOST_TEXT_EDITS).map(
    ({ kind, items }): Run => ({
      kind,
      text: items.join(''),
    }),
  )
  return joined(readable(runs))
}

/**
 * A text that is only in one of the two, as runs.
 * @example wholeRun('ADDED', '') // []
 */
export function wholeRun(kind: Run['kind'], text: string): readonly Run[] {
  return text === '' ? [] : [{ kind, text }]
}

// A single character that happens to stand in both of two rewritten clauses only chops them up for the reader.
function readable(runs: readonly Run[]): readonly Run[] {
  return runs.flatMap((run, at): readonly Run[] => {
    const around = changeBefore(runs, at) >= 3 && changeAfter(runs, at) >= 3
    if (run.kind !== 'KEPT' || !around || tokensOf(run.text).length > 1) return [run]
    return [
      { kind: 'REMOVED', text: run.text },
      { kind: 'ADDED', text: run.text },
    ]
  })
}

function changeBefore(runs: readonly Run[], at: number): number {
  let length = 0
  for (let index = at - 1; index >= 0 && runs[index]?.kind !== 'KEPT'; index -= 1) {
    length += runs[index]?.text.length ?? 0
  }
  return length
}

function changeAfter(runs: readonly Run[], at: number): number {
  let length = 0
  for (let index = at + 1; index < runs.length && runs[index]?.kind !== 'KEPT'; index += 1) {
    length += runs[index]?.text.length ?? 0
  }
  return length
}

// What goes stands before what comes, each in one run between two kept ones.
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = []
  let removed = ''
  let added = ''
  const close = () => {
    result.push(...wholeRun('REMOVED', removed), ...wholeRun('ADDED', added))
    removed = ''
    added = ''
  }
  for (const { kind, text } of runs) {
    if (kind === 'REMOVED') removed += text
    else if (kind === 'ADDED') added += text
    else {
      close()
      const last = result[result.length - 1]
      if (last?.kind === 'KEPT') result[result.length - 1] = { kind, text: last.text + text }
      else result.push({ kind, text })
    }
  }
  close()
  return result
}

/** The pairs of characters a text begins with, counted: what likeness is judged by. */
export type Profile = { readonly pairs: ReadonlyMap<string, number>; readonly size: number }

// Beyond these nothing more is learnt about whether two texts belong together.
const PROFILE_LENGTH = 300

/**
 * Takes the profile of a text, once for all the texts it is held against.
 * @example profileOf('发放名单').size // 3
 */
export function profileOf(text: string): Profile {
  const pairs = new Map<string, number>()
  const start = text.slice(0, PROFILE_LENGTH)
  for (let at = 0; at < start.length - 1; at += 1) {
    const pair = start.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { pairs, size: Math.max(0, start.length - 1) }
}

/**
 * How much two texts have in common, from 0 to 1, by their pairs of characters (Dice).
 * @example likeness(profileOf('发放名单'), profileOf('发放名册')) // 0.66…
 */
export function likeness(one: Profile, other: Profile): number {
  const all = one.size + other.size
  const [fewer, more] = one.pairs.size < other.pairs.size ? [one, other] : [other, one]
  let shared = 0
  for (const [pair, count] of fewer.pairs) shared += Math.min(count, more.pairs.get(pair) ?? 0)
  return all === 0 ? 0 : (2 * shared) / all
}
