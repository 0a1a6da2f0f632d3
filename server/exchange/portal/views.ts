import type {
  Comparison,
  ListedEntry,
  OwnEntry,
  UnreadableRow,
} from '../../../domain/exchange/portal/comparison.ts'
import type { RefusalCode } from '../../../domain/refusal-code.ts'

/** What a static site holds. */
export type PortalSiteCounts = {
  /** Notices with a page, and of these former editions and tombstones apart. */
  readonly notices: number
  readonly formerEditions: number
  readonly tombstones: number
  readonly attachments: number
  /** All files, and their bytes. */
  readonly files: number
  readonly bytes: number
}

/** Where a static site goes, with the folder it stands in there: a drive is told by its name, never by where it is mounted. */
export type PortalSiteTarget =
  | { readonly kind: 'ZIP' }
  | { readonly kind: 'DRIVE'; readonly driveId: string; readonly name: string; readonly folder: string }
  | { readonly kind: 'FOLDER'; readonly folderId: string; readonly name: string; readonly folder: string }

/** The static site that is being written, or was written last since the program started. */
export type PortalSiteJobView = {
  readonly id: string
  readonly state: 'RUNNING' | 'DONE' | 'REFUSED' | 'CANCELLED'
  readonly target: PortalSiteTarget
  readonly startedAt: string
  readonly startedBy: { readonly id: string; readonly name: string }
  /** Instant of the board that is shown in it. */
  readonly asOf: string
  /** Notices written of all there are; the files are flushed to the disk after that. */
  readonly done: number
  readonly total: number
  readonly counts: PortalSiteCounts | null
  /** Name of the ZIP to fetch from `GET /portal/site/file`; null unless it is done and was asked for as ZIP. */
  readonly fileName: string | null
  /** Why it was not written; null unless it was refused. */
  readonly refusal: {
    readonly code: RefusalCode
    readonly params: Readonly<Record<string, string | number | boolean>>
  } | null
}

/** Answer of `GET /portal/site`. */
export type PortalSiteView = { readonly job: PortalSiteJobView | null }

/**
 * Body of `POST /portal/site`: as a ZIP to fetch, or in `board-site` on a removable drive or in a folder that was set for packages (`GET
 * /drives`). Ids only: a path from a screen could name any place of this computer.
 */
export type PortalSiteRequest =
  | { readonly kind: 'ZIP' }
  | { readonly kind: 'DRIVE'; readonly driveId: string }
  | { readonly kind: 'FOLDER'; readonly folderId: string }

/** Answer of `POST /portal/compare`: the groups with the counts first, and what the list was taken for. */
export type PortalComparisonView = {
  readonly asOf: string
  readonly fileName: string
  /** `TABLE`: XLSX or CSV; `RECEIPT`: a receipt of the county; `JSON`: a list of entries. */
  readonly kind: 'TABLE' | 'RECEIPT' | 'JSON'
  /** Which heading was taken for what; null where the list has no such column. */
  readonly columns: {
    readonly indexNumber: string | null
    readonly title: string | null
    readonly date: string | null
    readonly documentNumber: string | null
    /** The column that says what the list's owner has taken down. */
    readonly state: string | null
  }
  readonly counts: {
    readonly own: number
    readonly listed: number
    readonly same: number
    readonly onlyHere: number
    readonly onlyThere: number
    readonly different: number
    readonly uncertain: number
    readonly unreadable: number
  }
  readonly onlyHere: readonly OwnEntry[]
  readonly onlyThere: readonly ListedEntry[]
  readonly different: Comparison['different']
  readonly uncertain: Comparison['uncertain']
  readonly unreadable: readonly UnreadableRow[]
}
