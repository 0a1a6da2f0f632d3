import type { ClockState } from '../../domain/notice/publish-time.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { ProgrammeSource } from '../../domain/signage/programme.ts'
import type { Screen } from '../../domain/signage/screen.ts'
import type { PublicOffice, SheetData } from '../display/views.ts'

// Routes of the public mount (a replica answers the same):
//   GET  /api/public/screens/:screen/feed              ScreenFeed; refuses screen.not-found
//   GET  /api/public/live                              server-sent events, see LiveEvent
//   POST /api/public/screens/:screen/pairing           { code } → { token }; once, rate-limited
//   POST /api/public/screens/:screen/reports           ScreenReport (header x-screen-token) → ReportAnswer
// Routes of the desk mount:
//   GET /api/desk/screens · POST · PUT /screens/:id · POST /screens/:id/end
//   GET /api/desk/screens/:id/simulation?at=INSTANT    ScreenFeed as it will be then, scheduled notices included
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

/** What `GET /api/public/live` sends: at once on connecting, at every change, and every fifteen seconds. */
export type LiveEvent = {
  readonly version: string
  readonly asOf: string
  readonly clockState: ClockState
  /** Index numbers taken down since the version this connection saw last; gone from the glass at once. */
  readonly withdrawn: readonly string[]
}

/** What was on the glass for a while, told by the screen when it is over. */
export type ShownRecord = {
  /** UUID of the record; a record that comes twice counts once. */
  readonly id: string
  /** Counts up within one start of the page. */
  readonly sequence: number
  readonly kind: 'NOTICE' | 'TAKEOVER' | 'DEFAULT' | 'CLOSED' | 'SAFE'
  /** Null unless an edition was shown. */
  readonly hash: string | null
  /** Milliseconds on the screen's monotonic clock, from the end of the showing to the sending of the report. */
  readonly endedAgo: number
  /** Milliseconds on the same clock. */
  readonly lasted: number
  /** Pages of it that were seen, and how many it has. */
  readonly pagesShown: number
  readonly pagesTotal: number
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
  /** Which rung of the ladder it stands on. */
  readonly rung: 'WELL' | 'RETRYING' | 'SKIPPING' | 'RECREATED' | 'SAFE'
}

/** What a screen sends every minute and whenever something changed. */
export type ScreenReport = {
  /** UUID of this start of the page. */
  readonly bootId: string
  readonly health: ScreenHealth
  readonly shown: readonly ShownRecord[]
  /** A small picture of the glass, JPEG as a data URL, at most 64 KB; null most of the time. */
  readonly picture: string | null
}

/** What the server says to a report: these records are on the disk and need not be sent again. */
export type ReportAnswer = { readonly accepted: readonly string[]; readonly asOf: string }

/** A screen as the desk sees it. */
export type ScreenStatus = {
  readonly screen: Screen
  readonly paired: boolean
  /** Null before it ever reported. */
  readonly last: {
    readonly at: string
    readonly health: ScreenHealth
    readonly title: string | null
    /** Seconds by which the screen's clock is before (negative) or after the office's. */
    readonly drift: number
    /** By way of which replica; null when it asks the office itself. */
    readonly replica: string | null
  } | null
  readonly state: 'NEVER' | 'WELL' | 'SILENT' | 'STUCK' | 'SAFE' | 'CLOSED'
  readonly hasPicture: boolean
}
