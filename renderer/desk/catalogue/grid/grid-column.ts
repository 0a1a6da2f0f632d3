import type { ReactNode } from 'react'

/** A column of a grid. */
export type GridColumn<Line> = {
  readonly key: string
  readonly heading: string
  /** Least width in pixels; columns that do not stick share what is left. */
  readonly width: number
  readonly stick?: 'left' | 'right'
  readonly rowHeader?: boolean
  /** The heading is for screen readers only. */
  readonly hideHeading?: boolean
  readonly cell: (line: Line) => ReactNode
  /** An editor over the cell; without one the cell is opened in another way. */
  readonly edit?: (line: Line, done: () => void) => ReactNode
}
