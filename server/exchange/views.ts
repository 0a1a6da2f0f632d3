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

/** Answer of writing a package: with it, how many editions wait because their item goes to the persons concerned only. */
export type WrittenPackageView = PackageView & { readonly heldBack: number }

/** What waits in the outbox for the next package, and what is held back: its item goes to the persons concerned only. */
export type OutboxView = {
  readonly editions: number
  readonly withdrawals: number
  readonly heldBack: number
}
