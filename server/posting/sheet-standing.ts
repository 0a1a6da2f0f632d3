import type { StoredPostingEvent, StoredSheet } from '../../db/repos/posting-repo.ts'
import type { Reads } from '../../db/store.ts'
import { DISPLAY_PRESETS } from '../../domain/display/display-preset.ts'
import type { WorkingCalendar } from '../../domain/duty/calendar/working-calendar.ts'
import { dateOf, dayNumber } from '../../domain/duty/calendar/day-number.ts'
import type { CivilDate, PublicContent } from '../../domain/notice/content.ts'
import type { Board } from '../../domain/office/unit.ts'
import { type DueDown, dueDown } from '../../domain/posting/due-down.ts'
import {
  type EarlierSheet,
  type MinimumDisplay,
  minimumDisplay,
  type MinimumGround,
  type PostingGap,
} from '../../domain/posting/minimum-display.ts'
import { type PostingRule, ruleFor } from '../../domain/posting/posting-rule.ts'
import type { PostingState } from '../../domain/posting/posting-state.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { expiryTime } from '../display/public-views.ts'
import { displayStanding } from '../display/public-display/display-facts.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import { todayOf } from '../duty/today.ts'
import { scopeCheck } from './require-board.ts'

/** What every judgement of a sheet is made with; made once for a whole list. */
export type PostingViewing = {
  readonly read: Reads
  readonly calendar: WorkingCalendar
  readonly today: CivilDate
  readonly board: (id: string) => Board
  readonly rules: readonly PostingRule[]
  /** Whether a sheet may not hang where it hangs, by what the catalogue says now. */
  readonly outOfScope: (sheet: StoredSheet) => boolean
  /** The instant notices run out by. */
  readonly asOf: string
  /** What the 公示 of a sheet asks of it; null when its notice is none, or its days are counted on later paper. */
  readonly display: (sheet: StoredSheet) => SheetDisplay | null
}

/** What a 公示 asks of its sheets. */
type SheetDisplay = {
  /** The span it asks them to hang for; null when it was stopped for good. */
  readonly run: MinimumGround['run']
  /** The day it was ended early. */
  readonly stoppedOn: CivilDate | null
  /** Its sheets that ever hung, oldest first. */
  readonly sheets: readonly StoredSheet[]
}

/** How a sheet stands, derived from what is on record of it. */
export type SheetStanding = {
  readonly state: PostingState
  /** Day of the newest thing on record of it on the wall; null while it was never put up. */
  readonly latestOn: CivilDate | null
  readonly stale: 'WITHDRAWN' | 'CORRECTED' | null
  readonly minimum: MinimumDisplay | null
  readonly dueDown: DueDown | null
}

function displaysOf(
  read: Reads,
  calendar: WorkingCalendar,
  today: CivilDate,
): (sheet: StoredSheet) => SheetDisplay | null {
  type Known = (SheetDisplay & { readonly onlyFrom: number }) | null
  const known = new Map<string, Known>()
  const lookUp = (noticeId: string): Known => {
    const record = read.publicDisplay.ofNotice(noticeId)
    if (!record) return null
    const { run, stop, lastDay } = displayStanding(record, calendar, today)
    const onlyFrom = record.runs.findLast(({ kind }) => kind === 'RESTARTED')?.editionId ?? 0
    // Taken away for good, nothing of it has to hang any more; a gap ends by putting it up again.
    if (stop !== null && stop.kind !== 'INTERRUPTED') {
      return { run: null, stoppedOn: stop.onDay, sheets: [], onlyFrom }
    }
    const { display: plan } = JSON.parse(read.edition.byId(run.editionId)?.content ?? '{}') as Pick<
      PublicContent,
      'display'
    >
    const basis = plan?.basis ?? ''
    const preset = DISPLAY_PRESETS.find((one) => basis !== '' && one.basis === basis)
    return {
      run: { term: run.term, lastDay, basis, verified: preset?.verified ?? 'UNVERIFIED' },
      stoppedOn: null,
      sheets: read.posting
        .sheets(read.posting.ofNotice(noticeId))
        .filter(
          ({ postedOn, editionId, errorReason }) =>
            postedOn !== null && errorReason === null && editionId >= onlyFrom,
        )
        .toSorted((one, other) => (beforeOnWall(one, other) ? -1 : 1)),
      onlyFrom,
    }
  }
  return ({ noticeId, noticeKind, editionId }) => {
    if (noticeKind !== 'PUBLIC_DISPLAY') return null
    if (!known.has(noticeId)) known.set(noticeId, lookUp(noticeId))
    const found = known.get(noticeId) ?? null
    // Begun anew with a later edition, the days are counted on that one's paper.
    return found && editionId >= found.onlyFrom ? found : null
  }
}

/** Ids grow with time, so of two sheets of one day the smaller came first. */
function beforeOnWall(
  one: Pick<StoredSheet, 'id' | 'postedOn'>,
  other: Pick<StoredSheet, 'id' | 'postedOn'>,
): boolean {
  const [a, b] = [one.postedOn ?? '9999', other.postedOn ?? '9999']
  return a === b ? one.id < other.id : a < b
}

/**
 * Makes ready what sheets are judged with: today, the calendar, the boards, the local rules, the running 公示.
 * @example postingViewing(deps).today // '2026-11-23'
 */
