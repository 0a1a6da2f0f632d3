import { REGIMES, type Regime } from '../catalogue/catalogue-item.ts'
import type { NoticeKind } from '../notice/notice-kind.ts'

/** The boards a citizen asks for: one a regime, and 财务 across all of them, because money is what people come to see. */
export const PUBLIC_BOARDS = [...REGIMES, 'FINANCE'] as const
/** One board. */
export type PublicBoard = (typeof PUBLIC_BOARDS)[number]

/**
 * Whether a notice stands on a board of the kiosk; a finance table stands on that of its regime too. That 财务 means finance
 * tables and headings that name money is our own reading [infer].
 * @example standsOn('FINANCE', { regime: 'VILLAGE', noticeKind: 'FINANCE_TABLE', group: '村级财务' }) // true
 */
export function standsOn(
  board: PublicBoard,
  notice: { readonly regime: Regime; readonly noticeKind: NoticeKind; readonly group: string },
): boolean {
  if (board !== 'FINANCE') return notice.regime === board
  return notice.noticeKind === 'FINANCE_TABLE' || /财务|财政|资金|预决算/u.test(notice.group)
}
