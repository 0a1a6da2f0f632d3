import type { CivilDate } from '../notice/content.ts'

/** Kinds of official list (清单) an office keeps (R-022, S004; 小微权力清单: domain book §10). */
export const LIST_KINDS = [
  'LICENCE', // 行政许可事项
  'POWER', // 行政权力
  'DUTY', // 责任
  'FEE', // 收费
  'MICRO_POWER', // 小微权力
  'OTHER', // 其他
] as const
/** One kind. */
export type ListKind = (typeof LIST_KINDS)[number]

/** A column of a list. Its id stays when it is called otherwise, so that rows of former times keep their texts. */
export type ListColumn = { readonly id: string; readonly label: string }

/** Texts of a row by column id; a column that is not named is empty. */
export type ListCells = Readonly<Record<string, string>>

/** What may happen to a row. */
export const LIST_CHANGE_KINDS = ['ADDED', 'CHANGED', 'REMOVED'] as const
/** One of them. */
export type ListChangeKind = (typeof LIST_CHANGE_KINDS)[number]

/** One change of one row. */
export type ListChange = {
  readonly rowId: string
  readonly kind: ListChangeKind
  /** Null for what is removed. */
  readonly cells: ListCells | null
  /** Where the row stands among the others; rows are sorted by it. */
  readonly place: number
  /** The change set whose version of the row this one replaces; null for a new row. */
  readonly base: string | null
}

/** Changes that belong together: one reason, one legal basis, one day from which they hold. */
export type ListChangeSet = {
  readonly id: string
  /** Null where it stays. */
  readonly name: string | null
  readonly columns: readonly ListColumn[] | null
  readonly reason: string
  /** 调整依据; empty when there is none. */
  readonly legalBasis: string
  readonly effectiveOn: CivilDate
  readonly changes: readonly ListChange[]
}

/**
 * A change set that a second person has confirmed; `sequence` is the order of confirming.
 */
export type ConfirmedChangeSet = ListChangeSet & { readonly sequence: number }
