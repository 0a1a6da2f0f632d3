import type { Reads, Writes } from '../../db/store.ts'
import { indexSeries, parseIndexTemplate, renderIndexNumber } from '../../domain/notice/index-number.ts'

/**
 * The next index number of the office on a civil date; one that some edition already bears is passed over.
 * @example takeIndexNumber(read, write, '2026-03-05') // '11990000…/2026-00012'
 */
export function takeIndexNumber(read: Reads, write: Writes, date: string): string {
  const office = read.office.office()
  const template = office && parseIndexTemplate(office.indexTemplate)
  if (!office || !template?.ok) throw new Error('the index template was checked when the office was saved')
  const values = { uscc: office.uscc, regionCode: office.regionCode, classCode: '', date }
  const series = indexSeries(template.value, values)
  // Another template may have given the same text before: what hangs under a number keeps it.
  for (;;) {
    const number = renderIndexNumber(template.value, values, write.edition.takeSerial(series))
    if (read.edition.byIndexNumber(number).length === 0) return number
  }
}
