/** That a person let an edition in although personal data was found in it, and how that ended. */
export type AllowanceView = {
  /** Name of the person, or `cli`. */
  readonly by: string
  readonly reason: string
  readonly at: string
  /** USED: the edition was taken in by it, and it stays. WITHDRAWN: taken back before that. Null: it waits for the office to offer again. */
  readonly end: {
    readonly how: 'USED' | 'WITHDRAWN'
    /** Null when it was used. */
    readonly by: string | null
    readonly at: string
  } | null
}
