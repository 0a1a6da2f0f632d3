import { accept, refuse, type Result } from '../refusal.ts'
import type { ChainLink, InstanceMark } from './package-records.ts'
import type { HeldMark } from './receipt.ts'

/** What of a proved package decides where it stands. */
export type PackageMark = {
  readonly instance: InstanceMark
  readonly sequence: number
  readonly previous: string | null
  readonly chain: readonly ChainLink[]
  /** SHA-256 (hex) of its own seal. */
  readonly seal: string
  readonly changes: { readonly first: number; readonly last: number }
  readonly auditHead: { readonly sequence: number; readonly hash: string }
}

/** What the county knows of an office's packages. */
export type OfficeHeld = {
  /** The newest that was taken in; null before the first. */
  readonly held: (HeldMark & { readonly auditHead: PackageMark['auditHead'] }) | null
  /** Instances that were given up by a restore. */
  readonly formerInstances: readonly string[]
  /** Instance by the newest card of the office, when an operator has confirmed that it takes the place of the one held; null otherwise. */
  readonly expectedInstance: string | null
  /** Seal of what was taken in or is waiting under an instance and a number; undefined when nothing is. */
  readonly sealOf: (instanceId: string, sequence: number) => string | undefined
}

/** Where a proved package stands. */
export type PackagePlace =
  /** It is next: take it in. */
  | { readonly place: 'NEXT' }
  /** First of a restored database, with everything from its first change: what is held stays, and is compared. */
  | { readonly place: 'NEW_INSTANCE' }
  /** Taken in (or waiting) already, the same to the byte: nothing changes, and its receipt is given again. */
  | { readonly place: 'KNOWN' }
  /** Something before it is missing: keep it, take nothing in. */
  | { readonly place: 'WAITING'; readonly missingFrom: number }

/**
 * Says where a proved package stands, by its numbers alone: a clock orders nothing (lessons, story 4). A later package that offers
 * everything since what is held closes a gap (`first` ≤ held change + 1), so a lost stick is made good by offering again.
 * Refuses `package.former-instance` (from a database that was given up by a restore), `package.unknown-instance` (another database that does
 * not say it came from the one held), `package.other-content` (the number is used by another package), `package.older` (older than what is
 * held, and never seen), `package.chain-broken` (its history is not the one of which a part is held), `package.audit-went-back`.
 * Source: R-061; lessons 4 and 6.
 * @example placePackage({ held: null, formerInstances: [], expectedInstance: null, sealOf: () => undefined }, mark) // { ok: true, value: { place: 'NEXT' } }
 */
export function placePackage(known: OfficeHeld, mark: PackageMark): Result<PackagePlace> {
  const { held } = known
  const { instance, sequence, seal, changes } = mark
  if (known.formerInstances.includes(instance.id)) return refuse('package.former-instance', { sequence })
  const before = known.sealOf(instance.id, sequence)
  if (before === seal) return accept({ place: 'KNOWN' })
  if (before !== undefined) return refuse('package.other-content', { sequence })
  if (held === null) {
    return accept(changes.first === 1 ? { place: 'NEXT' } : { place: 'WAITING', missingFrom: 1 })
  }
  if (instance.id !== held.instanceId) {
    const replaces = instance.former.includes(held.instanceId) || instance.id === known.expectedInstance
    if (!replaces) return refuse('package.unknown-instance', { sequence })
    return accept(changes.first === 1 ? { place: 'NEW_INSTANCE' } : { place: 'WAITING', missingFrom: 1 })
  }
  if (sequence <= held.sequence) return refuse('package.older', { sequence, held: held.sequence })
  if (!continues(mark, known)) return refuse('package.chain-broken', { sequence })
  const head = mark.auditHead
  const wentBack =
    head.sequence < held.auditHead.sequence ||
    (head.sequence === held.auditHead.sequence && head.hash !== held.auditHead.hash)
  if (wentBack) return refuse('package.audit-went-back', { sequence })
  if (changes.last < held.change) return refuse('package.chain-broken', { sequence })
  return accept(
    changes.first <= held.change + 1 ? { place: 'NEXT' } : { place: 'WAITING', missingFrom: held.change + 1 },
  )
}

/**
 * A package of the same instance belongs to the history of which a part is held: whatever both sides know of the packages before it is the
 * same. Without this a disk that went back to a former state could slip in later packages, and what it wrote in between would be lost unseen.
 */
function continues(mark: PackageMark, known: OfficeHeld): boolean {
  const next = mark.sequence === (known.held?.sequence ?? 0) + 1
  if (next && mark.previous !== known.held?.seal) return false
  return mark.chain.every(({ sequence, seal }) => {
    const here = known.sealOf(mark.instance.id, sequence)
    return here === undefined || here === seal
  })
}
