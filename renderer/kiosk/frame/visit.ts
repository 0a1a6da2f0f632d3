import { createContext, useContext } from 'react'
import type { TextSize } from './text-size.ts'

/** How one visitor wants the glass; forgotten with the visit. */
export type VisitSettings = {
  readonly textSize: TextSize
  readonly contrast: 'STANDARD' | 'HIGH'
  readonly spacing: 'STANDARD' | 'WIDE'
  /** 低位: every control in the lower 40 % of the glass, within reach of a wheelchair. */
  readonly reach: 'STANDARD' | 'LOW'
  /** 长者模式: larger targets and type, fewer things at once. */
  readonly elder: boolean
}

/** How every visit begins. */
export const NEW_VISIT: VisitSettings = {
  textSize: 1,
  contrast: 'STANDARD',
  spacing: 'STANDARD',
  reach: 'STANDARD',
  elder: false,
}

/** The settings of this visit, and how to change some of them. */
export type Visit = {
  readonly settings: VisitSettings
  readonly change: (some: Partial<VisitSettings>) => void
}

/** Given by the kiosk's frame to every page. */
export const VisitContext = createContext<Visit>({ settings: NEW_VISIT, change: () => undefined })

/** The settings of the visit this page belongs to. */
export function useVisit(): Visit {
  return useContext(VisitContext)
}
