import type { ClockState } from '../../domain/notice/publish-time.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { ShownExtent } from '../../domain/signage/shown-extent.ts'
import type { RefusedReason } from '../../domain/signage/legibility.ts'
import type { ScreenState } from '../../domain/signage/screen-state.ts'
import type { ProgrammeSource } from '../../domain/signage/programme.ts'
import type { Screen, ScreenColumn } from '../../domain/signage/screen.ts'
import type { PublicOffice, SheetData } from '../display/views.ts'

// Routes of the public mount (a replica answers the same):
//   GET  /api/public/screens/:screen/feed              ScreenFeed; refuses screen.not-found
//   GET  /api/public/live                              server-sent events, see LiveEvent
//   POST /api/public/screens/:screen/pairing           { code } → { token }; once, rate-limited
//   POST /api/public/screens/:screen/reports           ScreenReport (header x-screen-token) → ReportAnswer
// Routes of the desk mount:
//   GET /api/desk/screens · POST · PUT /screens/:id · POST /screens/:id/end
//   GET /api/desk/screen-columns                       ColumnChoice[]: what a screen may subscribe to
//   GET /api/desk/screens/:id/simulation?at=INSTANT    SimulatedFeed: as it will be then, scheduled notices included
//   POST /api/desk/screens/:id/pairing-code            { code, until }; POST /screens/:id/unpair
//   GET /api/desk/screen-status                        ScreenStatus[]; GET /api/desk/screens/:id/picture

/** One notice as a screen needs it. */
export type SignageItem = {
  readonly sheet: SheetData
  readonly noticeKind: NoticeKind
  /** Instant from which it is shown no more; null when nothing says. */
  readonly expiresAt: string | null
  /** More text or rows than a screen is given; the code leads to all of it. */
  readonly shortened: boolean
  /** Of an emergency notice: who issued it, and when. */
  readonly emergency: { readonly issuer: string; readonly issuedAt: string | null } | null
}

/** Everything a screen needs to go on alone: what to show, when, and until when. */
export type ScreenFeed = ProgrammeSource & {
  readonly asOf: string
  /** How far the office's clock is to be believed; a screen in doubt says 时间待校 and hides nothing. */
  readonly clockState: ClockState
  /** Changes whenever anything public changed; opaque. */
  readonly version: string
  readonly office: PublicOffice
  readonly screen: Screen
  readonly unitName: string
  /** What the column of a subscription is called, by the subscription's id. */
  readonly columnNames: Readonly<Record<string, string>>
  /** By hash of the edition. */
  readonly items: Readonly<Record<string, SignageItem>>
}

/** What cannot be known of another day than this, or was not looked for; the desk says each in a sentence. */
export type SimulationNote =
  /** Nobody knows what will be written, withdrawn or proclaimed until then. */
  | 'FUTURE_UNKNOWN'
  /** Notices set for a minute until then are in it, as if they went out. */
  | 'SCHEDULED_INCLUDED'
  /** Of those, some wait for a person: they were refused, or are not approved. */
  | 'SCHEDULED_UNSURE'
  /** By the records; what was on the glass is told by the display evidence. */
  | 'PAST_BY_RECORD'
  /** Something stood then that was taken down since; nobody is shown it any more, and its place stays empty. */
  | 'WITHDRAWN_SINCE'
  /** The screen was not registered then; it is taken as it is now. */
  | 'SCREEN_AS_NOW'
  /** So many notices lie between then and now that older ones were not looked for. */
  | 'LOOKED_PARTLY'

/** A screen as it will be or was at an instant, which is its `asOf`. */
export type SimulatedFeed = ScreenFeed & {
  readonly simulation: {
    readonly notes: readonly SimulationNote[]
    /** Hashes of notices that are not published yet. */
    readonly scheduled: readonly string[]
  }
}

/** A screen in the register at the desk. */
export type ScreenView = {
  readonly screen: Screen
  readonly unitName: string
  /** Among all screens ever registered, from 1; the short address `/s/1` bears it. */
  readonly number: number
  /** Number of the version; a change names the one it was made from. */
  readonly version: number
  readonly by: string
  readonly at: string
  /** What its subscriptions are called, by id. */
  readonly columnNames: Readonly<Record<string, string>>
}

/** The register of screens. */
export type ScreensView = {
  readonly screens: readonly ScreenView[]
  readonly mayChange: boolean
  /** Addresses under which a screen's browser reaches the board, without the id: of this computer, and in the network. */
  readonly addresses: readonly string[]
}

/** A column a screen may subscribe to, with how many notices stand in it now. */
export type ColumnChoice = {
  readonly column: ScreenColumn
  readonly name: string
  readonly count: number
}

