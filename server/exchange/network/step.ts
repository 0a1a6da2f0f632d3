import type { Refusal } from '../../../domain/refusal.ts'

/** Why a step came to nothing. */
export type StepFailure =
  /** It may pass by itself; `retryAfter`: milliseconds the county asks to be let alone. */
  | { readonly kind: 'PASSING'; readonly reason: string; readonly retryAfter: number | null }
  /** Trying again changes nothing. */
  | { readonly kind: 'FINAL'; readonly refusal: Refusal }
  | { readonly kind: 'CANCELLED' }

/** A step that came to nothing; caught where steps are tried again. */
export class StepFailed extends Error {
  readonly failure: StepFailure
  constructor(failure: StepFailure) {
    super(failure.kind)
    this.failure = failure
  }
}

/** A package as it is sent. */
export type PackageToSend = {
  readonly sequence: number
  readonly path: string
  readonly sha256: string
  readonly size: number
}
