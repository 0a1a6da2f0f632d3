import type { Reads } from '../../db/store.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'
import type { ScreenColumn } from '../../domain/signage/screen.ts'
import { heldBack } from '../display/public-views.ts'
import { columnName } from './column-name.ts'
import { openRows } from './column-entries.ts'
import type { ColumnChoice } from './views.ts'

/**
 * The columns a screen may subscribe to, with how many notices the public sees in each: everything, the headings, the units with
 * their boards, the kinds that have something.
 * @example columnChoices(read, clock.now())[0]?.column.kind // 'ALL'
 */
export function columnChoices(read: Reads, now: string): ColumnChoice[] {
  const held = heldBack(read, now)
  const units = read.unit.list().filter(({ disabled }) => !disabled)
  const choice = (column: ScreenColumn, count: number): ColumnChoice => ({
    ...{ column, name: columnName(read, column), count },
  })
  // What is held back is counted under headings only; elsewhere the count is the board's, and an empty column says so.
  const counted = (column: ScreenColumn): ColumnChoice => {
    const count = read.column.count(column)
    const open = count > 0 && openRows(read, column, 1, (row) => held.has(row)).length > 0
    return choice(column, open ? count : 0)
  }
  return [
    choice({ kind: 'ALL' }, read.public.total(null) - held.count(null)),
    ...read.edition
      .groups()
      .map(({ id, publishedCount }) =>
        choice({ kind: 'GROUP', groupId: id }, publishedCount - held.count(id)),
      ),
    ...units.flatMap(({ id }) => [
      counted({ kind: 'UNIT', unitId: id, regime: null }),
      ...(['GOV', 'VILLAGE', 'RESIDENT', 'PARTY'] as const)
        .map((regime) => counted({ kind: 'UNIT', unitId: id, regime }))
        .filter(({ count }) => count > 0),
    ]),
    ...NOTICE_KINDS.map((noticeKind) => counted({ kind: 'NOTICE_KIND', noticeKind })).filter(
      ({ count }) => count > 0,
    ),
  ]
}
