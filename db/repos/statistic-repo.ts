import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { Duty } from '../../domain/duty/duty.ts'
import type { UnitKind } from '../../domain/office/unit.ts'
import type { Drizzle } from '../drizzle.ts'

/** What a package counts of one duty. */
export type StoredDutyLine = Pick<
  Duty,
  'id' | 'itemId' | 'title' | 'period' | 'due' | 'dueAt' | 'closing'
> & {
  readonly regime: Regime
  readonly unitName: string
  readonly unitKind: UnitKind
  /** Of the notice that closed it. */
  readonly indexNumber: string | null
  readonly policyIndexNumber: string | null
  /** The policy document it interprets is on the board no longer, or not for everybody. */
  readonly policyHidden: boolean
}

type Row = Omit<StoredDutyLine, 'closing' | 'policyHidden'> & {
  readonly closing: 'PUBLISHED' | 'NIL' | 'WAIVED' | 'CHECKED' | null
  readonly closedAt: string | null
  readonly closedOn: string | null
  readonly closedClockDoubt: 0 | 1
  readonly policyHidden: 0 | 1
}

// Columns by name: reasons, persons and what happened are not even read.
const LINES = `SELECT d.id, d.item_id AS itemId, d.regime, d.title, d.period, d.due, d.due_at AS dueAt, d.closing, d.closed_at AS closedAt,
    d.closed_on AS closedOn, d.closed_clock_doubt AS closedClockDoubt, u.name AS unitName, u.kind AS unitKind,
    closer.index_number AS indexNumber, policy.index_number AS policyIndexNumber,
    d.policy_notice_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM edition e WHERE e.notice_id = d.policy_notice_id AND e.state = 'PUBLISHED'
        AND NOT EXISTS (SELECT 1 FROM edition_item i JOIN item_not_public n ON n.item_id = i.item_id WHERE i.edition_id = e.id)
    ) AS policyHidden
  FROM duty d JOIN unit u ON u.id = d.unit_id
  LEFT JOIN notice closer ON closer.id = d.closed_notice_id
  LEFT JOIN notice policy ON policy.id = d.policy_notice_id
  WHERE d.due >= ? ORDER BY d.due, d.id`

/**
 * Reading what packages count of duties.
 * @example [...statisticReads(db).duties('2025-01-01')].length
 */
export function statisticReads(db: Drizzle) {
  const lines = db.$client.prepare<[string]>(LINES)
  return {
    /** Duties due from a day on, soonest first, one at a time. */
    duties: function* (from: string): Generator<StoredDutyLine> {
      for (const row of lines.iterate(from) as IterableIterator<Row>) {
        const { closing, closedAt, closedOn, closedClockDoubt, policyHidden, ...rest } = row
        yield {
          ...rest,
          policyHidden: policyHidden === 1,
          closing: closing && {
            kind: closing,
            at: closedAt ?? '',
            on: closedOn ?? '',
            accountId: '',
            noticeId: null,
            reason: '',
            clockDoubt: closedClockDoubt === 1,
          },
        }
      }
    },
  }
}
