import type { GlassPlan, PaneRoom } from './glass-plan.ts'
import { linesOf } from './text-weight.ts'

const LARGER = { NOTICE: 1.25, EMERGENCY: 1.4 } as const
const ROOMY_LINES = 10

/**
 * Size of a headline in whole pixels: larger than the text where it then takes one line, or two in a room that has many, else as large as the text; never smaller.
 * @example headlinePixels(plan, room, '停电通知', 'NOTICE') // 106
 */
export function headlinePixels(
  plan: GlassPlan,
  room: PaneRoom,
  title: string,
  tone: 'NOTICE' | 'EMERGENCY',
): number {
  const { fontPixels } = plan.type
  if (plan.coarse || room.form !== 'PAGE') return fontPixels
  const larger = LARGER[tone]
  return linesOf(title, room.charactersPerLine / larger) <= (room.lines < ROOMY_LINES ? 1 : 2)
    ? Math.round(fontPixels * larger)
    : fontPixels
}
