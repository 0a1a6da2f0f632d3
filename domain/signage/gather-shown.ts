import type { ShownKind } from './settle-shown.ts'
import { SHOWN_EXTENTS, type ShownExtent } from './shown-extent.ts'

/** What stands in a part of the glass. */
export type Standing = {
  readonly kind: ShownKind
  readonly hash: string | null
  readonly page: number
  readonly pages: number
  /** How much of the notice stands there; null unless an edition is shown. */
  readonly extent: ShownExtent | null
}

/** What was shown, gathered; times in milliseconds on the clock of the one who asks. */
export type GatheredShowing = {
  readonly id: string
  readonly sequence: number
  /** Counts up; what was gathered together belongs together, since its spans lie over each other. */
  readonly gathering: number
  readonly kind: ShownKind
  readonly hash: string | null
  readonly extent: ShownExtent | null
  readonly began: number
  readonly ended: number
  /** Of that, on the glass. */
  readonly lasted: number
  readonly pagesShown: number
  readonly pagesTotal: number
}

/** Gathers what stands on the glass into records. */
export type ShownGatherer = {
  readonly shown: (part: string, standing: Standing, at: number) => void
  /** Nothing stands in this part any more. */
  readonly gone: (part: string, at: number) => void
  /** The page is alive; told every few seconds, so that a computer that slept proves nothing of its sleep. */
  readonly beat: (at: number) => void
  /** What is gathered and not handed over yet, as if it ended now. */
  readonly peek: (at: number) => GatheredShowing[]
  /** Hands over the gatherings that are over: after a quarter of an hour, and at every sleep. */
  readonly take: (at: number) => GatheredShowing[]
  /** Ends the gathering now and hands over everything; what stands goes on in the next. */
  readonly flush: (at: number) => GatheredShowing[]
}

type Open = Omit<GatheredShowing, 'ended' | 'lasted' | 'pagesShown' | 'pagesTotal'> & {
  ended: number
  lasted: number
  readonly pages: Set<number>
  pagesTotal: number
}

/** Longer between two beats, and the page stood still or the computer slept. */
export const LONGEST_BEAT = 60_000
/** Records of one gathering; beyond it a screen does not show, it flickers. */
export const MOST_GATHERED = 200
/** A gathering is over after so long; the office takes no record that spans more than a little more. Milliseconds. */
export const LONGEST_GATHERING = 15 * 60_000
// Nobody takes them only before the office's time is known: a week of a page that says it has no answer yet.
const MOST_UNTAKEN = 1000
// A page of pages that are never read.
const MOST_PAGES = 500

function told({ pages, ...rest }: Open): GatheredShowing {
  return { ...rest, pagesShown: Math.min(pages.size, rest.pagesTotal) }
}

/** Of a notice that stands in several parts at once, only where most of it stands. */
function fullest(standing: readonly Standing[]): Standing[] {
  const rank = ({ extent }: Standing) => (extent === null ? 0 : SHOWN_EXTENTS.indexOf(extent))
  return standing.filter(
    (one) =>
      !standing.some(
        (other) => other.kind === one.kind && other.hash === one.hash && rank(other) < rank(one),
      ),
  )
}

/**
 * A gatherer with nothing in it. Turns of the same notice are one record; its span runs from the first to the last, what lay on the
 * glass of it is counted apart, once however many parts show it. No record reaches over a sleep.
 * @example const gatherer = openGatherer(nextId)
 */
export function openGatherer(nextId: () => string): ShownGatherer {
  const standing = new Map<string, Standing>()
  let open = new Map<string, Open>()
  let over: GatheredShowing[] = []
  let sequence = 0
  let gathering = 1
  let gatheredFrom = 0
  let countedAt: number | null = null

  function record({ kind, hash, extent, page, pages }: Standing, from: number): Open | null {
    const key = [kind, hash, extent].join(' ')
    let found = open.get(key)
    if (found === undefined) {
      if (open.size >= MOST_GATHERED) return null
      if (open.size === 0) gatheredFrom = from
      sequence += 1
      found = {
        ...{ id: nextId(), sequence, gathering, kind, hash, extent, began: from, ended: from, lasted: 0 },
        ...{ pages: new Set<number>(), pagesTotal: pages },
      }
      open.set(key, found)
    }
    if (found.pages.size < MOST_PAGES) found.pages.add(page)
    found.pagesTotal = Math.max(found.pagesTotal, pages)
    return found
  }

  function close(): void {
    if (open.size === 0) return
    over = [...over, ...[...open.values()].map(told)].slice(-MOST_UNTAKEN)
    open = new Map()
    gathering += 1
  }

  function count(at: number): void {
    const from = countedAt ?? at
    const until = Math.max(from, at)
    countedAt = until
    // What lies between two beats that are too far apart was seen by nobody who could tell.
    if (until - from > LONGEST_BEAT) close()
    else if (until > from) {
      const counted = new Set<Open>()
      for (const one of fullest([...standing.values()])) {
        const kept = record(one, from)
        if (kept !== null) counted.add(kept)
      }
      for (const kept of counted) {
        kept.lasted += until - from
        kept.ended = until
      }
      if (until - gatheredFrom >= LONGEST_GATHERING) close()
    }
  }

  function take(): GatheredShowing[] {
    const taken = over
    over = []
    return taken
  }

  return {
    shown: (part, next, at) => {
      count(at)
      standing.set(part, next)
    },
    gone: (part, at) => {
      count(at)
      standing.delete(part)
    },
    beat: count,
    peek: (at) => {
      count(at)
      return [...over, ...[...open.values()].map(told)]
    },
    take: (at) => {
      count(at)
      return take()
    },
    flush: (at) => {
      count(at)
      close()
      return take()
    },
  }
}
