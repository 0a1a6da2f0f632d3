import type { ScreenLayout, ScreenPane } from './screen.ts'

const PANES: Readonly<Record<ScreenLayout, readonly ScreenPane[]>> = {
  FULL: ['MAIN'],
  FULL_TICKER: ['MAIN', 'TICKER'],
  SPLIT: ['MAIN', 'SIDE'],
  SPLIT_TICKER: ['MAIN', 'SIDE', 'TICKER'],
  TICKER: ['TICKER'],
}

/**
 * The parts a layout has, the main one first.
 * @example panesOf('SPLIT_TICKER') // ['MAIN', 'SIDE', 'TICKER']
 */
export function panesOf(layout: ScreenLayout): readonly ScreenPane[] {
  return PANES[layout]
}
