import type { ChangeKind } from '../../../domain/notice/change.ts'
import type { WithdrawalReason } from '../../../domain/notice/notice-state.ts'

/** What the board knows of the edition a code names. */
export const CODE_VERDICTS = [
  'CURRENT', // the edition in force
  'SUPERSEDED', // another edition has taken its place
  'WITHDRAWN', // taken down, or its time is over
  'DIFFERS', // index number and edition are known, the hash is another: not what was published here
  'UNKNOWN', // nothing here answers to it
  'OTHER_OFFICE', // the code of another office
  'AMBIGUOUS', // so few digits that several editions begin so
  'DRAFT', // printed before publication
] as const
/** One. */
export type CodeVerdict = (typeof CODE_VERDICTS)[number]

/** What a code on paper is worth, as the public is told it. */
export type CodeAnswer = {
  readonly verdict: CodeVerdict
  /** Instant of the answer. */
  readonly asOf: string
  readonly edition: {
    readonly indexNumber: string
    readonly editionNumber: number
    /** First 16 hex digits of its hash. */
    readonly shortHash: string
    /** The first four words of its hash. */
    readonly words: readonly string[]
    readonly publishDate: string
    /** Null when the public may not read it here: on paper only, taken down with its title. */
    readonly title: string | null
    /** Opens it on the kiosk; null when it cannot be read there. */
    readonly hash: string | null
    /** It hangs on paper for a limited circle and stands nowhere else. */
    readonly paperOnly: boolean
  } | null
  /** The edition in force, where the paper is an older one. */
  readonly current: {
    readonly editionNumber: number
    readonly publishDate: string
    readonly hash: string | null
    /** The most serious change since: CORRECTION before UPDATE before MINOR. */
    readonly change: ChangeKind | null
  } | null
  readonly withdrawn: { readonly on: string; readonly reason: WithdrawalReason } | null
}

/** Where a phone opens the board from the code on paper, empty for none; and what this computer is called in its network. */
export type CodeAddressView = { readonly address: string; readonly suggested: readonly string[] }

/** How far the address in a code carries: anywhere, in the office's own network, or nowhere since none is known. */
export const CODE_REACHES = ['OUTWARD', 'NETWORK', 'NOWHERE'] as const

/** What a visitor takes along of an edition: the code to scan and the words to note. */
export type TakeAway = {
  /** What the QR code holds: a link, or without an address the text of a sheet's code. */
  readonly code: string
  readonly reach: (typeof CODE_REACHES)[number]
  /** Scheme, host and port the link leads to; empty for none. */
  readonly address: string
  /** The first four words of its hash. */
  readonly words: readonly string[]
}
