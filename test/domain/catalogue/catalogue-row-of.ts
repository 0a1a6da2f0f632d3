import type { CatalogueItem, CatalogueRow } from '../../../domain/catalogue/catalogue-item.ts'

/** A row with what is given, the rest as a plain township row has it. */
export function rowWith(cells: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    serial: '1',
    itemLevel1: '社会救助',
    itemLevel2: '临时救助',
    itemLevel3: '',
    contentElements: '救助对象名单、救助金额、救助事由',
    legalBasis: '《社会救助暂行办法》',
    deadlineText: '20个工作日内',
    deadlineRule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
    deadlineRuleSet: false,
    displayPeriod: null,
    publishingUnit: '乡镇人民政府',
    channels: ['政府网站'],
    audience: 'ALL',
    audienceNote: '',
    disclosureScope: 'PUBLIC',
    disclosureMode: 'PROACTIVE',
    levels: ['乡级'],
    extra: {},
    sourceSheet: 'Sheet1',
    sourceRow: 4,
    ...cells,
  }
}

/** Items of rows in their order, with ids a, b, c… */
export function itemsOf(...rows: readonly CatalogueRow[]): readonly CatalogueItem[] {
  return rows.map((row, position) => ({
    ...row,
    id: String.fromCharCode(97 + position),
    catalogueId: 'catalogue',
    position,
  }))
}
