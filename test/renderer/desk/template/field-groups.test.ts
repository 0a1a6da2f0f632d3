import { describe, expect, it } from 'vitest'
import { BUILT_IN_TEMPLATES } from '../../../../domain/sheet/built-in-templates.ts'
import { definitionOf } from '../../../../domain/sheet/template-definition.ts'
import {
  isSameDefinition,
  isSameGroup,
  restoreGroup,
} from '../../../../renderer/desk/template/field-groups.ts'

const SHIPPED = definitionOf(BUILT_IN_TEMPLATES.POSTER)

describe('groups of what is adjusted in a template', () => {
  it('one is set back without touching the others', () => {
    const adjusted = { ...SHIPPED, leading: 2, margin: { ...SHIPPED.margin, left: 40 }, readFrom: 4 }
    const restored = restoreGroup(adjusted, SHIPPED, 'AREA')
    expect(restored).toEqual({ ...SHIPPED, readFrom: 4 })
    expect(isSameGroup(restored, SHIPPED, 'AREA')).toBe(true)
    expect(isSameGroup(restored, SHIPPED, 'READING')).toBe(false)
  })

  it('in which order parts were ticked is no change to be saved', () => {
    const turned = { ...SHIPPED, parts: SHIPPED.parts.toReversed() }
    expect(isSameDefinition(turned, SHIPPED)).toBe(true)
    expect(isSameDefinition({ ...SHIPPED, parts: SHIPPED.parts.slice(1) }, SHIPPED)).toBe(false)
  })

  it.each([
    ['paper', { paper: { ...SHIPPED.paper, orientation: 'LANDSCAPE' } }],
    ['grid', { grid: { lines: 20, characters: 20 } }],
    ['type', { type: { ...SHIPPED.type, note: { ...SHIPPED.type.note, bold: true } } }],
    ['wideTable', { wideTable: 'TURN' }],
    ['leastTablePoints', { leastTablePoints: 20 }],
    ['pageNumber', { pageNumber: 'NONE' }],
    ['readFrom', { readFrom: 3 }],
  ] as const)('whatever is adjusted can be saved: %s', (_, change) => {
    expect(isSameDefinition({ ...SHIPPED, ...change }, SHIPPED)).toBe(false)
  })
})
