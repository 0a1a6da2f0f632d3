import { describe, expect, it } from 'vitest'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import { checkTemplate, TEMPLATE_FIELDS, templateBounds } from '../../../domain/sheet/check-template.ts'
import { definitionOf, type TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import { SHEET_FORMS } from '../../../domain/sheet/template.ts'
import english from '../../../locales/en/terms.json' with { type: 'json' }
import chinese from '../../../locales/zh-Hans/terms.json' with { type: 'json' }
import { wideTableWays } from '../../../domain/sheet/wide-table-ways.ts'

const OFFICIAL = definitionOf(BUILT_IN_TEMPLATES.RED_HEAD)
const POSTER = definitionOf(BUILT_IN_TEMPLATES.POSTER)

function withText(definition: TemplateDefinition, points: number): TemplateDefinition {
  return { ...definition, type: { ...definition.type, text: { ...definition.type.text, points } } }
}

function refused(definition: TemplateDefinition) {
  // A form that asks for the code alone: the numbers are what is judged.
  const checked = checkTemplate('PLAIN_CARD', definition)
  return checked.ok ? null : checked.params
}

describe('a template of a sheet', () => {
  it.each(SHEET_FORMS)('of the product is within its own bounds: %s', (form) => {
    expect(checkTemplate(form, definitionOf(BUILT_IN_TEMPLATES[form]))).toEqual({ ok: true, value: true })
  })

  it.each(SHEET_FORMS)(
    'of the product asks for no way with wide tables that its form has not: %s',
    (form) => {
      expect(wideTableWays(form)).toContain(BUILT_IN_TEMPLATES[form].wideTable)
    },
  )

  it('of a form whose tables stand in a column can only refuse one that is too wide', () => {
    expect(wideTableWays('SERVICE_GUIDE')).toEqual(['REFUSE'])
    expect(wideTableWays('FIVE_ONES')).toEqual(['REFUSE'])
    expect(wideTableWays('PLAIN')).toEqual(['TURN', 'SPLIT', 'REFUSE'])
  })

  it.each([
    ['PUBLIC_DISPLAY', ['VERSION', 'PERIOD', 'OBJECTION', 'SEAL_SPACE', 'SIGNATURE']],
    ['RED_HEAD', ['VERSION', 'PERIOD', 'OBJECTION', 'SIGNATURE']],
    ['PLAIN_CARD', ['VERSION']],
    ['DISPLAY_CERTIFICATE', ['SEAL_SPACE']],
  ] as const)('of the form %s cannot go without what makes it one', (form, needed) => {
    const whole = definitionOf(BUILT_IN_TEMPLATES[form])
    for (const part of needed) {
      const without = { ...whole, parts: whole.parts.filter((one) => one !== part) }
      expect(checkTemplate(form, without)).toMatchObject({ code: 'template.part-missing', params: { part } })
    }
  })

  it('must leave a type area of 60 by 80 millimetres between its margins', () => {
    expect(refused({ ...OFFICIAL, margin: { ...OFFICIAL.margin, left: 125 } })).toEqual({
      field: 'MARGIN_LEFT',
      least: 5,
      most: 124,
    })
    // The same margin on the same paper lying on its side leaves enough.
    const lying = { ...OFFICIAL, paper: { size: 'A4', orientation: 'LANDSCAPE' }, grid: null } as const
    expect(refused({ ...lying, margin: { ...OFFICIAL.margin, left: 125 } })).toBeNull()
    expect(refused({ ...OFFICIAL, margin: { ...OFFICIAL.margin, top: 190 } })).toMatchObject({
      field: 'MARGIN_TOP',
    })
  })

  it('blames one number and not those that follow from it', () => {
    const wide = { ...OFFICIAL, margin: { ...OFFICIAL.margin, left: 150 } }
    const wrong = templateBounds(wide).filter(({ value, least, most }) => value < least || value > most)
    expect(wrong.map(({ field }) => field)).toEqual(['MARGIN_LEFT'])
  })

  it('must keep away from the edge, where printers cannot print', () => {
    expect(refused({ ...OFFICIAL, margin: { ...OFFICIAL.margin, bottom: 4 } })).toMatchObject({
      field: 'MARGIN_BOTTOM',
      least: 5,
    })
  })

  it('may push the characters of a line together by 5 % of their size and no further', () => {
    // 156 mm take 28 characters of 16 points at 98.7 % of their size, 29 at 95.3 %; the thirtieth would touch its neighbour.
    expect(refused({ ...OFFICIAL, grid: { lines: 22, characters: 29 } })).toBeNull()
    expect(refused({ ...OFFICIAL, grid: { lines: 22, characters: 30 } })).toEqual({
      field: 'GRID_CHARACTERS',
      least: 14,
      most: 29,
    })
    expect(refused({ ...OFFICIAL, grid: { lines: 22, characters: 13 } })).toMatchObject({
      field: 'GRID_CHARACTERS',
    })
  })

  it('must keep the lines of its grid apart, whatever size the text is given', () => {
    expect(refused({ ...OFFICIAL, grid: { lines: 40, characters: 28 } })).toMatchObject({
      field: 'GRID_LINES',
      most: 36,
    })
    expect(refused({ ...withText(OFFICIAL, 26), grid: { lines: 22, characters: 17 } })).toBeNull()
    expect(refused({ ...withText(OFFICIAL, 32), grid: { lines: 22, characters: 14 } })).toMatchObject({
      field: 'GRID_LINES',
    })
  })

  it('takes sizes from 8 to 120 points', () => {
    expect(refused(withText(POSTER, 120))).toBeNull()
    expect(refused(withText(POSTER, 120.5))).toMatchObject({ field: 'SIZE_TEXT', most: 120 })
    expect(refused(withText(POSTER, 7.5))).toMatchObject({ field: 'SIZE_TEXT', least: 8 })
    expect(refused(withText(POSTER, Number.NaN))).toMatchObject({ field: 'SIZE_TEXT' })
  })

  it('never lets a table shrink to more than its own size', () => {
    expect(refused({ ...POSTER, leastTablePoints: 28 })).toBeNull()
    expect(refused({ ...POSTER, leastTablePoints: 28.5 })).toEqual({
      field: 'LEAST_TABLE_SIZE',
      least: 8,
      most: 28,
    })
  })

  it('names every field in both languages', () => {
    const fields = templateBounds(OFFICIAL).map(({ field }) => field)
    expect([...fields].sort()).toEqual([...TEMPLATE_FIELDS].sort())
    for (const words of [chinese.templateField, english.templateField]) {
      expect(Object.keys(words).sort()).toEqual([...TEMPLATE_FIELDS].sort())
    }
  })
})
