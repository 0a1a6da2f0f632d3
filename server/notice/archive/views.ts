import type { CivilDate } from '../../../domain/notice/content.ts'
import type { NoticeKind } from '../../../domain/notice/notice-kind.ts'
import type { NoticeState, WithdrawalReason } from '../../../domain/notice/notice-state.ts'
import type { ClockState } from '../../../domain/notice/publish-time.ts'
import type { Retention } from '../../../domain/notice/retention.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import type { BatchView } from '../batch/views.ts'
import type { PersonRef } from '../views.ts'

/** A sheet on a board of the wall. */
export type PostingView = {
  readonly id: string
  readonly editionNumber: number
  readonly board: { readonly id: string; readonly name: string; readonly place: string }
  readonly postedOn: CivilDate
  readonly postedBy: string
  readonly removedOn: CivilDate | null
  readonly removedBy: string | null
}

/** Paper that has to come down, or has. */
export type RecallView = {
  readonly id: number
  readonly noticeId: string
  readonly title: string
  readonly editionNumber: number
  readonly board: { readonly id: string; readonly name: string; readonly place: string }
  readonly cause: 'WITHDRAWN' | 'CORRECTED'
  /** It was recorded there; else a sheet was printed and may hang there. */
  readonly posted: boolean
  readonly openedOn: CivilDate
  readonly done: { readonly on: CivilDate; readonly note: string; readonly by: string } | null
}

/**
 * A package that carried an edition, and how far the tombstone has come: it waits for the next package, went with one, is on record at
 * the county without the receipt that says how, was accepted, or was rejected. Only a receipt makes it more than sent.
 */
export type RecallPackage = {
  readonly sequence: number
  readonly editionNumber: number
  readonly tombstone:
    | { readonly state: 'QUEUED' }
    | { readonly state: 'SENT' | 'ARRIVED' | 'ACCEPTED' | 'REJECTED'; readonly sequence: number }
}

/** When something is published by itself. */
export type ScheduleView = {
  readonly noticeId: string
  readonly title: string
  readonly publishAt: string
  readonly by: PersonRef
  /** Why it was not published when it was due. */
  readonly refusal: Refusal | null
}

/** What stands beside the editions of a notice: dates, life, paper, recall list, archive. */
export type NoticeRecord = {
  /** The four dates, never one for the other (S1). The first two are of the newest edition, 张贴日期 is the first day of it. */
  readonly dates: {
    readonly documentDate: CivilDate | null
    readonly issueDate: CivilDate | null
    readonly publishDate: CivilDate | null
    readonly postedOn: CivilDate | null
  }
  readonly expiresAt: string | null
  readonly schedule: ScheduleView | null
  readonly editions: readonly {
    readonly editionNumber: number
    readonly change: { readonly kind: 'CORRECTION' | 'UPDATE' | 'MINOR'; readonly note: string } | null
    readonly retention: Retention | null
    readonly retainUntil: CivilDate | null
    readonly withdrawal: {
      readonly consolidatedInto: string
      readonly order: { readonly authority: string; readonly number: string }
    } | null
  }[]
  /** True: which kind is kept how long was not verified against the order itself. */
  readonly retentionUnverified: boolean
  readonly postings: readonly PostingView[]
  /** Boards of its unit first, the others after. */
  readonly boards: readonly {
    readonly id: string
    readonly name: string
    readonly place: string
    readonly own: boolean
  }[]
  readonly recall: {
    readonly boards: readonly RecallView[]
    readonly packages: readonly RecallPackage[]
    /** When it left the kiosk; null while an edition of it still stands there. */
    readonly kioskSince: string | null
  }
  readonly archive: readonly {
    readonly action: 'ARCHIVED' | 'REOPENED'
    readonly reason: string
    readonly by: PersonRef
    readonly at: string
  }[]
  readonly may: {
    readonly schedule: boolean
    readonly unschedule: boolean
    readonly post: boolean
    readonly tick: boolean
    readonly archive: boolean
    readonly reopen: boolean
  }
}

/** What somebody has to look at today because of editions. */
export type EditionTasks = {
  readonly clock: ClockState
  readonly schedules: readonly ScheduleView[]
  readonly recalls: readonly RecallView[]
  readonly batches: readonly BatchView[]
}

/** A line of the archive: an edition that has left the board, or is past its life. */
export type ArchiveRow = {
  readonly noticeId: string
  readonly noticeState: NoticeState
  readonly editionNumber: number
  readonly hash: string
  readonly indexNumber: string
  readonly title: string
  readonly noticeKind: NoticeKind
  readonly publishDate: CivilDate
  readonly state: 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'
  readonly unit: string
  readonly retention: Retention | null
  readonly retainUntil: CivilDate | null
  readonly withdrawnDate: CivilDate | null
  readonly reason: WithdrawalReason | null
}

/** A page of the archive. */
export type ArchivePage = {
  readonly items: readonly ArchiveRow[]
  readonly next: string | null
  readonly years: readonly string[]
}
