import type { NumberUse, VoidReason } from '../../../domain/notice/document-number-series.ts'
import type { StatedValidity, ValidityNow } from '../../../domain/notice/validity.ts'
import type { PersonRef } from '../views.ts'

/** Why a number is missing, as somebody has said. */
export type VoidView = {
  readonly reason: VoidReason
  readonly note: string
  readonly by: PersonRef
  readonly at: string
}

/** A series of document numbers. */
export type SeriesView = {
  readonly prefix: string
  readonly year: number
  readonly uses: readonly NumberUse[]
  readonly gaps: readonly {
    readonly from: number
    readonly to: number
    readonly explained: VoidView | null
  }[]
  readonly next: number
  /** How many numbers are missing and not explained. */
  readonly unexplained: number
}

/** All series, newest year first. */
export type SeriesList = {
  readonly series: readonly SeriesView[]
  readonly mayExplain: boolean
}

/** What the editor says of a document number while it is typed. */
export type NumberAdvice = {
  /** Another notice that bears it: `PUBLISHED` and `SUBMITTED` will be refused, `DRAFT` is only told. */
  readonly taken: {
    readonly by: 'PUBLISHED' | 'SUBMITTED' | 'DRAFT'
    readonly noticeId: string
    readonly title: string
    readonly indexNumber: string | null
  } | null
  /** Next free number of each series of the year, those used last first. */
  readonly next: readonly string[]
}

/** A statement about what became of a document. */
export type ValidityStatementView = {
  readonly id: number
  readonly standing: StatedValidity
  readonly effectiveOn: string
  readonly reason: string
  readonly replacedBy: ReplacementView | null
  readonly proposedBy: PersonRef
  readonly proposedAt: string
  readonly decision: {
    readonly decision: 'CONFIRMED' | 'RETURNED' | 'RECALLED'
    readonly reason: string
    readonly by: PersonRef
    readonly at: string
  } | null
  readonly may: { readonly confirm: boolean; readonly return: boolean; readonly recall: boolean }
}

/** A published notice that stands in the place of another, or that another stood in. */
export type ReplacementView = {
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string | null
}

/** 有效性 of a published notice at the desk. */
export type NoticeValidityView = {
  readonly now: ValidityNow
  /** Newest first. */
  readonly statements: readonly ValidityStatementView[]
  readonly replaces: readonly ReplacementView[]
  readonly mayPropose: boolean
}

/** What the text itself suggests for two fields. */
export type TextSuggestions = { readonly keywords: readonly string[]; readonly abstract: string }
