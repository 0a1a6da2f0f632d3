import type { PublicMatterRef } from '../matter/public-matter-views.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import type { ChangeKind, NoticeChange } from '../../domain/notice/change.ts'
import type { DisclosureScope } from '../../domain/catalogue/catalogue-item.ts'
import type { ValidityNow } from '../../domain/notice/validity.ts'
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
  /** Only where the document no longer holds. */
  readonly validity?: 'REPEALED' | 'LAPSED' | undefined
  /** What the public is told at the line: 更正 or 更新; null for a first edition and for 文字校订. */
  readonly change: Exclude<ChangeKind, 'MINOR'> | null
  /** The instant from which it no longer shows, where it runs out; the glass takes it off by itself while the office is away. */
  readonly expiresAt?: string | undefined
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
  /** The office's own clock is older than its records, or far ahead of them: every screen says so, and hides nothing by it. */
  readonly clockDoubtful: boolean
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
  /** What documents call the same things (低保: 最低生活保障); absent when nothing is known. */
  readonly alsoCalled?: readonly string[] | undefined
}

/** A piece of text, marked where it matches. */
export type ExcerptPart = { readonly text: string; readonly hit: boolean }

/** A notice on the board as another page links it. */
export type PublicRef = { readonly indexNumber: string; readonly title: string }

/** What the information block says beyond the content (domain book §5.5). */
export type PublicMetadata = {
  /** Null where 有效性 means nothing: a list of names, a power cut. */
  readonly validity: ValidityNow | null
  /** Why it is repealed or lapsed, as stated; empty where the document says it by itself. */
  readonly validityReason: string
  readonly replacedBy: PublicRef | null
  readonly replaces: readonly PublicRef[]
  /** 公开主体 of its catalogue item, as the county wrote it. */
  readonly responsibleUnit: string
  /** 公开范围 of its catalogue item; null when it has none. */
  readonly scope: DisclosureScope | null
  readonly telephone: string
}

/** The sheet and the reading page take the same thing: one edition. */
export type PublicEdition = {
  readonly state: 'PUBLISHED' | 'SUPERSEDED'
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
  readonly publishedAt: string
  readonly publishDate: string
  readonly content: PublicContent
  readonly metadata: PublicMetadata
  /** Hash of the edition that replaced this one. */
  readonly supersededBy: string | null
  /** Other published editions of the same notice, newest first. */
  readonly editions: readonly {
    readonly hash: string
    readonly editionNumber: number
    readonly publishDate: string
    /** What it changed against the one before. */
    readonly change: NoticeChange | null
  }[]
  /** Document and interpretation as they hang on the board now; a partner that was taken down is not among them. */
  readonly pair: {
    /** The document that this notice interprets. */
    readonly interprets: PublicRef | null
    /** The interpretations (政策解读) of this notice, newest first. */
    readonly interpretedBy: readonly PublicRef[]
  }
  /** The matter (决策事项) it belongs to, when that is public. */
  readonly matter: PublicMatterRef | null
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
  /** The notice it went into, while that one is on the board. */
  readonly consolidatedInto: PublicRef | null
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
  /** The beginning of the hash as four words; empty for what is not published. */
  readonly codeWords: readonly string[]
  /** The edition that stands in its place: such a sheet says so on every page. */
  readonly supersededBy: { readonly editionNumber: number; readonly publishDate: string } | null
  /**
   * First and last day of a 公示 as they hold now; absent before publication and for any other notice. `announced` is the last
   * day the text may name, where the calendar has moved it since.
   */
  readonly displayed?: { readonly startsOn: string; readonly endsOn: string; readonly announced?: string }
}
