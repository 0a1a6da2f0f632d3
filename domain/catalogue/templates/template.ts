import { readDeadline } from '../../duty/deadline/deadline-text.ts'
import type { CatalogueRow, Regime } from '../catalogue-item.ts'
import { disclosureScopeOf } from '../disclosure-scope.ts'

/** Lists the program brings. */
export const TEMPLATE_IDS = [
  'GOV_20',
  'SERVICE_MATTERS',
  'VILLAGE_AFFAIRS',
  'VILLAGE_FINANCE',
  'PARTY_AFFAIRS',
] as const
/** One list. */
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** One item of a list; what is left out is empty, for the office to fill in. */
export type TemplateItem = {
  readonly level1: string
  readonly level2: string
  readonly level3?: string
  readonly contents: string
  /** 公开时限 in words; empty where the source gives none. */
  readonly deadline: string
  readonly basis?: string
  /** 特定群体 and who they are; left out, the whole society. */
  readonly group?: string
  readonly remark?: string
}

/** A list ready to load: data with its source, nothing that the source does not say. */
export type Template = {
  readonly id: TemplateId
  readonly name: string
  readonly regime: Regime
  /** Where the list comes from, and what of it is not verified. */
  readonly source: string
  readonly publishingUnit: string
  readonly channels: readonly string[]
  readonly level: string
  readonly items: readonly TemplateItem[]
}

/**
 * The rows of a list as an import would give them: deadlines read from their words, scope worked out.
 * @example templateRows(GOV_20)[0]?.deadlineRule // { class: 'IMMEDIATE' }
 */
export function templateRows(template: Template): readonly CatalogueRow[] {
  return template.items.map((item, at) => {
    const { rule: deadlineRule, displayPeriod } = readDeadline(item.deadline)
    const audience = item.group === undefined ? 'ALL' : 'SPECIFIC_GROUP'
    const row = {
      serial: String(at + 1),
      itemLevel1: item.level1,
      itemLevel2: item.level2,
      itemLevel3: item.level3 ?? '',
      contentElements: item.contents,
      legalBasis: item.basis ?? '',
      deadlineText: item.deadline,
      deadlineRule,
      deadlineRuleSet: false,
      displayPeriod,
      publishingUnit: template.publishingUnit,
      channels: template.channels,
      audience,
      audienceNote: item.group ?? '',
      disclosureMode: 'PROACTIVE',
      levels: [template.level],
      extra: item.remark === undefined ? {} : { 备注: item.remark },
      sourceSheet: '',
      sourceRow: 0,
    } as const
    return { ...row, disclosureScope: disclosureScopeOf(row) }
  })
}
