import type { Logger } from 'pino'
import type { BlobStore } from '../db/blob-store.ts'
import type { Store } from '../db/store.ts'
import type { Clock } from './clock.ts'
import type { PdfPrinter } from './display/pdf-printer.ts'
import type { Printers } from './display/print/printers.ts'
import type { SheetTickets } from './display/sheet-ticket.ts'
import type { PackageKey } from './exchange/package-key.ts'
import type { Ids } from './ids.ts'
import type { PasswordHasher } from './office/password-hasher.ts'
import type { SessionStore } from './office/sessions.ts'
import type { PhotoTickets } from './posting/photo-tickets.ts'
import type { StickPhotos } from './posting/stick-photos.ts'
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
  readonly dataFolder: string
  readonly version: string
}
