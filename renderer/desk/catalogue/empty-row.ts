import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'

/** A row with nothing in it, for an item that is added by hand. */
export function emptyItem(catalogueId: string, extras: readonly string[]): CatalogueItem {
  return {
    id: '',
    catalogueId,
    position: 0,
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
    audience: 'ALL',
    audienceNote: '',
    disclosureScope: 'PUBLIC',
    disclosureMode: 'PROACTIVE',
    levels: [],
    extra: Object.fromEntries(extras.map((name) => [name, ''])),
    sourceSheet: '',
    sourceRow: 0,
  }
}
