import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '../notice/content.ts'
import type { HitKind } from '../privacy/gate-hit.ts'
import { isBirthHeading, rowFindings } from '../privacy/row-finding.ts'
import { cellTexts } from './list-as-of.ts'
import type { ListColumn, ListChangeSet } from './list-change.ts'

/** Where personal data stands in a change set; the value itself is not part of it. */
export type ListHit = {
  readonly part: 'NAME' | 'COLUMN' | 'REASON' | 'LEGAL_BASIS' | 'CELL'
  /** Row of the change set from 1, and the heading of its column; 0 and empty outside of rows. */
  readonly row: number
  readonly column: string
  readonly kind: HitKind
}

/**
 * Finds what must not become public in everything of a change set that would (domain book §7.4): name, headings, reason,
 * legal basis, and the cells of each row, read together as in a table of a notice.
 * @example blockingHits(set, columns, '2026-11-23')[0] // { part: 'CELL', row: 3, column: '联系电话', kind: 'MOBILE' }
 */
export function blockingHits(
  set: Pick<ListChangeSet, 'name' | 'columns' | 'reason' | 'legalBasis' | 'changes'>,
  columns: readonly ListColumn[],
  today: CivilDate,
): readonly ListHit[] {
  const day = Temporal.PlainDate.from(today)
  const single = (part: ListHit['part'], text: string): readonly ListHit[] =>
    rowFindings([text], { today: day })
      .flat()
      .filter(({ severity }) => severity === 'BLOCK')
      .map(({ kind }) => ({ part, row: 0, column: '', kind }))
  const headed = columns.map(({ label }) => isBirthHeading(label))
  const cells = set.changes.flatMap((change, index) =>
    change.cells === null
      ? []
      : rowFindings(cellTexts(columns, change.cells), { today: day, headed }).flatMap((findings, column) =>
          findings
            .filter(({ severity }) => severity === 'BLOCK')
            .map(({ kind }): ListHit => ({
              part: 'CELL',
              row: index + 1,
              column: columns[column]?.label ?? '',
              kind,
            })),
        ),
  )
  return [
    ...single('NAME', set.name ?? ''),
    ...(set.columns ?? []).flatMap(({ label }) => single('COLUMN', label)),
    ...single('REASON', set.reason),
    ...single('LEGAL_BASIS', set.legalBasis),
    ...cells,
  ]
}
