import type { CatalogueItem, CatalogueRow } from './catalogue-item.ts'
import { matchRows } from './match-rows.ts'
import { plainText } from './row-text.ts'

/** Fields in which two rows of one item can differ. */
export type RowField = keyof CatalogueRow

/** Difference of two versions, or of a file and the version that counts: rows by what became of them. */
export type CatalogueDiff = {
  readonly added: readonly CatalogueRow[]
  readonly removed: readonly CatalogueItem[]
  readonly changed: readonly {
    readonly itemId: string
    readonly before: CatalogueRow
    readonly after: CatalogueRow
    readonly fields: readonly RowField[]
  }[]
  readonly unchanged: number
}

/** A row of a table with the item it is a new state of; `itemId` is null when it is new. */
export type AdoptedRow = { readonly row: CatalogueRow; readonly itemId: string | null }

/** Numbers and places shift with every row put in; where a row was read from is no part of what it says. */
type Noise = 'serial' | 'sourceSheet' | 'sourceRow' | 'deadlineRuleSet'

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
}

type Compared = Exclude<RowField, Noise>
type Said = (row: CatalogueRow) => string

const text =
  (
    field: {
      readonly [F in Compared]: CatalogueRow[F] extends string ? F : never
    }[Compared],
  ): Said =>
  (row) =>
    plainText(row[field])
const asSet = (texts: readonly string[]): string => texts.map(plainText).sort().join('\n')

/** What a row says in each field, as far as it matters. */
const SAID: Readonly<Record<Compared, Said>> = {
  itemLevel1: text('itemLevel1'),
  itemLevel2: text('itemLevel2'),
  itemLevel3: text('itemLevel3'),
  contentElements: text('contentElements'),
  legalBasis: text('legalBasis'),
  deadlineText: text('deadlineText'),
  deadlineRule: (row) => JSON.stringify(ordered(row.deadlineRule)),
  displayPeriod: (row) => JSON.stringify(ordered(row.displayPeriod)),
  publishingUnit: text('publishingUnit'),
  channels: (row) => asSet(row.channels),
  audience: text('audience'),
  audienceNote: text('audienceNote'),
  disclosureScope: text('disclosureScope'),
  disclosureMode: text('disclosureMode'),
  levels: (row) => asSet(row.levels),
  extra: (row) => asSet(Object.entries(row.extra).map(([label, words]) => `${label}\t${words}`)),
}
const COMPARED = Object.keys(SAID) as Compared[]

function differs(field: Compared, before: CatalogueRow, after: CatalogueRow): boolean {
  return before[field] !== after[field] && SAID[field](before) !== SAID[field](after)
}

/**
 * Names the fields in which two rows differ; order and number of the row, where it was read, blanks, line breaks and the
 * width of signs are no difference.
 * @example changedFields(before, after) // ['deadlineText', 'deadlineRule']
 */
export function changedFields(before: CatalogueRow, after: CatalogueRow): readonly RowField[] {
  return COMPARED.filter((field) => differs(field, before, after))
}

/**
 * A row without its id and place.
 * @example rowOf(item).itemLevel1
 */
export function rowOf(item: CatalogueItem): CatalogueRow {
  const { id: _, catalogueId: __, position: ___, ...row } = item
  return row
}

const SCOPE_FROM = ['audience', 'audienceNote', 'channels', 'disclosureMode'] as const

/** What a clerk has settled stays settled while the file still says the same there. */
function keepSettled(item: CatalogueItem, row: CatalogueRow): CatalogueRow {
  const kept = !item.deadlineRuleSet || differs('deadlineText', item, row)
  return {
    ...row,
    ...(!kept && {
      deadlineRule: item.deadlineRule,
      displayPeriod: item.displayPeriod,
      deadlineRuleSet: true,
    }),
    // What is for named persons only is opened by a person, never by a file that names one more channel.
    ...((item.disclosureScope === 'NAMED_PERSONS' ||
      !SCOPE_FROM.some((field) => differs(field, item, row))) && { disclosureScope: item.disclosureScope }),
  }
}

/**
 * Brings the rows of a table over the items of the version that counts: which item each is, what a clerk had settled kept,
 * and the difference.
 * @example adoptRows(read.catalogue.items(id), reading.rows).diff.added.length
 */
export function adoptRows(
  before: readonly CatalogueItem[],
  rows: readonly CatalogueRow[],
): { readonly rows: readonly AdoptedRow[]; readonly diff: CatalogueDiff } {
  const matches = matchRows(before, rows)
  const adopted = rows.map((row, at) => {
    const item = matches[at] ?? null
    return { row: item ? keepSettled(item, row) : row, item }
  })
  return {
    rows: adopted.map(({ row, item }) => ({ row, itemId: item?.id ?? null })),
    diff: compare(before, adopted),
  }
}

/**
 * Compares two versions of one catalogue item by item.
 * @example diffVersions(read.catalogue.versionItems(first), read.catalogue.versionItems(second)).changed
 */
export function diffVersions(
  before: readonly CatalogueItem[],
  after: readonly CatalogueItem[],
): CatalogueDiff {
  const known = new Map(before.map((item) => [item.id, item]))
  return compare(
    before,
    after.map((item) => ({ row: rowOf(item), item: known.get(item.id) ?? null })),
  )
}

function compare(
  before: readonly CatalogueItem[],
  after: readonly { readonly row: CatalogueRow; readonly item: CatalogueItem | null }[],
): CatalogueDiff {
  const kept = new Set<string>()
  const added: CatalogueRow[] = []
  const changed: CatalogueDiff['changed'][number][] = []
  for (const { row, item } of after) {
    if (!item) {
      added.push(row)
      continue
    }
    kept.add(item.id)
    const fields = changedFields(item, row)
    if (fields.length > 0) changed.push({ itemId: item.id, before: rowOf(item), after: row, fields })
  }
  return {
    added,
    removed: before.filter(({ id }) => !kept.has(id)),
    changed,
    unchanged: kept.size - changed.length,
  }
}

/**
 * True when nothing was added, taken out or changed.
 * @example isSame(diff) // a file that was imported before
 */
export function isSame(diff: CatalogueDiff): boolean {
  return diff.added.length + diff.removed.length + diff.changed.length === 0
}
