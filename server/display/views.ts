import type { PublicContent } from '../../domain/notice/content.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'

/** What the public may know of the office. */
export type PublicOffice = {
  readonly name: string
  readonly uscc: string
  readonly telephone: string
  readonly address: string
  readonly openingHours: string
}

/** A line of a public list. */
export type PublicRow = {
  readonly indexNumber: string
  readonly title: string
  readonly noticeKind: NoticeKind
  readonly documentNumber: string
  /** Civil date of publication in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly publishDate: string
  readonly group: string
}

/** A catalogue group on the kiosk's first page: level 1 of the catalogue, with what is published in it. */
export type PublicGroup = {
  readonly id: string
  readonly name: string
  readonly catalogueName: string
  readonly regime: 'GOV' | 'VILLAGE' | 'RESIDENT' | 'PARTY'
  readonly count: number
}

/** The kiosk's first page. */
export type BoardHome = {
  readonly office: PublicOffice
  /** Instant of the answer; the kiosk shows its own clock beside it when the two differ. */
  readonly asOf: string
  readonly groups: readonly PublicGroup[]
  readonly newest: readonly PublicRow[]
  readonly total: number
}

/** A list of the public, one page. */
export type PublicPage = {
  readonly items: readonly PublicRow[]
  readonly next: string | null
  readonly total: number
}

/** Search answer; `totalIsLowerBound` when counting stopped early. */
export type SearchAnswer = {
  readonly items: readonly (PublicRow & {
    readonly excerpt: readonly ExcerptPart[]
    readonly titleParts: readonly ExcerptPart[]
  })[]
  readonly next: string | null
  readonly total: number
  readonly totalIsLowerBound: boolean
}

/** A piece of text, marked where it matches. */
export type ExcerptPart = { readonly text: string; readonly hit: boolean }

/** A notice on the board as another page links it. */
export type PublicRef = { readonly indexNumber: string; readonly title: string }

/** The sheet and the reading page take the same thing: one edition. */
export type PublicEdition = {
  readonly state: 'PUBLISHED' | 'SUPERSEDED'
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
  readonly publishedAt: string
  readonly publishDate: string
  readonly content: PublicContent
  /** Hash of the edition that replaced this one. */
  readonly supersededBy: string | null
  /** Other published editions of the same notice, newest first. */
  readonly editions: readonly {
    readonly hash: string
    readonly editionNumber: number
    readonly publishDate: string
  }[]
  /** Document and interpretation as they hang on the board now; a partner that was taken down is not among them. */
  readonly pair: {
    /** The document that this notice interprets. */
    readonly interprets: PublicRef | null
    /** The interpretations (政策解读) of this notice, newest first. */
    readonly interpretedBy: readonly PublicRef[]
  }
}

/** What stays when a notice has been taken down. */
export type Tombstone = {
  readonly state: 'WITHDRAWN'
  readonly indexNumber: string
  /** Null when the title itself must not be seen. */
  readonly title: string | null
  readonly withdrawnDate: string
  readonly reason: WithdrawalReason
  readonly note: string
}

/** A notice by its index number. */
export type PublicNotice = PublicEdition | Tombstone

/** What the sheet prints: an edition, or a submission or draft under review (then `draft` is true and the paper says so). */
export type SheetData = {
  readonly draft: boolean
  readonly office: PublicOffice
  readonly indexNumber: string | null
  /** Number of the edition within its notice; null for what is not published. */
  readonly editionNumber: number | null
  readonly hash: string
  readonly publishDate: string | null
  readonly content: PublicContent
  /** Address prefix for attachments of this sheet; the id of the attachment is appended. */
  readonly attachmentBase: string
  /** What the QR code carries. */
  readonly code: string
}
