/** How a screen helps itself, from the mildest to the last; each is tried some times before the next. */
export type Rung = 'WELL' | 'RETRYING' | 'SKIPPING' | 'RECREATED' | 'SAFE'

/** What is to be done now. */
export type Remedy =
  | { readonly kind: 'NONE' }
  /** Draw what failed again. */
  | { readonly kind: 'RETRY' }
  /** Leave this notice out until its content changes or the night brings a trial. */
  | { readonly kind: 'SKIP'; readonly hash: string }
  /** Load the page anew, if the server answers; the window above it may do more. */
  | { readonly kind: 'RECREATE' }
  /** Show the page that cannot fail: office, hours, telephone; never a loop. */
  | { readonly kind: 'SAFE' }

/** Where a screen stands; instants are milliseconds on a clock that only grows across starts of the page. */
export type Ladder = {
  readonly rung: Rung
  /** Failures in a row of each notice. */
  readonly failures: Readonly<Record<string, number>>
  /** Given up on, until the content changes (another content has another hash) or the night brings a trial. */
  readonly skipped: readonly string[]
  /** Had been given up on and are tried again: one more failure is enough. */
  readonly onTrial: readonly string[]
  /** When something was last given up on or tried again; null for never. */
  readonly triedAt: number | null
  /** Stalls since it was last well. */
  readonly stalls: number
  /** When the page was recreated for a failure, newest last. */
  readonly recreations: readonly number[]
  /** Since when nothing failed; null while something does. */
  readonly wellSince: number | null
}

/** What happened. */
export type LadderEvent =
  | { readonly kind: 'FAILED'; readonly hash: string }
  | { readonly kind: 'DREW'; readonly hash: string | null }
  /** No progress for longer than what stands may stand still. */
  | { readonly kind: 'STALLED'; readonly hash: string | null }
  /** Some time went by. */
  | { readonly kind: 'PASSED' }
  /** The night has come, or the page began anew: an hour in which a failure disturbs nobody. */
  | { readonly kind: 'RESTED' }

/** Failures in a row after which a notice is left out. */
export const STRIKES = 3
/** Recreations allowed in an hour, and altogether until it was well for long; then the safe page. */
export const RECREATIONS_AN_HOUR = 3
/** How long nothing may fail before the ladder is forgotten. */
export const HEALTHY_MS = 10 * 60_000

const HOUR_MS = 3_600_000
/** Between two trials of what was given up on lies a night: what failed on a busy computer may well be drawn later. */
export const TRIAL_MS = 6 * HOUR_MS
// As many as anybody would ask of; a screen that skips more has another trouble.
const MOST_SKIPPED = 200
const MOST_RECREATIONS = 6

/** The bottom of the ladder. */
export const WELL_LADDER: Ladder = {
  rung: 'WELL',
  failures: {},
  skipped: [],
  onTrial: [],
  triedAt: null,
  stalls: 0,
  recreations: [],
  wellSince: null,
}

function without(failures: Readonly<Record<string, number>>, hash: string): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(failures).filter(([one]) => one !== hash))
}

/** The page is drawn anew a few times; when that has not helped, the safe page stays until somebody or a long calm ends it. */
function recreate(ladder: Ladder, now: number): readonly [Ladder, Remedy] {
  const recent = ladder.recreations.filter((at) => now - at < HOUR_MS)
  if (recent.length >= RECREATIONS_AN_HOUR || ladder.recreations.length >= MOST_RECREATIONS) {
    return [{ ...ladder, rung: 'SAFE', wellSince: null }, { kind: 'SAFE' }]
  }
  const recreations = [...ladder.recreations, now].slice(-MOST_RECREATIONS)
  return [{ ...ladder, rung: 'RECREATED', recreations, wellSince: null }, { kind: 'RECREATE' }]
}

function giveUp(ladder: Ladder, hash: string, now: number): Ladder {
  return {
    ...ladder,
    skipped: [...ladder.skipped, hash].slice(-MOST_SKIPPED),
    onTrial: ladder.onTrial.filter((one) => one !== hash),
    failures: without(ladder.failures, hash),
    triedAt: now,
    wellSince: null,
  }
}

function failed(ladder: Ladder, hash: string, now: number): readonly [Ladder, Remedy] {
  if (ladder.skipped.includes(hash)) return [ladder, { kind: 'NONE' }]
  const strikes = ladder.onTrial.includes(hash) ? STRIKES : (ladder.failures[hash] ?? 0) + 1
  if (strikes < STRIKES) {
    const failures = { ...ladder.failures, [hash]: strikes }
    const rung = ladder.rung === 'WELL' ? 'RETRYING' : ladder.rung
    return [{ ...ladder, rung, failures, wellSince: null }, { kind: 'RETRY' }]
  }
  const rung = ladder.rung === 'RECREATED' || ladder.rung === 'SAFE' ? ladder.rung : 'SKIPPING'
  return [
    { ...giveUp(ladder, hash, now), rung },
    { kind: 'SKIP', hash },
  ]
}

