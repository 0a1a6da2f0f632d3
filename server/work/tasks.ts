import type { PublicContent } from '../../domain/notice/content.ts'
import { fingerprintWith } from '../notice/fingerprint.ts'
import type { TableToCompare } from '../catalogue/compare-tables.ts'
import type { CatalogueSheet } from '../catalogue/write-catalogue-workbook.ts'
import type { ReceiptsToTake } from '../exchange/receipt/take-all-in.ts'
import type { UnreadTitle } from '../../db/repos/title-reading-repo.ts'
import type { PlainDictionary } from '../display/initials/reading-dictionary.ts'
import type { SearchToRun } from '../notice/search/find-in.ts'
import type { NamedValue } from '../notice/table/search-file.ts'
import type { BuildInput } from '../replica/build-database.ts'
import type { SheetToWrite } from '../register/write-sheet.ts'

/** Values to mask in a public copy: those whose keyed fingerprint is listed. A function could not cross to a worker. */
export type MaskList = { readonly key: Uint8Array; readonly fingerprints: readonly string[] }

/**
 * Work that may take seconds or hundreds of megabytes and therefore never runs where requests are answered.
 * Each piece loads its libraries only when it is asked for.
 * @example await TASKS.readPdfPages(bytes)
 */
export const TASKS = {
  prepareAttachment: async (input: {
    readonly name: string
    readonly bytes: Uint8Array
    readonly masks: MaskList | null
  }) => {
    const { prepareAttachment } = await import('../notice/attachment/prepare-attachment.ts')
    const { name, bytes, masks } = input
    if (masks === null) return prepareAttachment({ name, bytes })
    const wanted = new Set(masks.fingerprints)
    const fingerprint = fingerprintWith(masks.key)
    return prepareAttachment({ name, bytes, masks: (kind, value) => wanted.has(fingerprint(kind, value)) })
  },
  cleanPhoto: async (bytes: Uint8Array) => {
    const { cleanPhoto } = await import('../posting/clean-photo.ts')
    return cleanPhoto(bytes)
  },
  importDocx: async (bytes: Uint8Array) => {
    const { importDocx } = await import('../notice/docx/import-docx.ts')
    return importDocx(bytes)
  },
  readCatalogueFile: async (file: { readonly fileName: string; readonly bytes: Uint8Array }) => {
    const { readCatalogueFile } = await import('../../platform/table/read-catalogue-file.ts')
    return readCatalogueFile(file)
  },
  compareTables: async (tables: readonly TableToCompare[]) => {
    const { compareTables } = await import('../catalogue/compare-tables.ts')
    return compareTables(tables)
  },
  writeCatalogueWorkbook: async (sheet: CatalogueSheet) => {
    const { writeCatalogueWorkbook } = await import('../catalogue/write-catalogue-workbook.ts')
    return writeCatalogueWorkbook(sheet)
  },
  readListFile: async (bytes: Uint8Array) => {
    const { readListFile } = await import('../register/read-list-file.ts')
    return readListFile(bytes)
  },
  readDictionaryFile: async (bytes: Uint8Array) => {
    const { readDictionaryFile } = await import('../../platform/table/read-dictionary-file.ts')
    return readDictionaryFile(bytes)
  },
  writeSheet: async (sheet: SheetToWrite) => {
    const { writeSheet } = await import('../register/write-sheet.ts')
    return writeSheet(sheet)
  },
  readTableFile: async (bytes: Uint8Array) => {
    const { readTableFile } = await import('../notice/table/read-table-file.ts')
    return readTableFile(bytes)
  },
  searchFile: async (input: {
    readonly attachmentId: string
    readonly mediaType: string
    readonly bytes: Uint8Array
    readonly values: readonly NamedValue[]
  }) => {
    const { searchFile } = await import('../notice/table/search-file.ts')
    return searchFile(input)
  },
  readPdfPages: async (bytes: Uint8Array) => {
    const { readPdfPages } = await import('../display/read-pdf-pages.ts')
    return readPdfPages(bytes)
  },
  chosenPages: async (input: { readonly bytes: Uint8Array; readonly pages: readonly number[] }) => {
    const { chosenPages } = await import('../display/print/chosen-pages.ts')
    return chosenPages(input)
  },
  readUsedFaces: async (bytes: Uint8Array) => {
    const { readUsedFaces } = await import('../display/print/used-faces.ts')
    return readUsedFaces(bytes)
  },
  compareContents: async (input: { readonly before: PublicContent; readonly after: PublicContent }) => {
    const { differenceOf } = await import('../../domain/notice/difference.ts')
    return differenceOf(input.before, input.after)
  },
  findNotices: async (input: SearchToRun) => {
    const { findIn } = await import('../notice/search/find-in.ts')
    return findIn(input)
  },
  readTitles: async (input: {
    readonly titles: readonly UnreadTitle[]
    readonly dictionary: PlainDictionary
  }) => {
    const { readTitles } = await import('../display/initials/read-titles.ts')
    return readTitles(input)
  },
  readTerms: async (input: { readonly mediaType: string; readonly bytes: Uint8Array }) => {
    const { readTerms } = await import('../notice/attachment/prepare-attachment.ts')
    return readTerms(input)
  },
  writeSnapshot: async (input: {
    readonly dataFolder: string
    readonly file: string
    readonly now: string
  }) => {
    const { writeSnapshot } = await import('../replica/write-snapshot.ts')
    return writeSnapshot(input)
  },
  buildDatabase: async (input: BuildInput) => {
    const { buildDatabase } = await import('../replica/build-database.ts')
    return buildDatabase(input)
  },
  checkBuilt: async (input: Pick<BuildInput, 'file' | 'manifest'>) => {
    const { checkBuilt } = await import('../replica/build-database.ts')
    return checkBuilt(input)
  },
  readPortalList: async (file: { readonly fileName: string; readonly bytes: Uint8Array }) => {
    const { readPortalList } = await import('../exchange/portal/read-list.ts')
    return readPortalList(file)
  },
  keepDuties: async (input: { readonly file: string; readonly now: string }) => {
    const { keepDutiesIn } = await import('../duty/keep-duties-in.ts')
    return keepDutiesIn(input.file, input.now)
  },
  takeReceipts: async (input: ReceiptsToTake) => {
    const { takeAllIn } = await import('../exchange/receipt/take-all-in.ts')
    return takeAllIn(input)
  },
} as const

/** The pieces of work by name. */
export type Tasks = typeof TASKS

/** What a piece of work takes and gives. */
export type TaskInput<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0]
/** What a piece of work gives. */
export type TaskOutput<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>

/** A piece of work on its way to the worker. */
export type TaskCall = { readonly call: number; readonly name: keyof Tasks; readonly input: unknown }

/** What came of it. */
export type TaskAnswer =
  | { readonly call: number; readonly done: true; readonly output: unknown }
  | { readonly call: number; readonly done: false; readonly fault: string }