export function postingViewing(deps: Pick<Deps, 'store' | 'clock'>, read = deps.store.read): PostingViewing {
  const now = deps.clock.now()
  const { today } = todayOf(read, now)
  const calendar = calendarOf(read)
  const boards = new Map(read.unit.boards().map((one) => [one.id, one]))
  const board = (id: string): Board => {
    const found = boards.get(id)
    // A foreign key keeps that from happening.
    if (!found) throw new Error(`no board ${id}`)
    return found
  }
  const outside = scopeCheck(read)
  return {
    read,
    calendar,
    today,
    rules: read.posting.rules(),
    asOf: expiryTime(read, now),
    display: displaysOf(read, calendar, today),
    outOfScope: (sheet) => outside(sheet, board(sheet.boardId)),
    board,
  }
}

/**
 * What a sheet is: its newest event on the wall, or what became of its plan.
 * @example sheetState(sheet, events) // 'CHECKED'
 */
export function sheetState(
  sheet: Pick<StoredSheet, 'removedOn' | 'postedOn' | 'planOutcome' | 'errorReason'>,
  events: readonly Pick<StoredPostingEvent, 'kind'>[],
): PostingState {
  if (sheet.errorReason !== null) return 'ENTERED_IN_ERROR'
  if (sheet.removedOn !== null) return 'REMOVED'
  if (sheet.postedOn === null) return sheet.planOutcome === null ? 'PLANNED' : 'CANCELLED'
  return events.at(-1)?.kind ?? 'POSTED'
}

/** Damaged and not put up again, it does not hang whole until it comes down, or until today. */
function gapsOf(events: readonly StoredPostingEvent[], until: CivilDate): readonly PostingGap[] {
  const gaps: PostingGap[] = []
  let from: CivilDate | null = null
  for (const { kind, onDay } of events) {
    if (kind === 'DAMAGED') from = onDay
    else if (kind === 'REPOSTED' && from !== null) {
      gaps.push({ from, to: onDay })
      from = null
    }
  }
  return from === null ? gaps : [...gaps, { from, to: until > from ? until : from }]
}

/** What hung on the board of a sheet of the same span before it. */
function earlierOf(
  { id, boardId }: StoredSheet,
  postedOn: CivilDate,
  { sheets }: SheetDisplay,
  { read, today }: PostingViewing,
): readonly EarlierSheet[] {
  return sheets
    .filter((one) => one.boardId === boardId && one.id !== id && beforeOnWall(one, { id, postedOn }))
    .flatMap((one): EarlierSheet[] => {
      if (one.postedOn === null) return []
      // What was corrected is read as if it did not hang: its days go on with the paper that is right.
      const ends = [one.removedOn, one.correctedOn].filter((day) => day !== null).toSorted()
      const gaps = gapsOf(read.posting.events([one.id]), one.removedOn ?? today)
      return [{ postedOn: one.postedOn, until: ends[0] ?? null, gaps }]
    })
}

/**
 * The first day on which a notice no longer shows: that of the minute it runs out, or the next one while that minute is still to
 * come today; nothing that shows is asked down.
 */
function expiryDay(expiresAt: string, { asOf, today }: PostingViewing): CivilDate {
  const on = civilDateOf(expiresAt)
  return expiresAt > asOf && on <= today ? dateOf(dayNumber(today) + 1) : on
}

function staleness(sheet: StoredSheet): SheetStanding['stale'] {
  if (sheet.editionState === 'WITHDRAWN') return 'WITHDRAWN'
  return sheet.correctedOn === null ? null : 'CORRECTED'
}

/**
 * Judges a sheet: what it is, whether its edition still holds, how long it must hang and from when it should be gone. What no
 * longer holds, has run out or was ended early has to hang no longer. `events` are those of this sheet, oldest first.
 * @example sheetStanding(sheet, events, postingViewing(deps)).minimum?.lastDay // '2026-03-16'
 */
export function sheetStanding(
  sheet: StoredSheet,
  events: readonly StoredPostingEvent[],
  viewing: PostingViewing,
): SheetStanding {
  const state = sheetState(sheet, events)
  const stale = staleness(sheet)
  const outOfScope = state !== 'REMOVED' && viewing.outOfScope(sheet)
  const begins = sheet.postedOn ?? (state === 'PLANNED' ? sheet.plannedOn : null)
  const { withdrawnOn, withdrawalReason, correctedOn, expiresAt } = sheet
  const display = viewing.display(sheet)
  const stoppedOn = display?.stoppedOn ?? null
  const ranOut = expiresAt !== null && expiresAt <= viewing.asOf
  const over = stale !== null || outOfScope || stoppedOn !== null || ranOut
  const inError = state === 'ENTERED_IN_ERROR'
  const minimum =
    begins === null || over || inError
      ? null
      : minimumDisplay(
          {
            run: display?.run ?? null,
            rule: ruleFor(viewing.rules, viewing.board(sheet.boardId).regime, begins),
            postedOn: begins,
            gaps: gapsOf(events, sheet.removedOn ?? viewing.today),
            earlier: display ? earlierOf(sheet, begins, display, viewing) : [],
          },
          viewing.calendar,
        )
  return {
    state,
    stale,
    minimum,
    latestOn: events.at(-1)?.onDay ?? sheet.postedOn,
    dueDown: inError
      ? null
      : dueDown({
          withdrawn:
            stale === 'WITHDRAWN' && withdrawnOn !== null
              ? { on: withdrawnOn, expired: withdrawalReason === 'EXPIRED' }
              : null,
          correctedOn,
          outOfScopeOn: outOfScope ? viewing.today : null,
          stoppedOn,
          expiresOn: expiresAt === null ? null : expiryDay(expiresAt, viewing),
          minimum,
        }),
  }
}
