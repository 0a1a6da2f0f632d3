import type { CatalogueDiff as Diff, RowField as Field } from '../../domain/catalogue/catalogue-diff.ts'
import type {
  Catalogue,
  CatalogueItem,
  CatalogueNote,
  CatalogueRow,
  Regime,
} from '../../domain/catalogue/catalogue-item.ts'
import type { CatalogueVersion } from '../../domain/catalogue/catalogue-version.ts'
import type { TemplateId } from '../../domain/catalogue/templates/template.ts'
import type { PersonRef } from '../notice/views.ts'

/** A version with who did what. */
export type VersionView = CatalogueVersion & {
  readonly itemCount: number
  readonly inUse: boolean
  readonly createdBy: PersonRef | null
  readonly submittedBy: PersonRef | null
  readonly approvedBy: PersonRef | null
  readonly filedBy: PersonRef | null
  readonly may: {
    readonly edit: boolean
    readonly submit: boolean
    readonly approve: boolean
    readonly sendBack: boolean
    readonly file: boolean
    readonly discard: boolean
  }
}

/** A catalogue as the list of all shows it. */
export type CatalogueSummary = Catalogue & {
  /** Rows of the version that counts whose deadline nobody has understood or set. */
  readonly deadlinesUnset: number
  /** The draft or submitted version under way beside the version that counts, or null. */
  readonly openVersion: Pick<CatalogueVersion, 'id' | 'number' | 'state'> | null
  readonly unitIds: readonly string[]
}

/** What differs in one unit: the item does not apply there, or one person is in charge of it. */
export type UnitItemView = {
  readonly unitId: string
  readonly itemId: string
  readonly applies: boolean
  readonly reason: string
  readonly assigneeId: string | null
}

/** A catalogue with its versions, the units that keep it, and the rows of the version asked for. */
export type CatalogueDetail = {
  readonly catalogue: Catalogue
  readonly versions: readonly VersionView[]
  readonly shown: VersionView
  readonly items: readonly CatalogueItem[]
  readonly unitIds: readonly string[]
  /** What differs in single units, for the items of this catalogue; everything else applies to all of `unitIds`. */
  readonly unitItems: readonly UnitItemView[]
  /** A new version may be begun. */
  readonly mayRevise: boolean
}

/** Difference of two versions, or of a file and the version that counts; the same on the wire as in the domain. */
export type CatalogueDiff = Diff
/** Fields in which two rows of one item can differ. */
export type RowField = Field

/** What a file would bring, sheet by sheet; nothing is taken yet. */
export type ImportPreview = {
  readonly id: string
  readonly fileName: string
  readonly sheets: readonly {
    readonly name: string
    readonly regime: Regime
    readonly rows: readonly CatalogueRow[]
    readonly notes: readonly CatalogueNote[]
    /** Rows whose deadline was understood. */
    readonly understood: number
    /** Place of the first row with personal data, from 0: it has to be mended or left out. Null when there is none. */
    readonly personalData: number | null
    /** The catalogue this looks like a new state of, with the difference to it. */
    readonly match: {
      readonly catalogueId: string
      readonly name: string
      readonly diff: CatalogueDiff
      /** Rows, by their place, whose deadline a clerk has settled before: an update keeps that. */
      readonly settled: readonly (Pick<CatalogueRow, 'deadlineRule' | 'displayPeriod'> & {
        readonly row: number
      })[]
    } | null
  }[]
}

/** What to take of a preview; sheets by their place in it. Rows left out are named on record. */
export type TakeImport = {
  readonly sheets: readonly {
    readonly sheet: number
    readonly name: string
    readonly regime: Regime
    /** Null makes a new catalogue; an id makes a new draft version of that one. */
    readonly catalogueId: string | null
    readonly edits: readonly { readonly row: number; readonly change: Partial<CatalogueRow> }[]
    readonly leaveOut: readonly number[]
    /** Units that keep a new catalogue; left out, all of its regime. */
    readonly unitIds?: readonly string[] | undefined
  }[]
}

/** What became of one table that was taken: a new catalogue, a new draft version of one, or nothing, because it said the same. */
export type TableOutcome = {
  readonly catalogueId: string
  readonly name: string
  readonly outcome: 'NEW' | 'NEW_VERSION' | 'DRAFT_REPLACED' | 'UNCHANGED'
  /** Rows that were taken. */
  readonly items: number
  /** The difference to the version that counts; null for a new catalogue. */
  readonly diff: CatalogueDiff | null
  /** Rows that a person has left out. */
  readonly leftOut: number
  /** Remarks of the reader on what found no place; they stand in the preview and the answer. */
  readonly notUnderstood: number
}

/** Answer to an import or a template that was taken, one outcome a table in their order. */
export type TakenTables = {
  readonly catalogues: readonly Catalogue[]
  readonly outcomes: readonly TableOutcome[]
}

/** Answer to a file taken in one step. */
export type CatalogueImport = {
  readonly catalogues: readonly Catalogue[]
  readonly notes: readonly CatalogueNote[]
  readonly diffs: readonly TableOutcome[]
}

/** A list the program brings, ready to load. */
export type TemplateView = {
  readonly id: TemplateId
  readonly name: string
  readonly regime: Regime
  readonly itemCount: number
  /** Where the list comes from, and what of it is not verified. */
  readonly source: string
}

/*
 * Routes at the desk:
 * GET   /api/desk/catalogues → CatalogueSummary[] ; POST /api/desk/catalogues (multipart file) takes a file in one step (as before)
 * GET   /api/desk/catalogues/:id?version= → CatalogueDetail
 * PATCH /api/desk/catalogue-items/:id Partial<CatalogueRow> → CatalogueItem   (row of the open draft version)
 * POST  /api/desk/catalogues/:id/rows CatalogueRow → CatalogueItem ; DELETE /api/desk/catalogues/:id/rows/:itemId → 204   (draft version)
 * GET   /api/desk/catalogue-items?q=&unit=
 * PUT   /api/desk/catalogues/:id/units {unitIds, reason} → CatalogueDetail ; PATCH /api/desk/catalogues/:id {name} → CatalogueDetail
 * PUT   /api/desk/units/:unitId/items/:itemId {applies, reason, assigneeId|null} → 204
 * POST  /api/desk/catalogue-imports (multipart file) → ImportPreview ; GET /api/desk/catalogue-imports/:id → ImportPreview
 * POST  /api/desk/catalogue-imports/:id/take TakeImport → TakenTables ; DELETE /api/desk/catalogue-imports/:id → 204
 * POST  /api/desk/catalogues/:id/versions → CatalogueDetail (new draft from the version that counts)
 * POST  /api/desk/catalogue-versions/:id/submit · /approve · /return {reason} · /file {filedOn, filedWith, filingNumber} · DELETE (discard a draft; 204 when it was the only version)  → CatalogueDetail
 * GET   /api/desk/catalogue-versions/:id/diff?with=<versionId> → CatalogueDiff ; GET /api/desk/catalogue-versions/:id/xlsx → bytes
 * GET   /api/desk/catalogue-templates → TemplateView[] ; POST /api/desk/catalogue-templates/:id → TakenTables
 */
