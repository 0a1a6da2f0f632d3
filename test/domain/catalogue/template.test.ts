import { describe, expect, it } from 'vitest'
import { adoptRows, isSame } from '../../../domain/catalogue/catalogue-diff.ts'
import { hasPersonalData } from '../../../domain/catalogue/row-privacy.ts'
import { ALL_TEMPLATES } from '../../../domain/catalogue/templates/all-templates.ts'
import { adaptTemplate } from '../../../domain/catalogue/templates/adapt-template.ts'
import { GOV_20 } from '../../../domain/catalogue/templates/gov-20.ts'
import { VILLAGE_FINANCE } from '../../../domain/catalogue/templates/village-finance.ts'
import { VILLAGE_AFFAIRS } from '../../../domain/catalogue/templates/village-affairs.ts'
import { type Template, TEMPLATE_IDS, templateRows } from '../../../domain/catalogue/templates/template.ts'
import { itemsOf } from './catalogue-row-of.ts'

const classesOf = (template: Template) =>
  templateRows(template).map(({ itemLevel2, deadlineRule }) => [itemLevel2, deadlineRule?.class ?? null])

describe('the lists the program brings', () => {
  it('are all offered, each with its source and what of it is not verified', () => {
    expect(ALL_TEMPLATES.map(({ id }) => id)).toEqual([...TEMPLATE_IDS])
    for (const { source } of ALL_TEMPLATES) expect(source).toMatch(/核实|核对|没有写明|为准/)
  })

  it.each(ALL_TEMPLATES.map((template) => [template.name, template] as const))(
    '%s: every deadline is understood, every row has a name of its own and no personal data',
    (_, template) => {
      const rows = templateRows(template)
      const unread = rows.filter(
        ({ deadlineText, deadlineRule, displayPeriod }) =>
          deadlineText !== '' && deadlineRule === null && displayPeriod === null,
      )
      expect(unread.map(({ deadlineText }) => deadlineText)).toEqual([])
      const names = rows.map(({ itemLevel1, itemLevel2, itemLevel3 }) => itemLevel1 + itemLevel2 + itemLevel3)
      expect(new Set(names).size).toBe(rows.length)
      expect(rows.filter(hasPersonalData)).toEqual([])
    },
  )

  it('the twenty matters stand in the deadline classes of their source', () => {
    const classes = classesOf(GOV_20)
    expect(new Set(classes.map(([name]) => name)).size).toBe(20)
    const count = (name: string | null) => classes.filter(([, one]) => one === name).length
    expect({
      at: count('IMMEDIATE'),
      month: count('MONTHLY'),
      quarter: count('QUARTERLY'),
      year: count('YEARLY'),
      batch: count('PER_BATCH'),
      standing: count('STANDING'),
      none: count(null),
    }).toEqual({ at: 8, month: 1, quarter: 4, year: 3, batch: 3, standing: 3, none: 1 })
  })

  it('village finance is due by the 15th of the next month, village matters by the 15th after the quarter', () => {
    const rules = (template: Template) => templateRows(template).map((row) => row.deadlineRule)
    expect(rules(VILLAGE_FINANCE)).toContainEqual({ class: 'MONTHLY', monthday: 15, offset: 'nextMonth' })
    expect(rules(VILLAGE_AFFAIRS)).toContainEqual({
      class: 'QUARTERLY',
      monthday: 15,
      offset: 'nextQuarterFirstMonth',
    })
    expect(rules(VILLAGE_AFFAIRS)).toContainEqual({
      class: 'ON_EVENT',
      amount: 10,
      unit: 'day',
      from: 'event',
    })
  })

  it('loaded again, leave what the office has filled in', () => {
    const rows = templateRows(GOV_20)
    const items = itemsOf(
      ...rows.map((row) => ({
        ...row,
        publishingUnit: '云溪镇人民政府',
        legalBasis: '《政府信息公开条例》',
        channels: ['政府网站'],
        ...(row.deadlineText === '' && {
          deadlineText: '即时公开',
          deadlineRule: { class: 'IMMEDIATE' as const },
        }),
      })),
    )
    expect(isSame(adoptRows(items, adaptTemplate(rows, items)).diff)).toBe(true)
    expect(isSame(adoptRows(items, rows).diff)).toBe(false)
  })

  it('lists of persons in a village stay within the village', () => {
    const rows = templateRows(VILLAGE_AFFAIRS)
    const lists = rows.filter(({ contentElements }) => contentElements.includes('名单'))
    expect(lists.length).toBeGreaterThan(3)
    expect(new Set(lists.map(({ disclosureScope }) => disclosureScope))).toEqual(new Set(['LIMITED_CIRCLE']))
  })
})
