import type { AttachmentPlace, HitKind } from '../../../domain/privacy/gate-hit.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import type { StrippedPart } from '../views.ts'

/**
 * Says whether a found value shall be masked; `value` is its plain form (`plainValue`). Null masks nothing, and saves
 * looking for what could be masked.
 */
export type MaskWanted = ((kind: HitKind, value: string) => boolean) | null

/** A public copy as one of the cleaners makes it, before it is read again. */
export type PublicCopy = {
  readonly bytes: Uint8Array
  readonly stripped: ReadonlySet<StrippedPart>
  /** What stood in the original and does not stand in the copy. */
  readonly dropped: readonly Passage[]
  /** Paragraphs or cells in which something was masked. */
  readonly maskedCount: number
  /** Says where a place of the copy stands in the original, which is the file the person has open. */
  readonly inOriginal?: (where: AttachmentPlace) => AttachmentPlace
}

/** What is read from the bytes of a public copy. */
export type PublicReading = { readonly passages: readonly Passage[]; readonly textRead: boolean }
