import { REPORT_JITTER, type ShownKind } from './settle-shown.ts'

/** How the office finds a screen, in one word. */
export const SCREEN_STATES = ['NEVER', 'WELL', 'PARTLY', 'SILENT', 'STUCK', 'SAFE', 'CLOSED'] as const
/** One of them. */
export type ScreenState = (typeof SCREEN_STATES)[number]

/** What it is judged by; milliseconds. */
export type ScreenSigns = {
  /** Null before it ever reported. */
  readonly last: {
    /** Below zero when it was last heard under a clock that was ahead. */
    readonly heardAgo: number
    /** From the last progress of the picture to the report. */
    readonly progressAgo: number
    readonly kind: ShownKind
    readonly rung: 'WELL' | 'RETRYING' | 'SKIPPING' | 'RECREATED' | 'SAFE'
    /** Notices of its programme that are not on the glass: they could not be drawn, or nobody could read them there. */
    readonly missing: number
  } | null
  /** Whether its opening hours say that it should be lit now. */
  readonly isOpen: boolean
}

/** A screen reports every minute: three missed ones are no accident. */
export const SILENT_AFTER = 200_000

const MINUTE = 60_000

// A page of a notice stays for its reading time; what is indefinite is looked at again by the page itself every half minute.
const MOST_STILL: Readonly<Record<ShownKind, number>> = {
  NOTICE: 5 * MINUTE,
  TAKEOVER: 5 * MINUTE,
  DEFAULT: 10 * MINUTE,
  CLOSED: 10 * MINUTE,
  SAFE: 10 * MINUTE,
}

/**
 * How long the picture may go without progress before it counts as stuck, in milliseconds. A still picture is not frozen: the
 * page tells progress as long as it still draws and its turn is not over.
 * @example mostStill('NOTICE') // 300000
 */
export function mostStill(kind: ShownKind): number {
  return MOST_STILL[kind]
}

/**
 * How a screen is, by what gets onto the glass and not by its being reachable. Outside its hours it may be switched off: no
 * screen is silent then.
 * @example screenState({ last: null, isOpen: true }) // 'NEVER'
 */
export function screenState({ last, isOpen }: ScreenSigns): ScreenState {
  if (last === null) return 'NEVER'
  // A word from a time that is yet to come says nothing of now: a living screen speaks again within the minute.
  if (last.heardAgo > SILENT_AFTER || last.heardAgo < -REPORT_JITTER) return isOpen ? 'SILENT' : 'CLOSED'
  if (last.rung === 'SAFE') return 'SAFE'
  if (last.progressAgo > mostStill(last.kind)) return 'STUCK'
  if (last.kind === 'CLOSED') return 'CLOSED'
  return last.missing > 0 ? 'PARTLY' : 'WELL'
}
