import { detect } from '../privacy/detect.ts'
import type { CatalogueRow } from './catalogue-item.ts'

/**
 * Whether the words of a row hold what the privacy gate blocks: a catalogue stands on the kiosk and goes to the county
 * like any notice (domain book §7.4).
 * @example hasPersonalData(row) // true for an identity number in 公开内容
 */
export function hasPersonalData(row: CatalogueRow): boolean {
  const texts = [
    row.serial,
    row.itemLevel1,
    row.itemLevel2,
    row.itemLevel3,
    row.contentElements,
    row.legalBasis,
    row.deadlineText,
    row.publishingUnit,
    row.audienceNote,
    ...row.channels,
    ...row.levels,
    ...Object.entries(row.extra).flat(),
  ]
  const said = texts.filter((text) => text !== '').join('\t')
  return detect(said).some(({ severity }) => severity === 'BLOCK')
}
