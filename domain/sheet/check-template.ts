import { accept, refuse, type Result } from '../refusal.ts'
import { requiredParts } from './required-parts.ts'
import type { SheetForm } from './template.ts'
import type { TemplateDefinition } from './template-definition.ts'
import { typeArea } from './type-area.ts'

/** Numbers of a template that have bounds, by the words of `terms:templateField`. */
export const TEMPLATE_FIELDS = [
  'MARGIN_TOP',
  'MARGIN_RIGHT',
  'MARGIN_BOTTOM',
  'MARGIN_LEFT',
  'GRID_LINES',
  'GRID_CHARACTERS',
  'LEADING',
  'SIZE_HEAD',
  'SIZE_TITLE',
  'SIZE_HEADING',
  'SIZE_SUBHEADING',
  'SIZE_TEXT',
  'SIZE_TABLE',
  'SIZE_NOTE',
  'LEAST_TABLE_SIZE',
  'READ_FROM',
] as const
/** One of them. */
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]

/** A number of a template with what it may be: millimetres, points, lines, characters, metres. */
export type TemplateBound = {
  readonly field: TemplateField
  readonly value: number
  readonly least: number
  readonly most: number
}

const MM_PER_POINT = 25.4 / 72
/** Least type area, in millimetres: below it neither a heading nor a table of three columns stands. */
const LEAST_AREA = { width: 60, height: 80 }
/** Most printers cannot print nearer to the edge (our own figure; makers say 3 to 5 mm). */
const LEAST_MARGIN = 5
const SIZES = { least: 8, most: 120 }
/** How far characters may be pushed together, as a part of their size: 28 of 16 points on 156 mm take 1.3 %. */
const CLOSEST = 0.95
/** Lines nearer than this touch. */
const TIGHTEST = 1.1

/** As many as the smallest type would put on the largest paper, and some. */
const MOST_IN_GRID = 200

const down = (value: number) => Math.floor(value * 10) / 10

// Not `<`: what is no number is out of bounds too.
const isFitting = ({ value, least, most }: TemplateBound) => value >= least && value <= most

function gridBounds(definition: TemplateDefinition, isSound: boolean): TemplateBound[] {
  const { grid } = definition
  if (grid === null) return []
  if (!isSound) {
    // The margins or the size are at fault: what would fit with them says nothing.
    const any = { least: 1, most: MOST_IN_GRID }
    return [
      { field: 'GRID_LINES', value: grid.lines, ...any },
      { field: 'GRID_CHARACTERS', value: grid.characters, ...any },
    ]
  }
  const area = typeArea(definition)
  const size = definition.type.text.points * MM_PER_POINT
  const { top, bottom } = definition.margin
  const ink = area.page.height - top - bottom
  return [
    {
      field: 'GRID_LINES',
      value: grid.lines,
      least: 1,
      most: Math.max(1, Math.floor((ink - size) / (TIGHTEST * size)) + 1),
    },
    {
      field: 'GRID_CHARACTERS',
      value: grid.characters,
      // Set wider than a character apart it is no text any more.
      least: Math.ceil(area.width / (2 * size)),
      most: Math.floor(area.width / (CLOSEST * size)),
    },
  ]
}

/**
 * Every number of a template with what it may be, as its other numbers stand: margins leave a type area of 60 × 80 mm, type
 * is 8 to 120 points, a grid fits its characters with at most 5 % taken off their distance, a table never shrinks above its
 * own type. Bounds are our own; only the official template follows a standard.
 * @example templateBounds(definition).find(({ field }) => field === 'GRID_CHARACTERS')?.most // 29
 */
export function templateBounds(definition: TemplateDefinition): TemplateBound[] {
  const { margin, type } = definition
  const { page } = typeArea(definition)
  const edge = (field: TemplateField, value: number, opposite: number, most: number) => ({
    field,
    value,
    least: LEAST_MARGIN,
    // Where two opposite ones leave too little, only the wider is at fault.
    most: Math.max(LEAST_MARGIN, down(most - (opposite > value ? LEAST_MARGIN : opposite))),
  })
  const { width, height } = LEAST_AREA
  const edges = [
    edge('MARGIN_TOP', margin.top, margin.bottom, page.height - height),
    edge('MARGIN_RIGHT', margin.right, margin.left, page.width - width),
    edge('MARGIN_BOTTOM', margin.bottom, margin.top, page.height - height),
    edge('MARGIN_LEFT', margin.left, margin.right, page.width - width),
  ]
  const sizes: readonly TemplateBound[] = [
    { field: 'SIZE_HEAD', value: type.head.points, ...SIZES },
    { field: 'SIZE_TITLE', value: type.title.points, ...SIZES },
    { field: 'SIZE_HEADING', value: type.heading.points, ...SIZES },
    { field: 'SIZE_SUBHEADING', value: type.subheading.points, ...SIZES },
    { field: 'SIZE_TEXT', value: type.text.points, ...SIZES },
    { field: 'SIZE_TABLE', value: type.table.points, ...SIZES },
    { field: 'SIZE_NOTE', value: type.note.points, ...SIZES },
  ]
  return [
    ...edges,
    ...sizes,
    ...gridBounds(definition, [...edges, ...sizes].every(isFitting)),
    { field: 'LEADING', value: definition.leading, least: TIGHTEST, most: 3 },
    {
      field: 'LEAST_TABLE_SIZE',
      value: definition.leastTablePoints,
      least: SIZES.least,
      most: Math.max(SIZES.least, type.table.points),
    },
    { field: 'READ_FROM', value: definition.readFrom, least: 0.3, most: 20 },
  ]
}

/**
 * Judges a template before it is kept or shown. Refuses `template.invalid` with the first field that is out of bounds and
 * what it may be, `template.part-missing` with the first part its form may not go without.
 * @example checkTemplate('PLAIN', { ...definition, margin: { ...definition.margin, left: 150 } }).code // 'template.invalid'
 */
export function checkTemplate(form: SheetForm, definition: TemplateDefinition): Result<true> {
  const part = requiredParts(form).find((one) => !definition.parts.includes(one))
  if (part !== undefined) return refuse('template.part-missing', { part })
  const wrong = templateBounds(definition).find((bound) => !isFitting(bound))
  if (wrong === undefined) return accept(true)
  const { field, least, most } = wrong
  return refuse('template.invalid', { field, least, most })
}
