import type { CatalogueRow } from './catalogue-item.ts'

/**
 * A row with nothing in it, which says nothing either: what a person or a table gives is laid over it.
 * @example { ...BLANK_ROW, itemLevel1: '财政预决算' }
 */
export const BLANK_ROW: CatalogueRow = {
  serial: '',
  itemLevel1: '',
  itemLevel2: '',
  itemLevel3: '',
  contentElements: '',
  legalBasis: '',
  deadlineText: '',
  deadlineRule: null,
  deadlineRuleSet: false,
  displayPeriod: null,
  publishingUnit: '',
  channels: [],
  audience: 'UNSTATED',
  audienceNote: '',
  disclosureScope: 'PUBLIC',
  disclosureMode: 'UNSTATED',
  levels: [],
  extra: {},
  sourceSheet: '',
  sourceRow: 0,
}
