import { pagesLeft, type ToldSending } from './pages-left.ts'

/** Life of a print job: built and looked at, handed over, told what came out. */
export const PRINT_STATES = ['BUILDING', 'READY', 'FAILED', 'SENT', 'UNSURE', 'DONE', 'CANCELLED'] as const
/**
 * One state. SENT: handed over, nobody has said yet what came out. UNSURE: the program ended since, or the printer never
 * answered, so that only the paper itself can tell.
 */
export type PrintState = (typeof PRINT_STATES)[number]

/** One sending of a job. */
export type PrintSending = ToldSending & {
  /** Sent since this start of the program. */
  readonly ours: boolean
  /** What the system said of it; null while it has said nothing. */
  readonly ending: 'HANDED' | 'REFUSED' | 'UNKNOWN' | null
}

/** What is known of a job; `runs` oldest first, `pages` of its PDF. */
export type PrintFacts = {
  readonly cancelled: boolean
  /** The PDF of the job as it is wanted now: not made yet, made, or refused. */
  readonly built: 'NOT_YET' | 'MADE' | 'REFUSED'
  readonly pages: number
  readonly runs: readonly PrintSending[]
}

/**
 * Whether a sending left nothing on paper: the system took nothing of it, and no person saw anything come out.
 * @example tookNothing({ ending: 'REFUSED', outcome: null }) // true
 */
export function tookNothing({ ending, outcome }: Pick<PrintSending, 'ending' | 'outcome'>): boolean {
  return ending === 'REFUSED' && outcome === null
}

/**
 * Whether something of a sending may lie on paper: not after a plain no of the system, nor when a person saw nothing come.
 * @example mayLieOnPaper({ ending: 'UNKNOWN', outcome: null }) // true
 */
export function mayLieOnPaper(run: {
  readonly ending: PrintSending['ending']
  readonly outcome: Pick<NonNullable<PrintSending['outcome']>, 'came'> | null
}): boolean {
  return run.outcome === null ? run.ending !== 'REFUSED' : run.outcome.came !== 'NOTHING'
}

/**
 * The state of a print job from everything that happened to it. A person's word counts before the system's: with no page
 * missing it is done, with any missing it is ready to be sent again, whichever sending that was told of. A sending of an
 * earlier start without a word is UNSURE, and so is one the printer never answered; one the system refused changes nothing.
 * @example printState({ cancelled: false, built: 'MADE', pages: 1, runs: [] }) // 'READY'
 */
export function printState({ cancelled, built, pages, runs }: PrintFacts): PrintState {
  const taken = runs.filter((run) => !tookNothing(run))
  const untold = taken.findLast(({ outcome }) => outcome === null)
  if (untold) return untold.ours && untold.ending !== 'UNKNOWN' ? 'SENT' : 'UNSURE'
  if (taken.length > 0 && pagesLeft(pages, taken).length === 0) return 'DONE'
  if (cancelled) return 'CANCELLED'
  if (built === 'NOT_YET') return 'BUILDING'
  return built === 'MADE' ? 'READY' : 'FAILED'
}
