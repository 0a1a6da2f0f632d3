import type { Logger } from 'pino'
import type { BlobStore } from '../platform/blob-store.ts'
import type { Store } from '../db/store.ts'
import type { Clock } from '../platform/clock.ts'
import type { AskSpace } from '../platform/free-space.ts'
import type { Drives } from './exchange/drive.ts'
import type { ExchangeJobs } from './exchange/job.ts'
import type { LiveBoard } from './display/live/live-board.ts'
import type { PdfPrinter } from './display/pdf-printer.ts'
import type { Printers } from './display/print/printers.ts'
import type { SheetTickets } from './display/sheet-ticket.ts'
import type { PackageKey } from '../sealed/package-key.ts'
import type { Ids } from '../platform/ids.ts'
import type { NetworkJobs } from './exchange/network/jobs.ts'
import type { KioskLog } from './kiosk/kiosk-log.ts'
import type { PasswordHasher } from '../platform/password-hasher.ts'
import type { SessionStore } from '../platform/sessions.ts'
import type { PhotoTickets } from './posting/photo-tickets.ts'
import type { StickPhotos } from './posting/stick-photos.ts'
import type { EvidenceSink } from './signage/evidence-sink.ts'
import type { PairingCodes } from './signage/pairing-codes.ts'
import type { ReplicaOffice } from './replica/replica-office.ts'
import type { BoardSource } from './replica/source.ts'
import type { Work } from './work/work.ts'

/** Everything the board is made of; put together in one place and handed in, so that tests can hand in their own clock and ids. */
export type Deps = {
  readonly store: Store
  readonly blobs: BlobStore
  /** PDFs on their way to paper; no evidence, cleared after some days, in no backup. */
  readonly spool: BlobStore
  readonly clock: Clock
  readonly ids: Ids
  readonly sessions: SessionStore
  readonly passwords: PasswordHasher
  readonly logger: Logger
  /** The office's signing key for packages; made at first use. */
  readonly packageKey: () => PackageKey
  /** Key of the fingerprints by which overrides and masks follow a value; made at set-up, kept outside the database. */
  readonly fingerprintKey: () => Uint8Array
  /** Heavy work in a thread of its own. */
  readonly work: Work
  readonly printer: PdfPrinter
  /** What this computer prints with. */
  readonly printers: Printers
  /** Sheets laid ready for the browser that prints them. */
  readonly tickets: SheetTickets
  /** One-time pages by which a phone hands photographs in. */
  readonly photoTickets: PhotoTickets
  readonly stickPhotos: StickPhotos
  /** Removable drives that are plugged in. */
  readonly drives: Drives
  /** The one job of the exchange at a time. */
  readonly exchangeJobs: ExchangeJobs
  readonly diskSpace: AskSpace
  /** Codes by which screens are paired. */
  readonly screenCodes: PairingCodes
  /** Where what screens tell goes: the office's database, or a replica's journal. */
  readonly evidence: EvidenceSink
  /** Tells screens of every change of what the public sees. */
  readonly live: LiveBoard
  /** Where everything done at the glass is written. */
  readonly kioskLog: KioskLog
  /** The program around the kiosk's page; null in a plain browser, where nobody can close the window. */
  readonly kioskShell: { readonly leave: () => void } | null
  /** The sending to the county that runs, or ran last. */
  readonly networkJobs: NetworkJobs
  /** What the office keeps at hand for its replicas. */
  readonly replicas: ReplicaOffice
  /** Where what is shown comes from: this office itself, or, on a replica, a snapshot of some age. */
  readonly source: () => BoardSource
  readonly dataFolder: string
  readonly version: string
}
