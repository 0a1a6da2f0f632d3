/** SQLSTATE: five signs, the first two of them the class. */
const SQLSTATE = /^[0-9A-Z]{5}$/u
/** What was typed or came in a package stands in the very sentence of these: invalid input, bad bytes. */
const DATA_EXCEPTION = '22'
/** A statement that is too large for the database: a row, a key, a list of words. */
const LIMIT_EXCEEDED = '54'

/**
 * What the database refused, told by its code and names of tables alone. What the drivers throw carries rows of the statement (`params`,
 * `detail`, `where`), and whatever is thrown may end in a log: text of a notice must not.
 * @example new DatabaseFault(error).code // '23505'
 */
export class DatabaseFault extends Error {
  /** SQLSTATE. */
  readonly code: string
  readonly table: string | null
  readonly constraint: string | null

  constructor(error: Error & { readonly code: string }) {
    const { code, table, constraint } = error as { code: string; table?: unknown; constraint?: unknown }
    super(code.startsWith(DATA_EXCEPTION) ? `database: ${code}` : error.message)
    this.name = 'DatabaseFault'
    this.code = code
    this.table = typeof table === 'string' ? table : null
    this.constraint = typeof constraint === 'string' ? constraint : null
  }
}

/**
 * What a driver has thrown, without the statement and its values; what is no fault of the database stays as it is.
 * @example await client.query(text, values).catch((error) => { throw quietFault(error) })
 */
export function quietFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFault || !('code' in error)) return error
  const { code } = error
  return typeof code === 'string' && SQLSTATE.test(code)
    ? new DatabaseFault(error as Error & { readonly code: string })
    : error
}

/**
 * Whether the values themselves were refused, so that the same statement fails for ever; not a server that is away or a full disk.
 * @example isValueRefused(new DatabaseFault(tooLong)) // true for 54000
 */
export function isValueRefused(error: unknown): boolean {
  return error instanceof DatabaseFault && [DATA_EXCEPTION, LIMIT_EXCEEDED].includes(error.code.slice(0, 2))
}
