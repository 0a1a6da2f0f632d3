/** What of a table goes into the public snapshot: nothing, or these columns of these rows. */
export type PublicTable =
  | { readonly taken: false }
  | {
      readonly taken: true
      /** Where its rows come from; what the public may see stands in the `shown_…` tables of `shown-rows.ts`. */
      readonly from: string
      /** Order of the rows, unique. */
      readonly key: string
      /** Every column of the table, as SQL: the column itself, or the neutral value that stands for a private one. */
      readonly columns: Readonly<Record<string, string>>
    }

/** SQL that stands for every person and every private record: one neutral row each that the references of others lead to. */
export const OFFICE = "'office'"
/** SQL of the empty text that stands for a private one. */
export const NONE = "''"
/** SQL of the instant that stands for a private one. */
export const NO_TIME = "'1970-01-01T00:00:00.000Z'"

/**
 * Takes rows from `from`, in the order of `key`.
 * @example take('unit t', 't.id', same('t', 'id', 'name'))
 */
export function take(from: string, key: string, columns: Readonly<Record<string, string>>): PublicTable {
  return { taken: true, from, key, columns }
}

/**
 * Columns that are taken as they are.
 * @example same('t', 'id') // { id: 't.id' }
 */
export function same(alias: string, ...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `${alias}.${name}`]))
}
