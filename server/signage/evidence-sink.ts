import type { Result } from '../../domain/refusal.ts'
import type { ReportAnswer, ScreenReport } from './views.ts'

/** A report as it came: right in form, from whoever holds the token, not yet believed. */
export type CameReport = {
  readonly screenId: string
  /** SHA-256 of the screen's token, hex; the token itself is kept nowhere. */
  readonly tokenHash: string
  /** Instant by the clock of whoever took it in; every age in the report counts back from here. */
  readonly receivedAt: string
  /** That clock was not to be believed then: nothing in the report proves a time. */
  readonly clockDoubt: boolean
  /** Id of the replica it came by; null when the screen asked the office itself. */
  readonly replicaId: string | null
  readonly report: ScreenReport
}

/**
 * Where what screens tell goes. At the office it is the database; a replica keeps a journal, answers from it, and hands the same
 * `CameReport`s to the office later, in its order (`takeReport` in take-report.ts).
 */
export type EvidenceSink = {
  /**
   * Keeps a report so that a power cut cannot take it; what the answer accepts is on the disk. Refuses `screen.token-wrong`,
   * `request.busy`.
   */
  readonly take: (came: CameReport) => Result<ReportAnswer> | Promise<Result<ReportAnswer>>
  /** Pairs a screen by the code the desk gave. Refuses `screen.code-wrong`, `screen.not-found`, `request.busy`. */
  readonly pair: (screenId: string, code: string) => Result<ScreenToken> | Promise<Result<ScreenToken>>
}

/** What a screen proves itself by from now on; told once. */
export type ScreenToken = { readonly token: string }
