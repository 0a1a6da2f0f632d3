import { isCoarse, leastType, PIXEL_FACE, type LegibleType } from './legible-type.ts'
import type { Screen, ScreenPane } from './screen.ts'
import { panesOf } from './screen-panes.ts'

/**
 * How a part of the screen is used: `PAGE` has head, text and foot; `COMPACT` is too low for a foot and office lines; `TICKER` has
 * one line; `NONE` is too small for any type that could be read.
 */
export type PaneForm = 'PAGE' | 'COMPACT' | 'TICKER' | 'NONE'

/** Where a part of the screen is, in its pixels, and what fits into it. */
export type PaneRoom = {
  readonly pane: ScreenPane
  readonly form: PaneForm
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Han characters in a line, and lines, within the padding. */
  readonly charactersPerLine: number
  readonly lines: number
  /** Rules and the room beside them in a table, in characters a column. */
  readonly cellGap: number
}

/** How a screen is divided, and the type everything on it is set in; all in whole pixels. */
export type GlassPlan = {
  readonly type: LegibleType
  readonly linePixels: number
  readonly padding: number
  /** By how many pixels at most the picture moves against burn-in; the padding is never less. */
  readonly shift: number
  readonly coarse: boolean
  /** Whether the type is set in the face of whole pixels. */
  readonly pixelFace: boolean
  readonly panes: readonly PaneRoom[]
}

const SIDE_SHARE = 1 / 3
const MOST_SHIFT = 12
// On an LED wall pixels are dear, and lines of the pixel face have their own gap.
const LINE = { fine: 1.42, coarse: 1.125 } as const
const CELL_GAP = { fine: 0.42, coarse: 0.35 } as const
const LEAST_CHARACTERS = 4
const PAGE_LINES = 7
const PAGE_CHARACTERS = 9

type Box = Pick<PaneRoom, 'left' | 'top' | 'width' | 'height'>

function formOf(pane: ScreenPane, charactersPerLine: number, lines: number): PaneForm {
  if (charactersPerLine < LEAST_CHARACTERS || lines < 1) return 'NONE'
  if (pane === 'TICKER') return 'TICKER'
  if (lines < 2) return 'TICKER'
  return lines >= PAGE_LINES && charactersPerLine >= PAGE_CHARACTERS ? 'PAGE' : 'COMPACT'
}

function boxes(
  panes: readonly ScreenPane[],
  width: number,
  height: number,
  ticker: number,
): ReadonlyMap<ScreenPane, Box> {
  if (!panes.includes('MAIN')) return new Map([['TICKER', { left: 0, top: 0, width, height }]])
  const rest = panes.includes('TICKER') ? Math.max(0, height - ticker) : height
  const found = new Map<ScreenPane, Box>()
  if (panes.includes('SIDE') && width >= height) {
    const side = Math.floor(width * SIDE_SHARE)
    found.set('MAIN', { left: 0, top: 0, width: width - side, height: rest })
    found.set('SIDE', { left: width - side, top: 0, width: side, height: rest })
  } else if (panes.includes('SIDE')) {
    const side = Math.floor(rest * SIDE_SHARE)
    found.set('MAIN', { left: 0, top: 0, width, height: rest - side })
    found.set('SIDE', { left: 0, top: rest - side, width, height: side })
  } else found.set('MAIN', { left: 0, top: 0, width, height: rest })
  if (panes.includes('TICKER')) found.set('TICKER', { left: 0, top: rest, width, height: height - rest })
  return found
}

/**
 * How a screen is divided and what fits: the one plan behind what is drawn and what is refused as not legible. Nothing on the glass
 * is set smaller than `type.fontPixels`.
 * @example glassPlan(screen).panes.find(({ pane }) => pane === 'MAIN')?.charactersPerLine // 21
 */
export function glassPlan(screen: Pick<Screen, 'geometry' | 'layout' | 'shift'>): GlassPlan {
  const { geometry } = screen
  const { pixelWidth: width, pixelHeight: height } = geometry
  const coarse = isCoarse(geometry)
  const type = leastType(geometry)
  const linePixels = Math.ceil(type.fontPixels * (coarse ? LINE.coarse : LINE.fine))
  const shift =
    screen.shift && !coarse ? Math.min(MOST_SHIFT, Math.round(Math.min(width, height) * 0.006)) : 0
  const padding = coarse
    ? Math.min(2, Math.floor(height / 48))
    : Math.max(shift + 4, Math.round(type.fontPixels * 0.45))
  const ticker = linePixels + 2 * (coarse ? 0 : Math.ceil(padding / 2))
  const found = boxes(panesOf(screen.layout), width, height, ticker)
  const panes = [...found].map(([pane, box]) => {
    // The line of a ticker runs from edge to edge, and its height was reckoned with half the padding.
    const around = pane === 'TICKER' ? 0 : 2 * padding
    const charactersPerLine = Math.max(0, Math.floor((box.width - around) / type.fontPixels))
    const lines = Math.max(0, Math.floor((box.height - around) / linePixels))
    return {
      pane,
      ...box,
      charactersPerLine,
      lines,
      cellGap: coarse ? CELL_GAP.coarse : CELL_GAP.fine,
      form: formOf(pane, charactersPerLine, lines),
    }
  })
  return {
    type,
    linePixels,
    padding,
    shift,
    coarse,
    pixelFace: coarse && type.fontPixels % PIXEL_FACE === 0,
    panes,
  }
}
