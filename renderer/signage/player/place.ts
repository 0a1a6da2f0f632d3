import type { CSSProperties } from 'react'
import type { PaneRoom } from '../../../domain/signage/glass-plan.ts'

/** Where a part stands, as the plan says. */
export function placeOf({ left, top, width, height }: PaneRoom): CSSProperties {
  return { left, top, width, height }
}
