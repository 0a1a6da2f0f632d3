import type { ExcerptPart, PublicRow } from './views.ts'

// GET /api/public/search/initials?keys=dbgs             InitialsAnswer: the live results of the 26-key pad
// GET /api/desk/readings · POST /api/desk/readings …    the office's own readings of places and families, and its synonyms

/** What the 26-key pad finds while keys are pressed: best fit first. */
export type InitialsAnswer = {
  /** The keys it answers, so that a late answer to fewer keys is not shown. */
  readonly keys: string
  readonly items: readonly (PublicRow & { readonly titleParts: readonly ExcerptPart[] })[]
  /** There are more than these. */
  readonly more: boolean
}
