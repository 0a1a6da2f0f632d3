import { readPageRange } from './page-range.ts'

/** A sending and the word of a person on it; `pages` as typed, empty for all. */
export type ToldSending = {
  readonly pages: string
  /** With PART `pages` are those that did come out. */
  readonly outcome: { readonly came: 'ALL' | 'PART' | 'NOTHING'; readonly pages: string } | null
}

/**
 * The pages of a job that a person says are still wanted after everything that was sent: not come out, and not reprinted
 * since; `runs` oldest first. Empty when nothing is missing.
 * @example pagesLeft(3, [{ pages: '', outcome: { came: 'PART', pages: '1,3' } }]) // [2]
 */
export function pagesLeft(pages: number, runs: readonly ToldSending[]): readonly number[] {
  const left = new Set<number>()
  for (const { pages: text, outcome } of runs) {
    if (outcome === null) continue
    const out = outcome.came === 'PART' ? (readPageRange(outcome.pages, pages) ?? []) : []
    for (const page of readPageRange(text, pages) ?? []) {
      if (outcome.came === 'ALL' || out.includes(page)) left.delete(page)
      else left.add(page)
    }
  }
  return [...left].sort((one, other) => one - other)
}
