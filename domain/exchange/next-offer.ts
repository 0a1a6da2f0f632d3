import type { HeldMark, Receipt } from './receipt.ts'

/** What the office knows of the exchange with its county. */
export type OfferState = {
  /** Instance of the office's own database. */
  readonly instanceId: string
  /** Newest change of the outbox; 0 when there is none. */
  readonly newestChange: number
  /** The newest package this instance wrote, by its last change; null before the first of this instance, or before the first for this county. */
  readonly sentUpTo: number | null
  /** How the county stood by the newest receipt of the instance of the county that counts; null before the first. */
  readonly held: HeldMark | null
  /** True when something must be offered anew: county restored, packages lost, or a person asked for it. */
  readonly again: boolean
}

/** Why a package starts where it does; the desk says it in words. */
export type OfferReason = 'FIRST' | 'INCREMENT' | 'AGAIN_SINCE_RECEIPT' | 'NEW_INSTANCE' | 'SNAPSHOT'

/** From which change on the next package carries. */
export type NextOffer = { readonly first: number; readonly reason: OfferReason }

/**
 * Reckons where the next package starts: after the last one sent; or, when something may be lost, after the last point both sides know
 * (a receipt), which is the beginning where there is none. Offering too much does no harm: the county knows what it has.
 * Source: lessons, stories 2 and 3.
 * @example nextOffer({ instanceId, newestChange: 9, sentUpTo: 7, held, again: false }) // { first: 8, reason: 'INCREMENT' }
 */
export function nextOffer(state: OfferState): NextOffer {
  if (state.sentUpTo === null) {
    return { first: 1, reason: state.held === null ? 'FIRST' : 'NEW_INSTANCE' }
  }
  if (!state.again) return { first: state.sentUpTo + 1, reason: 'INCREMENT' }
  if (state.held === null || state.held.instanceId !== state.instanceId)
    return { first: 1, reason: 'NEW_INSTANCE' }
  return { first: state.held.change + 1, reason: 'AGAIN_SINCE_RECEIPT' }
}

/** State of one change at the office, from receipts alone. `ARRIVED`: the county has it on record, but the receipt that says how is missing. */
export type ChangeState = 'WAITING' | 'SENT' | 'ARRIVED' | 'ACCEPTED' | 'REJECTED'

/**
 * Reckons the state of a change. "Sent" is not "received": only a receipt makes it more (design §4.6).
 * @example changeState({ change: 5, sentUpTo: 7, heldBack: false, passedOver: false, item: null, held: null }) // 'SENT'
 */
export function changeState(of: {
  readonly change: number
  readonly sentUpTo: number | null
  /** It was in the range of the package and stayed behind. */
  readonly heldBack: boolean
  /** Some package for this county passed it over: a mark beyond it does not say that it is there. */
  readonly passedOver: boolean
  /** What the newest receipt that names it says. */
  readonly item: Receipt['items'][number]['result'] | null
  readonly held: HeldMark | null
}): ChangeState {
  if (of.item !== null) return of.item
  if (of.heldBack || of.sentUpTo === null || of.change > of.sentUpTo) return 'WAITING'
  return of.held !== null && of.change <= of.held.change && !of.passedOver ? 'ARRIVED' : 'SENT'
}
