import type { SheetSize } from '../../../../domain/posting/panel-space.ts'

/** Papers that hang on boards, upright and lying. */
export const PAPERS = ['A4', 'A4_LYING', 'A3', 'A3_LYING'] as const
/** One paper. */
export type Paper = (typeof PAPERS)[number]

const SIZES: Readonly<Record<Paper, SheetSize>> = {
  A4: { width: 210, height: 297 },
  A4_LYING: { width: 297, height: 210 },
  A3: { width: 297, height: 420 },
  A3_LYING: { width: 420, height: 297 },
}

/**
 * How much room a notice takes: its sheets hang beside each other in one row.
 * @example sizeOf('A4', 3) // { width: 630, height: 297 }
 */
export function sizeOf(paper: Paper, sheets = 1): SheetSize {
  const { width, height } = SIZES[paper]
  return { width: width * Math.max(1, sheets), height }
}
