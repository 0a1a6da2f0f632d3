import type { PairingAcceptance, PairingOffer } from './pairing-proof.ts'

// A replica is the same server in role kiosk, on the kiosk's own computer: it pulls what is public and shows it when the
// office's computer is off. One-way: nothing flows back but evidence and health.
// Routes of the office's public mount, all but the first signed by the replica's own key (see sign-request.ts):
//   POST /api/public/replicas/pairing                  PairingRequest → PairingAnswer; by a one-time code, rate-limited
//   GET  /api/public/replica/manifest                  SnapshotManifest, signed by the office's package key
//   GET  /api/public/replica/pieces/:sha256            one piece: rows as JSON lines, or a file; resumable by Range
//   POST /api/public/replica/reports                   what screens told the replica, in its order → the sequence up to which it is kept
// Routes of the desk mount:
//   GET /api/desk/replicas · POST /api/desk/replicas/pairing-code · POST /api/desk/replicas/:id/end

/** Asks to be paired: the offer, and the proof that the code is known (see pairing-proof.ts). */
export type PairingRequest = { readonly offer: PairingOffer; readonly proof: string }

/** The office's part, with its own proof of the same code over both. */
export type PairingAnswer = { readonly acceptance: PairingAcceptance; readonly proof: string }

/** What a manifest lists: rows of a table in chunks, and files, each named by its content. */
export type SnapshotPiece = {
  readonly kind: 'ROWS' | 'FILE'
  /** Table of the rows; empty for a file. */
  readonly table: string
  readonly sha256: string
  readonly size: number
  /** How many rows; 0 for a file. */
  readonly rows: number
}

/** Everything public of an office at one moment. The replica fetches the pieces it lacks, checks all, and switches at once. */
export type SnapshotManifest = {
  readonly format: 'board-snapshot/1'
  readonly office: { readonly name: string; readonly uscc: string }
  readonly instanceId: string
  /** Number of the newest migration; a replica of an older program says so instead of guessing. */
  readonly schema: number
  /** Grows with every snapshot of this office; an older one is refused. */
  readonly sequence: number
  readonly createdAt: string
  /** Instant at which nothing public had changed since. */
  readonly checkedAt: string
  readonly pieces: readonly SnapshotPiece[]
}

/** A manifest with the office's Ed25519 signature (base64) over its canonical JSON (see snapshot-signature.ts). */
export type SignedManifest = { readonly manifest: SnapshotManifest; readonly signature: string }

/** The desk's page of replicas. */
export type ReplicaList = {
  readonly replicas: readonly ReplicaView[]
  /** The one-time code that is open now; null when there is none. */
  readonly code: PairingCodeView | null
  /** Addresses to type at the other computer; empty while the network is not switched on. */
  readonly addresses: readonly string[]
}

/** A one-time code for pairing. */
export type PairingCodeView = { readonly code: string; readonly until: string }

/** What a replica tells of itself with its journal. */
export type ReplicaReport = {
  /** Sequence of the snapshot it shows; null before its first. */
  readonly snapshotSequence: number | null
  readonly programVersion: string
  /** Entries it had to drop because nobody took them for too long. */
  readonly lost: number
  readonly entries: readonly JournalEntry[]
}

/** One line of a replica's journal: what screens and the kiosk told it while it was on its own. */
export type JournalEntry = {
  /** Which run of the program wrote it: a disk that goes back (还原卡) counts anew from where it was. */
  readonly run: string
  /** Counts up without gaps but for those it says it dropped. */
  readonly sequence: number
  /** Who takes it at the office: a screen's report, or an event of the kiosk's log. */
  readonly kind: JournalKind
  /** Instant by the replica's clock; a claim. */
  readonly at: string
  /** How far that clock was to be believed. */
  readonly clockTrusted: boolean
  readonly payload: unknown
}

/** Kinds of lines of a journal. */
export const JOURNAL_KINDS = ['SCREEN_REPORT', 'KIOSK_EVENT'] as const
/** One kind. */
export type JournalKind = (typeof JOURNAL_KINDS)[number]

/** The journal is on record here up to this line, and may be let go of. */
export type ReportAcknowledged = { readonly acknowledged: number; readonly now: string }

/** A replica as the desk sees it. */
export type ReplicaView = {
  readonly id: string
  readonly name: string
  readonly pairedAt: string
  readonly endedAt: string | null
  /** Lines of its journal that were lost because nobody took them for too long. */
  readonly lost: number
  /** Lines that came and were not taken, in whole or in part: of a screen that is not paired, or of what was never public. */
  readonly refused: number
  /** Null before it ever called. */
  readonly last: {
    readonly at: string
    /** Sequence of the snapshot it shows. */
    readonly sequence: number | null
    readonly programVersion: string
    /** Seconds by which its clock is before (negative) or after the office's. */
    readonly drift: number
  } | null
}
