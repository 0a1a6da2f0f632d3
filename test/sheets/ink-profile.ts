import type { InkPage } from './raster.ts'

/** A place where two pages differ: along which direction, in which strip, and how far from its beginning, in millimetres. */
export type InkDifference = {
  readonly along: 'DOWN' | 'ACROSS'
  readonly strip: number
  readonly at: number
}

/** Things may lie this far from where they lay: the noise of another rasteriser, not a moved rule. */
const TOLERANCE_MM = 1
/** Strips a page is cut into; a rule as long as one strip is seen in it as a full line. */
const STRIPS = 6
/** Ink, as a part of the strip's width, that must have come or gone in a line of dots before anything has changed. */
const LEAST_CHANGE = 0.2

type Line = Float64Array

/** How much ink lies in each line of dots of a strip, from 0 to 1. */
function profile(page: InkPage, along: 'DOWN' | 'ACROSS', strip: number): Line {
  const [length, breadth] = along === 'DOWN' ? [page.height, page.width] : [page.width, page.height]
  const from = Math.floor((breadth * strip) / STRIPS)
  const to = Math.floor((breadth * (strip + 1)) / STRIPS)
  const line = new Float64Array(length)
  for (let at = 0; at < length; at += 1) {
    let sum = 0
    for (let across = from; across < to; across += 1) {
      sum += page.ink[along === 'DOWN' ? at * page.width + across : across * page.width + at] ?? 0
    }
    line[at] = sum / (255 * (to - from))
  }
  return line
}

function firstAbove(line: Line, other: Line, reach: number): number | null {
  for (let at = 0; at < line.length; at += 1) {
    let most = 0
    for (let near = Math.max(0, at - reach); near <= Math.min(other.length - 1, at + reach); near += 1) {
      most = Math.max(most, other[near] ?? 0)
    }
    if ((line[at] ?? 0) - most > LEAST_CHANGE) return at
  }
  return null
}

/**
 * The first place where ink has come, gone or moved by more than a millimetre; null where two pages are the same but for the
 * noise of their edges. A page is cut into strips, each read as a row of sums: a rule, a line of text or a column that is not
 * where it was leaves a line of dots with ink where the other page has none within reach.
 */
export function firstDifference(page: InkPage, other: InkPage): InkDifference | null {
  if (page.width !== other.width || page.height !== other.height) return { along: 'DOWN', strip: 0, at: 0 }
  const reach = Math.round(TOLERANCE_MM * page.perMm)
  for (const along of ['DOWN', 'ACROSS'] as const) {
    for (let strip = 0; strip < STRIPS; strip += 1) {
      const [one, two] = [profile(page, along, strip), profile(other, along, strip)]
      const at = firstAbove(one, two, reach) ?? firstAbove(two, one, reach)
      if (at !== null) return { along, strip, at: Math.round(at / page.perMm) }
    }
  }
  return null
}
