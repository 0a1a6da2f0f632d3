import { openGatherer } from '../../../domain/signage/gather-shown.ts'
import type { Stage } from '../stage.ts'
import {
  afterRefusal,
  afterTaken,
  EMPTY_OUTBOX,
  FULL_SENDING,
  nextRecords,
  type Outbox,
  readOutbox,
  toWaiting,
  withMore,
  withoutSettled,
  writeOutbox,
} from './outbox.ts'
import { screenToken } from './pairing.ts'
import { randomId } from './random-id.ts'
import { screenHealth, sendReport } from './screen-report.ts'
import type { PageStore } from './store.ts'
import { takePicture } from './take-picture.ts'
import type { GlassWatch } from './watch-glass.ts'

const REPORT_MS = 60_000
const PICTURE_MS = 10 * 60_000
const FIRST_REPORT_MS = 5000

/** Tells the office what is and was on the glass, as far as the screen is paired. */
export type OfficeTeller = {
  /** Every few seconds. */
  readonly beat: () => void
  /** The state changed: told at once, with a picture. */
  readonly changed: () => void
  /** Closes what is being gathered and writes everything down; before the page begins anew. */
  readonly settle: () => Promise<void>
  readonly stop: () => void
}

/** What it needs of the page around it. */
export type TellerParts = {
  readonly screenId: string
  readonly store: PageStore
  readonly stage: Stage
  readonly watch: GlassWatch
  readonly elapsed: () => number
  /** The office's time in milliseconds since the epoch; null before anything is known of it. */
  readonly officeTime: () => number | null
  readonly programVersion: string
  readonly glass: () => HTMLElement | null
}

/**
 * Begins to gather and to tell. Without a line everything waits in the page's store, at most a week of it; a screen that is not
 * paired gathers nothing, since nobody could believe it.
 */
export function tellOffice(parts: TellerParts): OfficeTeller {
  const { screenId, store, stage, watch, elapsed } = parts
  const bootId = randomId()
  const gatherer = openGatherer(randomId)
  let token: string | null = null
  let outbox: Outbox = EMPTY_OUTBOX
  let sending = FULL_SENDING
  let picturedAt = Number.NEGATIVE_INFINITY
  let timer = 0
  let isTelling = false
  let isStopped = false

  const moment = () => {
    const office = parts.officeTime()
    return office === null ? null : { bootId, office, elapsed: elapsed() }
  }

  function gather(isEnding = false): void {
    const now = moment()
    if (now === null) return
    const taken = isEnding ? gatherer.flush(now.elapsed) : gatherer.take(now.elapsed)
    outbox = withMore(
      outbox,
      taken.map((one) => toWaiting(one, now)),
    )
  }

  async function writeDown(): Promise<void> {
    const now = moment()
    if (now === null || token === null) return
    const open = gatherer.peek(now.elapsed).map((one) => toWaiting(one, now))
    await writeOutbox(store, outbox, open)
  }

  async function tell(): Promise<void> {
    const now = moment()
    if (isTelling || token === null || now === null) return
    isTelling = true
    try {
      gather()
      await writeDown()
      const isDue = now.elapsed - picturedAt >= PICTURE_MS
      const glass = isDue ? parts.glass() : null
      const picture = glass === null ? null : await takePicture(glass)
      const shown = nextRecords(outbox, moment() ?? now, sending.most)
      const sent = await sendReport(screenId, token, {
        ...{ bootId, picture, lost: outbox.lost, shown },
        health: screenHealth(watch, {
          ...{ elapsed: elapsed(), programVersion: parts.programVersion, leftOut: stage.unread() },
        }),
      })
      // Where a picture was in it, the same comes without one first.
      if (isDue && sent.kind !== 'AWAY') picturedAt = now.elapsed
      if (sent.kind === 'TAKEN') {
        const next = afterTaken(withoutSettled(outbox, sent.accepted, sent.refused), sending)
        outbox = next.outbox
        sending = next.sending
        await writeDown()
      } else if (sent.kind === 'REFUSED' && picture === null) {
        sending = afterRefusal(shown.length)
      } else if (sent.kind === 'OVER') {
        // Unpaired at the desk: from here on it shows everything and proves nothing.
        token = null
      }
    } finally {
      isTelling = false
    }
  }

  function later(milliseconds: number): void {
    window.clearTimeout(timer)
    if (isStopped) return
    timer = window.setTimeout(() => {
      void tell().finally(() => {
        // While something waits from before, it is worked off sooner than the next minute.
        const isBehind = outbox.waiting.length > 0 && (sending.most > 0 || sending.isSuspect)
        later(isBehind && token !== null ? REPORT_MS / 4 : REPORT_MS)
      })
    }, milliseconds)
  }

  const stopListening = stage.listen({
    onShown: ({ pane, ...standing }) => {
      gatherer.shown(pane ?? '', standing, elapsed())
    },
    onGone: (pane) => {
      gatherer.gone(pane ?? '', elapsed())
    },
  })
  // What stood before anybody listened.
  for (const { pane, ...standing } of stage.standing()) gatherer.shown(pane ?? '', standing, elapsed())

  void (async () => {
    token = await screenToken(screenId, store)
    outbox = withMore(await readOutbox(store), outbox.waiting)
    later(FIRST_REPORT_MS)
  })()

  return {
    beat: () => {
      gatherer.beat(elapsed())
    },
    changed: () => {
      picturedAt = Number.NEGATIVE_INFINITY
      later(1000)
    },
    settle: async () => {
      gather(true)
      await writeDown()
    },
    stop: () => {
      isStopped = true
      window.clearTimeout(timer)
      stopListening()
    },
  }
}