/** What `GET /api/public/live` sends: at once on connecting, at every change, and every fifteen seconds. */
export type LiveEvent = {
  readonly version: string
  readonly asOf: string
  readonly clockState: ClockState
  /** Index numbers taken down since the version this connection saw last; gone from the glass at once. */
  readonly withdrawn: readonly string[]
  /** What a connection that broke says on coming back (`?since=`, or `Last-Event-ID`), to be told what went down meanwhile. */
  readonly mark: string
}

/** What was on the glass, gathered over a quarter of an hour at most: turns of the same notice in that time are one record. */
export type ShownRecord = {
  /** UUID of the record; a record that comes twice counts once. */
  readonly id: string
  /** UUID of the start of the page that saw it: what was left over from before a power cut is sent after it. */
  readonly bootId: string
  /** Counts up within one start of the page. */
  readonly sequence: number
  readonly kind: 'NOTICE' | 'TAKEOVER' | 'DEFAULT' | 'CLOSED' | 'SAFE'
  /** Null unless an edition was shown. */
  readonly hash: string | null
  /** Milliseconds on the screen's monotonic clock, from the end of the showing to the sending of the report. */
  readonly endedAgo: number
  /** Milliseconds from its first turn to the end of its last, on the same clock. */
  readonly spanned: number
  /** Milliseconds of these in which it really was on the glass. */
  readonly lasted: number
  /** Reckoned after a new start of the page, by the server's own time on both sides of it. */
  readonly fromBefore: boolean
  /** Pages of it that were seen, and how many it has. */
  readonly pagesShown: number
  readonly pagesTotal: number
  /** A title on a ticker or a cut table proves less than the notice; null unless an edition was shown. */
  readonly extent: ShownExtent | null
}

/** How a screen is, judged by what gets onto the glass. */
export type ScreenHealth = {
  readonly programVersion: string
  /** Milliseconds since the picture last made progress (a page turned, a notice was drawn). */
  readonly progressAgo: number
  readonly showing: {
    readonly kind: ShownRecord['kind']
    readonly hash: string | null
    readonly page: number
  }
  /** Milliseconds for which it has been showing that. */
  readonly shownFor: number
  /** The screen's own wall clock, for its drift; a claim. */
  readonly clock: string
  readonly viewport: { readonly width: number; readonly height: number }
  /** Notices it has given up on after three failures, by hash. */
  readonly skipped: readonly string[]
  /** Notices that cannot be read on a part of it and are not shown there, by hash; fifty at most. */
  readonly leftOut: readonly { readonly hash: string; readonly reason: RefusedReason }[]
  /** Which rung of the ladder it stands on. */
  readonly rung: 'WELL' | 'RETRYING' | 'SKIPPING' | 'RECREATED' | 'SAFE'
}

/** What a screen sends every minute and whenever something changed. */
export type ScreenReport = {
  /** UUID of this start of the page. */
  readonly bootId: string
  readonly health: ScreenHealth
  readonly shown: readonly ShownRecord[]
  /** Records the page had to drop, for want of room or because the office never took them; the gap is named, never closed. */
  readonly lost: number
  /** A small picture of the glass, JPEG as a data URL, at most 64 KB; null most of the time. */
  readonly picture: string | null
}

/** What the server says to a report: these records are on the disk and need not be sent again. */
export type ReportAnswer = {
  readonly accepted: readonly string[]
  /** These will never be taken (an edition that was never public): the page drops them. */
  readonly refused: readonly string[]
  readonly asOf: string
}

/** A notice that belongs on a screen and is not shown there. */
export type MissingNotice = {
  readonly hash: string
  /** Null for an edition nobody knows. */
  readonly title: string | null
  /** `NOT_DRAWN` after three failures, until the next trial; the rest says why nobody could read it there. */
  readonly reason: RefusedReason | 'NOT_DRAWN'
}

/** A screen as the desk sees it. */
export type ScreenStatus = {
  readonly screen: Screen
  readonly paired: boolean
  /** Null before it ever reported. */
  readonly last: {
    readonly at: string
    readonly health: ScreenHealth
    readonly title: string | null
    /** What belongs on it and is not shown: a dozen by name, and how many in all. */
    readonly missing: { readonly named: readonly MissingNotice[]; readonly number: number }
    /** Seconds by which the screen's clock is before (negative) or after the office's. */
    readonly drift: number
    /** By way of which replica; null when it asks the office itself. */
    readonly replica: string | null
    /** Records of evidence it lost: no room for them, or the office never took them. */
    readonly lost: number
  } | null
  readonly state: ScreenState
  readonly hasPicture: boolean
  /** Instant of the last picture; null for none. */
  readonly pictureAt: string | null
}

/** A change of how a screen is; `boot` changes when its page started anew. */
export type ScreenEdge = {
  readonly at: string
  readonly boot: string
  readonly rung: ScreenHealth['rung']
  readonly skipped: number
  readonly lost: number
  readonly programVersion: string
}
