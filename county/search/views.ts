import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { AllowanceView } from '../allowance/views.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'

/** How an edition can stand: the newest, followed by a newer one, past its 展示至 by the county's clock, or taken down. */
export const EDITION_STATES = ['CURRENT', 'SUPERSEDED', 'EXPIRED', 'WITHDRAWN'] as const
/** How an edition stands. */
export type EditionState = (typeof EDITION_STATES)[number]

/** One edition in a list. */
export type EditionRow = {
  readonly officeId: number
  readonly officeName: string
  readonly indexNumber: string
  readonly editionNumber: number
  /** Null when the office took the title down too. */
  readonly title: string | null
  readonly unit: string
  readonly noticeKind: NoticeKind
  readonly publishedAt: string
  readonly state: EditionState
}

/** An edition as it can be read. */
export type EditionDetail = EditionRow & {
  readonly hash: string
  readonly acceptedAt: string
  readonly sequence: number
  readonly remarks: readonly string[]
  /** Null when text and files are closed: past 展示至, or taken down for what they say. */
  readonly content: PublicContent | null
  readonly expiresAt: string | null
  readonly withdrawal: {
    readonly withdrawnAt: string
    readonly reason: WithdrawalReason
    readonly note: string
  } | null
  /** The allowance it was taken in by although personal data was found in it; null when it needed none. */
  readonly allowance: AllowanceView | null
  /** The other editions of the same notice, by number. */
  readonly others: readonly number[]
}
