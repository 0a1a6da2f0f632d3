import type { SheetSpot } from '../../../../server/posting/views.ts'
import { GRID } from './snap.ts'
import type { Wall, WallPanel } from './wall-layout.ts'

/** How far a lifted sheet goes with one key, in millimetres. */
export const STEP = { small: GRID, large: 5 * GRID } as const

/** What a key asks of a lifted sheet. */
export type Step = 'LEFT' | 'RIGHT' | 'UP' | 'DOWN' | 'NEXT_PANEL' | 'PREVIOUS_PANEL'

const KEYS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'LEFT',
  ArrowRight: 'RIGHT',
  ArrowUp: 'UP',
  ArrowDown: 'DOWN',
  PageDown: 'NEXT_PANEL',
  PageUp: 'PREVIOUS_PANEL',
}

/** The step of a key; null for any other key. */
export function stepOf(key: string): Step | null {
  return KEYS[key] ?? null
}

const within = (value: number, room: number) => Math.max(0, Math.min(value, Math.max(0, room)))

function inPanel(spot: SheetSpot, panel: WallPanel): SheetSpot {
  return {
    ...spot,
    panelId: panel.id,
    x: within(spot.x, panel.width - spot.width),
    y: within(spot.y, panel.height - spot.height),
  }
}

/**
 * Where a lifted sheet comes to by a key: it stops at the edge of its panel, and at the left or right one goes over to the next.
 * @example stepSpot({ ...spot, x: 0 }, 'RIGHT', STEP.small, wall).x // 10
 */
export function stepSpot(spot: SheetSpot, step: Step, by: number, wall: Wall): SheetSpot {
  const index = wall.panels.findIndex(({ id }) => id === spot.panelId)
  const panel = wall.panels[index]
  if (panel === undefined) return spot
  const [next, previous] = [wall.panels[index + 1], wall.panels[index - 1]]
  switch (step) {
    case 'LEFT':
      return spot.x <= 0 && previous !== undefined
        ? inPanel({ ...spot, x: previous.width }, previous)
        : inPanel({ ...spot, x: spot.x - by }, panel)
    case 'RIGHT':
      return spot.x >= panel.width - spot.width && next !== undefined
        ? inPanel({ ...spot, x: 0 }, next)
        : inPanel({ ...spot, x: spot.x + by }, panel)
    case 'UP':
      return inPanel({ ...spot, y: spot.y - by }, panel)
    case 'DOWN':
      return inPanel({ ...spot, y: spot.y + by }, panel)
    case 'NEXT_PANEL':
      return next === undefined ? spot : inPanel(spot, next)
    case 'PREVIOUS_PANEL':
      return previous === undefined ? spot : inPanel(spot, previous)
  }
}
