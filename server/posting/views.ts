import type { DueDownReason } from '../../domain/posting/due-down.ts'
import type { MinimumDisplay } from '../../domain/posting/minimum-display.ts'
import type { PostingRule } from '../../domain/posting/posting-rule.ts'
import type { PhotoMoment, PhotoSource, PhotoView, PostingState } from '../../domain/posting/posting-state.ts'

/** A panel of a board: lengths in millimetres; panels stand beside each other in the order of `position`. */
export type PanelView = {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly width: number
  readonly height: number
}

/** A physical board with what hangs on it. */
export type BoardView = {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly unitId: string
  readonly unitName: string
  readonly regime: 'GOV' | 'VILLAGE' | 'RESIDENT' | 'PARTY'
  readonly disabled: boolean
  readonly panels: readonly PanelView[]
  /** Which change of the panels this shows; whoever saves them sends it back, so that nobody's newer one is lost. */
  readonly panelsRevision: number
  /** Newest photograph of the board itself. */
  readonly photo: PhotoFile | null
  /** Planned and hanging, in hanging order: panel by panel, from the top, from the left. */
  readonly postings: readonly PostingView[]
  /** How many further A4 portrait sheets each panel would take, by panel id. */
  readonly free: Readonly<Record<string, number>>
}

/** Where a sheet lies on a panel: upper left corner and size, in millimetres. */
export type SheetSpot = {
  readonly panelId: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A photograph, re-encoded; its claims beside the computer's own time. */
export type PhotoFile = {
  readonly id: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly moment: PhotoMoment
  readonly view: PhotoView
  readonly source: PhotoSource
  /** When the computer received it, instant. */
  readonly receivedAt: string
  /** The time the camera wrote into it, local time without a zone; a claim, never evidence. Null when it says none. */
  readonly claimedAt: string | null
  /** Seconds by which the claim lies before (negative) or after (positive) the computer's time. */
  readonly driftSeconds: number | null
  /** The computer's clock was in doubt when it came. */
  readonly clockDoubtful: boolean
  readonly by: string
  /** It was entered in error, and counts for nothing. */
  readonly inError: { readonly reason: string; readonly at: string; readonly by: string } | null
}

/** What happened to a sheet, oldest first. */
export type PostingEventView = {
  readonly kind:
    'PLANNED' | 'POSTED' | 'CHECKED' | 'DAMAGED' | 'REPOSTED' | 'REMOVED' | 'CANCELLED' | 'ENTERED_IN_ERROR'
  /** Civil date it happened on. */
  readonly on: string
  /** Instant it was recorded. */
  readonly at: string
  readonly by: string
  readonly note: string
}

/** A sheet on a board: planned, hanging, or gone. */
export type PostingView = {
  readonly id: string
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
  readonly boardId: string
  readonly boardName: string
  readonly boardPlace: string
  readonly state: PostingState
  /** The edition was corrected or taken down since: the paper is to come down. */
  readonly stale: 'WITHDRAWN' | 'CORRECTED' | null
  readonly plannedOn: string | null
  readonly postedOn: string | null
  readonly removedOn: string | null
  /** How many sheets of paper, as printed; null when it was not printed here. */
  readonly pages: number | null
  readonly spot: SheetSpot | null
  readonly minimum: MinimumDisplay | null
  /** The day from which it should be gone: after its period, or the expiry of the notice; null when nothing says. */
  readonly dueDownFrom: string | null
  /** Why it should be gone from that day; null with `dueDownFrom`. */
  readonly dueDownReason: DueDownReason | null
  readonly early: { readonly reason: string } | null
  readonly witness: string
  readonly photos: readonly PhotoFile[]
  readonly events: readonly PostingEventView[]
}

/** What a morning asks for. */
export type PostingWork = {
  readonly today: string
  readonly hang: readonly PostingView[]
  /** Damaged and not put up again, although it is not to come down yet. */
  readonly repost: readonly PostingView[]
  readonly takeDown: readonly PostingView[]
  /** Its day has gone by and it is still up. */
  readonly overdue: readonly PostingView[]
  /** Up without a photograph of its beginning. */
  readonly withoutPhoto: readonly PostingView[]
  /** 公示 that came down within two weeks, without a photograph of their end (S1). */
  readonly removedWithoutPhoto: readonly PostingView[]
}

/** Local rules of how long sheets stay up, newest first, and what an office may take over. */
export type PostingRulesView = {
  readonly today: string
  readonly rules: readonly (PostingRule & {
    readonly sequence: number
    readonly at: string
    readonly by: string
  })[]
  readonly offered: readonly Omit<PostingRule, 'effectiveFrom'>[]
}

/** A picture on a stick, to be chosen by its token. */
export type StickPhoto = {
  readonly token: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Instant. */
  readonly modifiedAt: string
}

/** 取下清单 on paper. */
export type TakeDownPaper = {
  readonly office: string
  readonly today: string
  readonly boards: readonly {
    readonly name: string
    readonly place: string
    readonly unitName: string
    readonly lines: readonly {
      readonly title: string
      readonly indexNumber: string
      readonly editionNumber: number
      readonly postedOn: string
      readonly since: string
      readonly reason: DueDownReason
      readonly spot: string
    }[]
  }[]
}

/** A one-time page for a phone on the LAN. */
export type PhotoTicketView = {
  /** What the QR code carries; null when the office has not switched the LAN on (then a file is the only way) or the page was ended. */
  readonly address: string | null
  readonly expiresAt: string
  /** Photographs received and waiting for a person at the desk to take or refuse them. */
  readonly waiting: readonly {
    readonly id: string
    readonly sha256: string
    readonly receivedAt: string
    /** The step it was taken for; another than the page's when a person has since opened one for another step. */
    readonly moment: PhotoMoment
  }[]
}

/*
 * Routes at the desk (HANDLER or DEPUTY_LEADER to write):
 * GET  /api/desk/boards → BoardView[] without photographs' files ; GET /api/desk/boards/:id → BoardView
 * PUT  /api/desk/boards/:id/panels {revision, panels:[{id|null, name, width, height}]} → BoardView (a panel with sheets on it cannot go)
 * POST /api/desk/boards/:id/photo (multipart file) → BoardView
 * GET  /api/desk/posting-work → PostingWork
 * GET  /api/desk/take-down-list?board=… → TakeDownPaper ; GET/PUT /api/desk/posting-rules → PostingRulesView (PUT: one PostingRule)
 * GET  /api/desk/board-places?board=…&width=…&height=… → {spot: SheetSpot|null}   (a free place, suggested)
 * GET  /api/desk/postings?notice=…|board=…|state=…|early=true → PostingView[]
 * POST /api/desk/postings {noticeId|hash, boardId, plannedOn, spot|null} → PostingView   (PLANNED)
 * POST /api/desk/postings/:id/spot {spot|null} → PostingView
 * POST /api/desk/postings/:id/posted {on, witness, note} · /checked {on, note} · /damaged {on, note} · /reposted {on, note} ·
 *      /removed {on, reason, note} · /cancelled {reason} · /error {reason} → PostingView
 * POST /api/desk/postings/:id/photos/:photoId/error {reason} → PostingView   (entered in error)
 * POST /api/desk/postings/:id/photos (multipart: file, moment, view, source) → PostingView ; GET /api/desk/photos/:sha256 → image
 * POST /api/desk/postings/:id/photo-ticket {moment} → PhotoTicketView ; GET …/photo-ticket → PhotoTicketView ; POST …/photo-ticket/:photoId {take: boolean, view} → PostingView
 *      DELETE …/photo-ticket ends the page before its time; what waits can still be taken
 * GET  /api/desk/stick-photos → StickPhoto[] ; POST /api/desk/postings/:id/stick-photo {token, moment, view}
 * GET  /api/desk/postings/:id/certificate → PostingPaper
 * Public mount: GET /photo/:secret (page), POST /api/public/photos/:secret (multipart) → {received: true}
 */
