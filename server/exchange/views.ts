/** One package that was written, as the desk lists it. */
export type PackageView = {
  readonly sequence: number
  readonly fileName: string
  readonly createdAt: string
  readonly createdBy: { readonly id: string; readonly name: string }
  readonly editionCount: number
  readonly withdrawalCount: number
  readonly size: number
  readonly sha256: string
}

/** What waits in the outbox for the next package. */
export type OutboxView = { readonly editions: number; readonly withdrawals: number }
