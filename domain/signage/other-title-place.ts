import type { TextDirection } from '../language/script.ts'
import type { GlassPlan, PaneRoom } from './glass-plan.ts'
import { linesOf } from './text-weight.ts'

// Joined and stacked letters lose their shapes below this [K].
const LEAST_PIXELS = 24
const MOST_SHARE_BESIDE = 0.3
// Against a Han character of the same type: letters of a column of Mongolian, and of a line of Tibetan or Arabic [K].
const LETTER = { VERTICAL_LR: 0.55, LTR: 0.62, RTL: 0.5 } as const
const COLUMN = 1.8

/**
 * Where the title in another script stands: written downwards it has a column beside the notice, in lines it stands with the Chinese
 * title; where that takes too much room it has a page of its own, and where its letters could not be told apart it is left to the
 * touch screen.
 * @example otherTitlePlace({ title, direction: 'VERTICAL_LR', plan, room, chinese }) // 'BESIDE'
 */
export function otherTitlePlace(input: {
  readonly title: string
  readonly direction: TextDirection
  readonly plan: GlassPlan
  readonly room: PaneRoom
  readonly chinese: string
}): 'BESIDE' | 'STACKED' | 'PAGE' | 'NONE' {
  const { title, direction, plan, room } = input
  const font = plan.type.fontPixels
  if (font < LEAST_PIXELS || room.form === 'TICKER' || room.form === 'NONE') return 'NONE'
  const letters = [...title].length * LETTER[direction] * font
  const width = room.width - 2 * plan.padding
  const height = room.height - 2 * plan.padding
  if (direction === 'VERTICAL_LR') {
    const columns = Math.ceil(letters / height) * font * COLUMN
    if (columns <= width * MOST_SHARE_BESIDE && room.form === 'PAGE') return 'BESIDE'
    return columns <= width ? 'PAGE' : 'NONE'
  }
  const lines = Math.ceil(letters / width) * COLUMN
  if (lines + linesOf(input.chinese, room.charactersPerLine) <= room.lines / 2) return 'STACKED'
  return lines <= room.lines ? 'PAGE' : 'NONE'
}
