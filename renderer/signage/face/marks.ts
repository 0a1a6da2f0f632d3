/** What a screen says about itself while something is not as it should be. */
export type Marks = {
  /** The time is not known for sure. */
  readonly doubt: boolean
  /** `HH:MM` of the last answer while the office's computer is away; null while it answers. */
  readonly asOf: string | null
}

/** Nothing to be said. */
export const NO_MARKS: Marks = { doubt: false, asOf: null }
