// A replica is the same server in role kiosk, on the kiosk's own computer: it pulls what is public and shows it when the
// office's computer is off. One-way: nothing flows back but evidence and health.
// Routes of the office's public mount, all but the first signed by the replica's own key (see sign-request.ts):
//   POST /api/public/replicas/pairing                  PairingRequest → PairingAnswer; by a one-time code, rate-limited
//   GET  /api/public/replica/manifest                  SnapshotManifest, signed by the office's package key
//   GET  /api/public/replica/pieces/:sha256            one piece: rows as JSON lines, or a file; resumable by Range
//   POST /api/public/replica/reports                   what screens told the replica, in its order → the sequence up to which it is kept
// Routes of the desk mount:
//   GET /api/desk/replicas · POST /api/desk/replicas/pairing-code · POST /api/desk/replicas/:id/end

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
  readonly pieces: readonly SnapshotPiece[]
}

/** A replica as the desk sees it. */
export type ReplicaView = {
  readonly id: string
  readonly name: string
  readonly pairedAt: string
  readonly endedAt: string | null
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
