import type { GlassPlan, PaneRoom } from './glass-plan.ts'
import { linesOf } from './text-weight.ts'

const STEPS = { NOTICE: [1.5, 1.25], EMERGENCY: [2.25, 2, 1.75, 1.5, 1.25] } as const
// Title in its larger type, the line under it, foot and margins.
const AROUND = { NOTICE: 3, EMERGENCY: 3.5 } as const
const LEAST_CHARACTERS = { NOTICE: 9, EMERGENCY: 7 } as const

/**
 * By how much a short text may be set larger than the rule so that it still stands on one page: a warning as large as there is room
 * for; 1 where it takes more than a page anyway, and on an LED wall, where type stands on whole pixels.
 * @example textScale(plan, room, { title: '暴雨红色预警', paragraphs: [60], tone: 'EMERGENCY' }) // 1.25
 */
export function textScale(
  plan: GlassPlan,
  room: PaneRoom,
  text: {
    readonly title: string
    /** Widths in Han characters. */
    readonly paragraphs: readonly number[]
    readonly tone: 'NOTICE' | 'EMERGENCY'
  },
): number {
  if (plan.coarse || room.form !== 'PAGE') return 1
  const fits = (scale: number) => {
    const characters = Math.floor(room.charactersPerLine / scale)
    if (characters < LEAST_CHARACTERS[text.tone]) return false
    const lines = text.paragraphs.reduce(
      (sum, weight) => sum + Math.max(1, Math.ceil((weight + 2) / characters)),
      linesOf(text.title, characters / 1.25) * 1.2,
    )
    return lines + AROUND[text.tone] <= room.lines / scale
  }
  return STEPS[text.tone].find(fits) ?? 1
}
