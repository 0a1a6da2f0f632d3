import { TOWNSHIP_UNIT_ID, type Unit } from '../office/unit.ts'

/**
 * Whether a board stands within the circle a notice is for: that of the notice's own unit, or of a unit under it. The township's
 * board is read by everybody and lies in no limited circle (特定群体, scenario S4); and a notice of the township names no circle,
 * or the compensation of one village would hang in every other.
 * @example isInCircle(units, 'hexi', 'township') // false
 */
export function isInCircle(
  units: readonly Pick<Unit, 'id' | 'parentId'>[],
  noticeUnitId: string,
  boardUnitId: string,
): boolean {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  if (boardUnitId === TOWNSHIP_UNIT_ID || noticeUnitId === TOWNSHIP_UNIT_ID) return false
  // A unit is never its own ancestor, but a damaged table must not make this run for ever.
  let at: string | null = boardUnitId
  for (let steps = 0; at !== null && steps <= units.length; steps++) {
    if (at === noticeUnitId) return true
    at = parents.get(at) ?? null
  }
  return false
}
