import type { ChangeState, OfferReason } from '../../domain/exchange/next-offer.ts'
import type { PackageState } from '../../domain/exchange/package-state.ts'
import type { RecordFaultCode, RecordRemarkCode } from '../../domain/exchange/record-fault.ts'
import type { ReceiptVerdict } from '../../domain/exchange/receipt.ts'
import type { RefusalCode } from '../../domain/refusal-code.ts'

/** How a package left the house. */
export type Carrier = 'DRIVE' | 'FOLDER' | 'NETWORK' | 'DOWNLOAD'

/** One time a package left the house. */
export type CarriageView = {
  readonly carrier: Carrier
  /** Name of the drive, path of the folder, address of the county; empty for a download. */
  readonly place: string
  /** Who carries it, as typed in; empty when nobody said. */
  readonly person: string
  /** Who did it at the desk; null when the program did it by itself. */
  readonly by: { readonly id: string; readonly name: string } | null
  readonly at: string
}

/** The newest answer about one package. */
export type PackageAnswerView = {
  /** Number of the receipt. */
  readonly number: number
  readonly verdict: ReceiptVerdict
  readonly accepted: number
  readonly rejected: number
  /** When it was taken in here. */
  readonly takenAt: string
}

/** One package that was written, as the desk lists it. */
export type PackageView = {
  readonly sequence: number
  readonly fileName: string
  readonly createdAt: string
  readonly createdBy: { readonly id: string; readonly name: string }
  readonly editionCount: number
  readonly withdrawalCount: number
  /** 0 for packages of format 1. */
  readonly statisticCount: number
  /** 0 for packages of format 1. */
  readonly attachmentCount: number
  readonly size: number
  /** SHA-256 (hex) of the file as it lies there, encrypted or not. */
  readonly sha256: string
  /** The county it is encrypted for, by its name; null when it is not. */
  readonly encryptedFor: string | null
  /** Which changes it answers for, and why it starts there; null for packages of format 1. */
  readonly offer: {
    readonly first: number
    readonly last: number
    readonly heldBack: number
    readonly reason: OfferReason
  } | null
  /** True when it was written before this database was restored (or given a new instance id). */
  readonly ofFormerInstance: boolean
  readonly state: PackageState
  /** Oldest first. */
  readonly carriages: readonly CarriageView[]
  /** Days since it first left the house, until it was answered; null while it has not left. */
  readonly daysInTransit: number | null
  readonly answer: PackageAnswerView | null
}

/** Answer of writing a package: with it, how many changes wait because their item goes to the persons concerned only. */
export type WrittenPackageView = PackageView & { readonly heldBack: number }

/** What waits in the outbox for the next package, and what the next package will be. */
export type OutboxView = {
  /** Editions that wait: no package of this database has carried them to the county yet. */
  readonly editions: number
  /** Withdrawals that wait. */
  readonly withdrawals: number
  /** What is held back: its item goes to the persons concerned only. */
  readonly heldBack: number
  /** What a package written now would carry; statistics of duties travel with it. */
  readonly next: {
    readonly first: number
    readonly last: number
    readonly reason: OfferReason
    readonly editions: number
    readonly withdrawals: number
  }
  /** The county packages are encrypted for; null while none is enrolled: packages are open ZIP files then. */
  readonly county: {
    readonly name: string
    readonly code: string
    readonly keyId: string
    /** Where packages are handed in over a network; null when there is no network. */
    readonly address: string | null
  } | null
}

/** The steps of writing a package, in their order. */
export type ExportStep = 'PREPARE' | 'WRITE' | 'SEAL' | 'ENCRYPT' | 'VERIFY' | 'RECORD'
/** The steps of copying a package to a drive or folder, in their order. */
export type CarriageStep = 'COPY' | 'VERIFY' | 'RECORD'
/** One step of a job. */
export type JobStep = ExportStep | CarriageStep
/** What a job does. PORTAL: the static site for portals (`server/exchange/portal/`). */
export type JobKind = 'EXPORT' | 'CARRIAGE' | 'PORTAL'

/** The job at the exchange that runs, or the last one that ran, in this process. */
export type PackageJobView = {
  readonly id: string
  readonly kind: JobKind
  readonly startedAt: string
  readonly startedBy: { readonly id: string; readonly name: string }
  /** CANCELLED is also what a job is whose program was told to stop. */
  readonly state: 'RUNNING' | 'DONE' | 'REFUSED' | 'CANCELLED'
  readonly progress: {
    readonly step: JobStep
    /** Of `total`, in what the step counts: changes and files when writing, bytes otherwise. `total` 0: not known yet. */
    readonly done: number
    readonly total: number
    /** Bytes written so far in the step. */
    readonly bytes: number
  }
  /** Number of the package that was written or carried; null before. */
  readonly sequence: number | null
  /** Where a copy lies, as people call it: the drive's name or the folder; null when it is no copy. */
  readonly place: string | null
  /** Why it was refused; null otherwise. */
  readonly refusal: {
    readonly code: RefusalCode
    readonly params: Readonly<Record<string, string | number>>
  } | null
}

/** Answer of GET /package-jobs/current. */
export type CurrentJobView = { readonly job: PackageJobView | null }

/** A removable drive that is plugged in. The screen names it by its id and never sends a path. */
export type DriveView = {
  readonly id: string
  /** Its volume label, or its letter. */
  readonly name: string
  /** Bytes; null when it does not say. */
  readonly freeBytes: number | null
  /** Bytes; null when it does not say. */
  readonly totalBytes: number | null
  readonly writable: boolean
}

/** A folder of this computer or its network that packages may be copied to, set by `board carriage-folder`. */
export type CarriageFolderView = {
  readonly id: string
  readonly path: string
  readonly freeBytes: number | null
  /** False while it cannot be reached. */
  readonly writable: boolean
}

/** Answer of GET /drives. */
export type DrivesView = {
  readonly drives: readonly DriveView[]
  readonly folders: readonly CarriageFolderView[]
}

/** One change a package answers for. */
export type PackageChangeView = {
  readonly change: number
  readonly kind: 'EDITION' | 'WITHDRAWAL'
  readonly noticeId: string
  readonly indexNumber: string
  readonly editionNumber: number
  readonly title: string
  /**
   * VOID: it stays: an edition that was withdrawn or ran out before it was sent, or a withdrawal of what was never for everybody.
   * REPLACED: this package passed it over, and it goes under a newer number.
   */
  readonly state: ChangeState | 'VOID' | 'REPLACED'
  /** It is in the range of this package and stayed behind. */
  readonly heldBack: boolean
  readonly fault: {
    readonly code: RecordFaultCode
    readonly params: Readonly<Record<string, string | number>>
  } | null
  readonly remarks: readonly RecordRemarkCode[]
}

/** Answer of GET /packages/:sequence/changes, in pages. */
export type PackageChangesView = {
  readonly sequence: number
  readonly total: number
  /** At most 200, from `from` on (0 is the first). */
  readonly changes: readonly PackageChangeView[]
}

/** Answer of POST /offer-again: what the next package will be. */
export type OfferAgainView = Pick<OutboxView, 'next'>
