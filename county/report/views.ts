import type { DueCounts } from '../../domain/exchange/timely-share.ts'
import type { PrivacyFinding } from '../../domain/exchange/privacy-finding.ts'
import type { RecordFaultCode } from '../../domain/exchange/record-fault.ts'
import type { AllowanceView } from '../allowance/views.ts'

/** Duties due in a period, counted. Every duty is in exactly one of the numbers but `unproved`. */
export type DutyCounts = DueCounts & {
  /** Was open when the newest package was written, and its day has passed since: nothing is known. */
  readonly unknown: number
  /** Not due yet. */
  readonly open: number
  readonly waived: number
  /** Said to be done by a notice that the county does not hold. */
  readonly unproved: number
}

/** One office's timeliness and coverage. */
export type OfficeTimeliness = DutyCounts & {
  readonly officeId: number
  readonly officeName: string
  /** False when no package was ever taken in: then nothing can be said. */
  readonly heard: boolean
  readonly lastContactAt: string | null
  /** Civil date from which on its figures exist; null before the first. */
  readonly figuresFrom: string | null
  /** Items of the catalogue with a duty due in the period, and those of them with at least one done. */
  readonly items: number
  readonly itemsDone: number
  /** Editions published in the period. */
  readonly editions: number
}

/** One item's timeliness and coverage, over all offices. */
export type ItemTimeliness = DutyCounts & {
  readonly catalogue: string
  readonly level1: string
  readonly level2: string
  /** Offices with a duty of this item due in the period, and those of them with at least one done. */
  readonly offices: number
  readonly officesDone: number
}

/** A change the county rejected. */
export type RejectionRow = {
  readonly officeId: number
  readonly officeName: string
  readonly sequence: number
  readonly change: number
  readonly instanceId: string
  readonly kind: 'EDITION' | 'WITHDRAWAL'
  readonly indexNumber: string
  readonly editionNumber: number
  readonly fault: {
    readonly code: RecordFaultCode
    readonly params: Readonly<Record<string, string | number>>
  }
  /** Hash of the edition's content; of a text with personal data nothing else is kept. */
  readonly hash: string
  /** Kinds of personal data, where and how often; empty for other faults. */
  readonly findings: readonly PrivacyFinding[]
  /** That a person lets in what was found here; null when nobody ever did. */
  readonly allowance: AllowanceView | null
  readonly rejectedAt: string
  /** A later edition of the notice was accepted, or its withdrawal. */
  readonly mended: boolean
}
