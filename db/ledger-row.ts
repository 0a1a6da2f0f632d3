import type { Database } from 'better-sqlite3'
import { sha256 } from '../platform/sha256.ts'

/** What the ledger of sheets (张贴台账) keeps, one kind for each step that the log tells of. */
export type LedgerRowKind = keyof typeof ROWS

type Source = {
  readonly key: string
  /** What a fault is told of; the key when there is none. */
  readonly subject?: string
  readonly from: string
  readonly columns: readonly string[]
}

const PICTURE = [
  ...['sha256', 'size', 'width', 'height', 'source', 'received_at', 'claimed_at', 'drift_seconds'],
  ...['clock_doubtful', 'account_id'],
].map((column) => `t.${column}`)

// Columns are named, so that one added later does not change what was hashed before. What was put up or taken down before there
// was a ledger has no detail, and no hash in the log.
const ROWS = {
  PLAN: {
    key: 't.id',
    from: 'posting_plan t',
    columns: ['t.edition_id', 't.board_id', 't.planned_on', 't.account_id', 't.at'],
  },
  PLAN_END: {
    key: 't.plan_id',
    from: "posting_plan_end t WHERE t.outcome <> 'POSTED'",
    columns: ['t.outcome', 't.reason', 't.account_id', 't.at', 't.on_day'],
  },
  PUT_UP: {
    key: 't.id',
    from: 'posting t JOIN posting_detail d ON d.posting_id = t.id',
    columns: [
      ...['t.edition_id', 't.board_id', 't.posted_on', 't.posted_by', 't.posted_at'],
      ...['d.witness', 'd.note', 'd.pages', 'd.print_job_id', 'd.clock_doubtful'],
    ],
  },
  ROUND: {
    key: 't.sequence',
    subject: 't.posting_id',
    from: 'posting_event t',
    columns: ['t.posting_id', 't.kind', 't.on_day', 't.note', 't.clock_doubtful', 't.account_id', 't.at'],
  },
  TAKEN_DOWN: {
    key: 't.posting_id',
    from: 'posting_removal t JOIN removal_detail d ON d.posting_id = t.posting_id',
    columns: [
      ...['t.removed_on', 't.removed_by', 't.removed_at'],
      ...['d.reason', 'd.note', 'd.early', 'd.last_day', 'd.clock_doubtful'],
    ],
  },
  PHOTO: {
    key: 't.id',
    from: 'posting_photo t',
    columns: ['t.posting_id', 't.moment', 't.view', ...PICTURE],
  },
  BOARD_PHOTO: { key: 't.id', from: 'board_photo t', columns: ['t.board_id', ...PICTURE] },
  RULE: {
    key: 't.sequence',
    from: 'posting_rule t',
    columns: [
      ...[
        't.regime',
        't.effective_from',
        't.days',
        't.unit',
        't.basis',
        't.verified',
        't.account_id',
        't.at',
      ],
    ],
  },
  ERROR: {
    key: 't.sequence',
    subject: 't.posting_id',
    from: 'posting_error t',
    columns: ['t.posting_id', 't.photo_id', 't.reason', 't.clock_doubtful', 't.account_id', 't.at'],
  },
} as const satisfies Record<string, Source>

/** What a row of the ledger is told by, and its hash. */
export type LedgerRow = { readonly subject: string; readonly sha256: string }

// The hash is made of the stored row by this one text, when it is written and when it is proved, so that both cannot differ.
function rowsSql(kind: LedgerRowKind): string {
  const { key, subject = key, from, columns }: Source = ROWS[kind]
  return `SELECT ${subject} AS subject, json_array('${kind}', ${[key, ...columns].join(', ')}) AS text FROM ${from}`
}

type Told = { readonly subject: string | number; readonly text: string }

/**
 * Hash of a row of the ledger as it is stored, kind and every column in it: the log keeps it, so that no word of the row
 * can be changed afterwards unseen. Throws when there is no such row.
 * @example ledgerRowHash(database, 'PUT_UP', id) // '9c1f…'
 */
export function ledgerRowHash(database: Database, kind: LedgerRowKind, key: string | number): string {
  const { key: column, from }: Source = ROWS[kind]
  const joined = from.includes(' WHERE ') ? 'AND' : 'WHERE'
  const row = database.prepare(`${rowsSql(kind)} ${joined} ${column} = ?`).get(key) as Told | undefined
  if (!row) throw new Error(`no row ${kind} ${String(key)} in the ledger`)
  return sha256(row.text)
}

/**
 * Every row of the ledger with its hash as it is now, kind by kind.
 * @example [...ledgerRows(database)].length
 */
export function* ledgerRows(database: Database): Generator<LedgerRow> {
  for (const kind of Object.keys(ROWS) as LedgerRowKind[]) {
    for (const row of database.prepare(rowsSql(kind)).iterate() as Iterable<Told>) {
      yield { subject: String(row.subject), sha256: sha256(row.text) }
    }
  }
}
