import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { openBlobStore } from '../platform/blob-store.ts'
import { openDatabase } from '../db/open.ts'
import type { UpgradeStep } from '../db/migrate.ts'
import { type Store, storeOver } from '../db/store.ts'
import { accept, refuse, type Result } from '../domain/refusal.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { type AskSpace, diskSpace } from '../platform/free-space.ts'
import { removableRoots, type RemovableRoot } from '../platform/removable-roots.ts'
import type { Deps } from './deps.ts'
import { openDrives } from './exchange/drive.ts'
import { openExchangeJobs } from './exchange/job.ts'
import { findBrowser } from './display/find-browser.ts'
import { openLiveBoard } from './display/live/live-board.ts'
import { browserPrinter, type RenderSheet, renderedPrinter } from './display/pdf-printer.ts'
import type { Printers } from './display/print/printers.ts'
import { systemPrinting } from './display/print/system-printers.ts'
import { openTickets } from './display/sheet-ticket.ts'
import { openPackageKey } from './exchange/enrolment/office-keys.ts'
import { finishKeyChange } from './exchange/enrolment/package-key-change.ts'
import { randomIds } from '../platform/ids.ts'
import { openNetworkJobs } from './exchange/network/jobs.ts'
import { officeKioskLog } from './kiosk/kiosk-log.ts'
import { loadFingerprintKey } from './notice/fingerprint-key.ts'
import { argon2Hasher, type PasswordHasher } from '../platform/password-hasher.ts'
import { openSessionStore } from '../platform/sessions.ts'
import { openPhotoTickets } from './posting/photo-tickets.ts'
import { openStickPhotos } from './posting/stick-photos.ts'
import { openPairingCodes } from './signage/pairing-codes.ts'
import { officeEvidence } from './signage/take-report.ts'
import { OFFICE_ITSELF } from './replica/source.ts'
import { isReplicaFolder } from './replica/replica-folder.ts'
import { openReplicaOffice } from './replica/replica-office.ts'
import { VERSION } from '../platform/version.ts'
import { openWork } from './work/work.ts'

/** What a caller may put in place of the real thing; tests and the sample office put in a clock. */
export type DepsOptions = {
  readonly clock?: Clock
  readonly logger?: Logger
  readonly idleLockMinutes?: number
  /** Hashes passwords at another cost than a board's. */
  readonly passwords?: PasswordHasher
  /** Where sticks are mounted; tests put a folder in. */
  readonly stickRoots?: () => Promise<readonly RemovableRoot[]>
  /** How much room is left where a folder lies; tests put a full disk in. */
  readonly diskSpace?: AskSpace
  /** Prints sheets in place of an installed browser; Electron hands in its own. */
  readonly renderSheet?: RenderSheet
  /** Prints on paper in place of the system's own programs; Electron hands in its own on Windows. */
  readonly printers?: Partial<Printers>
  /** Told before each step in which the database of an older program is brought up: a large one takes minutes. */
  readonly onUpgrade?: (step: UpgradeStep) => void
  /** Leaves the kiosk on maintenance's word; Electron hands it in. */
  readonly kioskShell?: Deps['kioskShell']
}

/**
 * Name of the database inside a data folder.
 * @example databaseFile('/data') // '/data/board.sqlite3'
 */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'board.sqlite3')
}

/**
 * Puts the real parts together over a data folder, making it if need be. The caller closes `deps.store`.
 * Refuses `office.database-newer`, `office.database-damaged`, and `replica.folder-of-replica`: a board of its own in it would keep
 * the kiosk from starting.
 * @example const deps = createDeps('/var/lib/board')
 */
export function createDeps(dataFolder: string, options: DepsOptions = {}): Result<Deps> {
  if (isReplicaFolder(dataFolder)) return refuse('replica.folder-of-replica')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const database = openDatabase(databaseFile(dataFolder), { onUpgrade: options.onUpgrade })
  if (!database.ok) return database
  const deps = depsOver(dataFolder, storeOver(database.value), options)
  // A crash may have come between the receipt that confirms a key and the key itself.
  finishKeyChange(deps)
  return accept(deps)
}

/**
 * The same over a store that is open already: a replica's, whose database changes its place with every snapshot.
 * @example depsOver('/data', storeOver(database))
 */
export function depsOver(dataFolder: string, store: Store, options: DepsOptions = {}): Deps {
  const clock = options.clock ?? systemClock()
  const ids = randomIds(() => Math.max(0, Date.parse(clock.now())))
  let fingerprintKey: Uint8Array | undefined
  const screenCodes = openPairingCodes(clock)
  const work = openWork()
  const readPages = (bytes: Uint8Array) => work.run('readPdfPages', bytes)
  const blobs = openBlobStore(dataFolder)
  const packageKey = openPackageKey(dataFolder)
  const roots = options.stickRoots ?? (() => removableRoots(process.platform))
  const space = options.diskSpace ?? diskSpace
  const logger = options.logger ?? pino({ level: 'warn' }, pino.destination(2))
  return {
    store,
    blobs,
    spool: openBlobStore(dataFolder, 'spool'),
    clock,
    ids,
    sessions: openSessionStore({ clock, ids, idleLockMinutes: options.idleLockMinutes ?? 10 }),
    passwords: options.passwords ?? argon2Hasher(),
    logger,
    packageKey,
    fingerprintKey: () => (fingerprintKey ??= loadFingerprintKey(dataFolder)),
    work,
    printer: options.renderSheet
      ? renderedPrinter(options.renderSheet, readPages)
      : browserPrinter(() => findBrowser(process.env, process.platform), readPages),
    printers: { ...systemPrinting(process.platform, process.env), ...options.printers },
    tickets: openTickets(),
    photoTickets: openPhotoTickets(clock, ids.next),
    stickPhotos: openStickPhotos(async () => (await roots()).map(({ path }) => path)),
    drives: openDrives({
      roots,
      space,
      // A folder of a person below /media is no drive; what tests put in is.
      mountsOnly: options.stickRoots === undefined && process.platform === 'linux',
    }),
    exchangeJobs: openExchangeJobs({ clock, ids, logger, dataFolder }),
    diskSpace: space,
    screenCodes,
    evidence: officeEvidence({ store, clock, ids, codes: screenCodes }),
    live: openLiveBoard(store.read, clock),
    kioskLog: officeKioskLog({ store, clock }),
    kioskShell: options.kioskShell ?? null,
    networkJobs: openNetworkJobs(),
    replicas: openReplicaOffice({ store, blobs, clock, packageKey, dataFolder }),
    source: () => OFFICE_ITSELF,
    dataFolder,
    version: VERSION,
  }
}
