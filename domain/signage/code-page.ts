import { codeSide } from './code-room.ts'
import type { GlassPlan, PaneRoom } from './glass-plan.ts'
import type { ScreenGeometry } from './screen.ts'
import { linesOf } from './text-weight.ts'

/** The page with the code: its side in pixels, and whether the words stand beside it or above. */
export type CodePagePlan = { readonly side: number; readonly beside: boolean }

const LEAST_CHARACTERS_BESIDE = 6

/**
 * Room for the code and the words that go with it (the title first) on one page; null when one of them could not be read, and then
 * no code is promised.
 * @example codePagePlan({ plan, room, geometry, modules: 49, words: ['停电通知', '扫码看全文'] })?.beside // true
 */
export function codePagePlan(input: {
  readonly plan: GlassPlan
  readonly room: PaneRoom
  readonly geometry: ScreenGeometry
  readonly modules: number
  readonly words: readonly string[]
}): CodePagePlan | null {
  const { plan, room, geometry, modules, words } = input
  if (room.form === 'NONE' || room.form === 'TICKER') return null
  const width = room.width - 2 * plan.padding
  const height = room.height - 2 * plan.padding
  const side = codeSide(geometry, modules, { width, height })
  if (side === null) return null
  const font = plan.type.fontPixels
  const linesAt = (characters: number) => words.reduce((sum, text) => sum + linesOf(text, characters), 0)
  const gap = plan.padding
  const fitsAbove = linesAt(Math.floor(width / font)) <= Math.floor((height - side - gap) / plan.linePixels)
  const characters = Math.floor((width - side - gap) / font)
  const fitsBeside =
    characters >= LEAST_CHARACTERS_BESIDE && linesAt(characters) <= Math.floor(height / plan.linePixels)
  if (!fitsAbove && !fitsBeside) return null
  return { side, beside: fitsBeside && (width > height || !fitsAbove) }
}