function stalled(ladder: Ladder, hash: string | null, now: number): readonly [Ladder, Remedy] {
  if (ladder.rung === 'SAFE') return [ladder, { kind: 'NONE' }]
  const stalls = ladder.stalls + 1
  const counted = { ...ladder, stalls, wellSince: null }
  // A stall on one notice is a failure of that notice first.
  if (stalls === 1)
    return hash === null ? [{ ...counted, rung: 'RETRYING' }, { kind: 'RETRY' }] : failed(counted, hash, now)
  if (stalls === 2 && hash !== null && !counted.skipped.includes(hash)) {
    return [
      { ...giveUp(counted, hash, now), rung: 'SKIPPING' },
      { kind: 'SKIP', hash },
    ]
  }
  return recreate(counted, now)
}

/**
 * One step of the ladder: what happened, where the screen stands then, and what is to be done. A notice has three strikes; a picture
 * that stands still is drawn again, then left out, then the page is recreated, at most three times an hour and six times before a
 * calm; then the safe page stays. Ten minutes without failure forget the ladder, but not what is skipped: that has one trial a
 * night, and a new chance with another content. Never a loop, never a deletion.
 * @example climb(WELL_LADDER, { kind: 'FAILED', hash }, 0)[1] // { kind: 'RETRY' }
 */
export function climb(ladder: Ladder, event: LadderEvent, now: number): readonly [Ladder, Remedy] {
  switch (event.kind) {
    case 'FAILED':
      return failed(ladder, event.hash, now)
    case 'STALLED':
      return stalled(ladder, event.hash, now)
    case 'DREW': {
      const failures = event.hash === null ? ladder.failures : without(ladder.failures, event.hash)
      const onTrial = ladder.onTrial.filter((hash) => hash !== event.hash)
      return calm({ ...ladder, failures, onTrial, wellSince: ladder.wellSince ?? now }, now)
    }
    case 'PASSED':
      return calm(ladder, now)
    case 'RESTED':
      return [tryAgain(ladder, now), { kind: 'NONE' }]
  }
}

function tryAgain(ladder: Ladder, now: number): Ladder {
  // A clock that was set back must not put the trial off for years.
  const isDue = ladder.triedAt === null || Math.abs(now - ladder.triedAt) >= TRIAL_MS
  if (!isDue || ladder.skipped.length === 0 || ladder.rung === 'SAFE') return ladder
  const onTrial = [...new Set([...ladder.onTrial, ...ladder.skipped])].slice(-MOST_SKIPPED)
  return { ...ladder, skipped: [], onTrial, triedAt: now }
}

function calm(ladder: Ladder, now: number): readonly [Ladder, Remedy] {
  const isHealthy = ladder.wellSince !== null && now - ladder.wellSince >= HEALTHY_MS
  if (!isHealthy || ladder.rung === 'WELL') return [ladder, { kind: 'NONE' }]
  // On the safe page nothing can fail, so calm proves nothing: an hour of it gives the programme one more trial.
  if (ladder.rung === 'SAFE' && now - (ladder.wellSince ?? now) < HOUR_MS) return [ladder, { kind: 'NONE' }]
  // A calm does not open a new hour: what was recreated in this one still counts.
  const recreations = ladder.recreations.filter((at) => now - at < HOUR_MS)
  const remedy: Remedy = ladder.rung === 'SAFE' ? { kind: 'RETRY' } : { kind: 'NONE' }
  const { skipped, onTrial, triedAt, wellSince } = ladder
  return [{ ...WELL_LADDER, skipped, onTrial, triedAt, recreations, wellSince }, remedy]
}

/**
 * The ladder without what is shown no more: a notice that was skipped and comes back with another content has another hash, and the
 * old one need not be remembered for ever.
 * @example forgetGone(ladder, new Set(Object.keys(feed.items)))
 */
export function forgetGone(ladder: Ladder, standing: ReadonlySet<string>): Ladder {
  const skipped = ladder.skipped.filter((hash) => standing.has(hash))
  const onTrial = ladder.onTrial.filter((hash) => standing.has(hash))
  const failures = Object.fromEntries(Object.entries(ladder.failures).filter(([hash]) => standing.has(hash)))
  const isSame =
    skipped.length === ladder.skipped.length &&
    onTrial.length === ladder.onTrial.length &&
    Object.keys(failures).length === Object.keys(ladder.failures).length
  return isSame ? ladder : { ...ladder, skipped, onTrial, failures }
}
