import type { SheetTemplate } from './template.ts'

const MM_PER_POINT = 25.4 / 72
const PAPER = { A4: { short: 210, long: 297 }, A3: { short: 297, long: 420 } } as const

/** Where text stands on a page, in millimetres. */
export type TypeArea = {
  readonly page: { readonly width: number; readonly height: number }
  /** From the edge to the line boxes; less than the template's margin where that is measured to the ink. */
  readonly margin: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
  /** Of the line boxes. */
  readonly width: number
  readonly height: number
  /** From one line of text to the next. */
  readonly pitch: number
  /** How far one character of the text stands from the next. */
  readonly character: number
}

function pageOf(paper: SheetTemplate['paper']): TypeArea['page'] {
  const { short, long } = PAPER[paper.size]
  return paper.orientation === 'PORTRAIT' ? { width: short, height: long } : { width: long, height: short }
}

/**
 * The type area of a template. With a grid it is measured over the ink of its characters (GB/T 9704-2012 as read by
 * GB/T 33476.2 [P, unverified]): a line box is taller than its characters, so the page's margins are smaller by half of that
 * difference at head and foot. `page` replaces the paper, for a sheet that takes half of one.
 * @example typeArea(BUILT_IN_TEMPLATES.RED_HEAD).pitch // 10.4455
 */
export function typeArea(
  template: Pick<SheetTemplate, 'paper' | 'margin' | 'grid' | 'leading' | 'type'>,
  page: TypeArea['page'] = pageOf(template.paper),
): TypeArea {
  const { margin, grid } = template
  const size = template.type.text.points * MM_PER_POINT
  const width = page.width - margin.left - margin.right
  const ink = page.height - margin.top - margin.bottom
  if (grid === null) {
    return { page, margin, width, height: ink, pitch: size * template.leading, character: size }
  }
  const pitch = grid.lines > 1 ? (ink - size) / (grid.lines - 1) : ink
  const half = (pitch - size) / 2
  return {
    page,
    margin: { ...margin, top: margin.top - half, bottom: margin.bottom - half },
    width,
    height: ink + 2 * half,
    pitch,
    character: width / grid.characters,
  }
}

/**
 * The same template on its paper turned by a right angle, head of the table at the binding (GB/T 9704-2012, 8): for a
 * table too wide for the paper upright.
 * @example typeArea(turned(BUILT_IN_TEMPLATES.PLAIN)).page // { width: 297, height: 210 }
 */
export function turned<T extends Pick<SheetTemplate, 'paper' | 'margin' | 'grid'>>(template: T): T {
  const { top, right, bottom, left } = template.margin
  const upright = template.paper.orientation === 'PORTRAIT'
  return {
    ...template,
    paper: { ...template.paper, orientation: upright ? 'LANDSCAPE' : 'PORTRAIT' },
    margin: upright
      ? { top: left, right: top, bottom: right, left: bottom }
      : { top: right, right: bottom, bottom: left, left: top },
    grid: null,
  }
}
