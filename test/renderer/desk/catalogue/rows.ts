import type { CatalogueNote, CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'

/** A row as it was read from the third line of a sheet, with what a test changes in it. */
export function readRow(change: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    serial: '1',
    itemLevel1: '低保',
    itemLevel2: '审核信息',
    itemLevel3: '',
    contentElements: '初审对象名单',
    legalBasis: '',
    deadlineText: '10个工作日内',
    deadlineRule: { class: 'ON_EVENT', amount: 10, unit: 'workday', from: 'formed_or_changed' },
    deadlineRuleSet: false,
    displayPeriod: null,
    publishingUnit: '镇人民政府',
    channels: ['村公示栏'],
    audience: 'ALL',
    audienceNote: '',
    disclosureScope: 'PUBLIC',
    disclosureMode: 'PROACTIVE',
    levels: ['村级'],
    extra: {},
    sourceSheet: '社会救助',
    sourceRow: 3,
    ...change,
  }
}

/** A remark of the reader. */
export function noteOf(code: CatalogueNote['code'], row: number, text = ''): CatalogueNote {
  return { code, sheet: '社会救助', row, text }
}
