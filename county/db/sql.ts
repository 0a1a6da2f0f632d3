/** What a statement may be given: arrays are for `unnest` and `= ANY`. */
export type SqlValue =
  string | number | boolean | null | Uint8Array | readonly (string | number | boolean | null)[]

/**
 * Statements against the county's database, PostgreSQL or the embedded one alike. Whole numbers of eight bytes come as
 * numbers, `jsonb` as values, dates and instants are kept as text.
 */
export type Sql = {
  /** Works off one statement with `$1`… and gives its rows. */
  readonly query: <Row>(text: string, values?: readonly SqlValue[]) => Promise<readonly Row[]>
}

/**
 * Values as PostgreSQL can hold them: it has no U+0000 in a text, and throws at one. Whatever a stick or a network brought, the sign becomes
 * U+FFFD here, at the one door to the database, so that no column can be forgotten.
 * @example holdable(['a\0b', ['\0']]) // ['a\ufffdb', ['\ufffd']]
 */
export function holdable(values: readonly SqlValue[]): SqlValue[] {
  return values.map((value) => {
    if (typeof value === 'string') return withoutNul(value)
    if (!Array.isArray(value) || !value.some((one) => typeof one === 'string' && one.includes('\0')))
      return value
    return value.map((one: unknown) => (typeof one === 'string' ? withoutNul(one) : one)) as SqlValue
  })
}

function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text
}

/** The database as a whole. */
export type CountySql = Sql & {
  /** Everything in `work` or nothing: what is thrown in it undoes all of it. */
  readonly transaction: <T>(work: (sql: Sql & SqlScript) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Several statements in one text, without values; for migrations only. */
export type SqlScript = { readonly script: (text: string) => Promise<void> }

/**
 * The one row of a statement that always gives one.
 * @throws when there is another number of rows: the statement is wrong then, not what was asked.
 * @example only(await sql.query<{ count: number }>('SELECT count(*) FROM office')).count
 */
export function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows where one was expected`)
  return row
}
