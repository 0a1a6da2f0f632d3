import type { StoredVoid } from '../../../db/repos/convention-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { formatDocumentNumber, parseDocumentNumber } from '../../../domain/notice/document-number.ts'
import { numberSeries, type NumberUse } from '../../../domain/notice/document-number-series.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { NumberAdvice, SeriesList, SeriesView, VoidView } from './views.ts'

type Collected = {
  readonly prefix: string
  readonly year: number
  readonly uses: NumberUse[]
  readonly voids: Map<number, VoidView>
}

function voidView({ reason, note, accountId, byName, at }: StoredVoid): VoidView {
  return { reason, note, by: { id: accountId, name: byName }, at }
}

// Typed for a run of numbers at once, an explanation is one line on the page.
const saidTogether = (one: VoidView, other: VoidView): boolean =>
  one.at === other.at && one.reason === other.reason && one.note === other.note

function collect(read: Reads): readonly Collected[] {
  const found = new Map<string, Collected>()
  const of = (prefix: string, year: number): Collected => {
    const key = `${prefix}〔${year}〕`
    let series = found.get(key)
    if (!series) found.set(key, (series = { prefix, year, uses: [], voids: new Map() }))
    return series
  }
  for (const { documentNumber, ...use } of read.convention.usedNumbers()) {
    // A draft may hold half a number; it reserves none.
    const number = parseDocumentNumber(documentNumber)
    if (!number.ok) continue
    const { prefix, year, serial } = number.value
    const { uses } = of(prefix, year)
    // The next draft of a published notice keeps its number: one line.
    if (uses.some((known) => known.serial === serial && known.noticeId === use.noticeId)) continue
    uses.push({ ...use, serial })
  }
  for (const row of read.convention.voids()) of(row.prefix, row.year).voids.set(row.serial, voidView(row))
  return [...found.values()]
}

function seriesView({ prefix, year, uses, voids }: Collected): SeriesView {
  const series = numberSeries(uses, voids, saidTogether)
  const unexplained = series.gaps
    .filter(({ explained }) => explained === null)
    .reduce((sum, { from, to }) => sum + to - from + 1, 0)
  return { prefix, year, ...series, unexplained }
}

/**
 * Every series of document numbers by prefix and year, newest year first, with its gaps and what was said about them. A
 * gap may well be a document that another register of the office holds; the board knows only its own.
 * @example seriesList(read, principal).series[0]?.gaps
 */
export function seriesList(read: Reads, principal: Principal): SeriesList {
  return {
    mayExplain: requireRole(principal, 'HANDLER').ok,
    series: collect(read)
      .map(seriesView)
      .toSorted((one, other) => other.year - one.year || (one.prefix < other.prefix ? -1 : 1)),
  }
}

/** Most series that offer a number. */
const OFFERED = 6

/**
 * What the editor says beside a document number: who else bears it, and which number is next in each series of the year, the
 * busiest first.
 * @example numberAdvice(read, noticeId, '云政发〔2026〕5号', 2026).next // ['云政发〔2026〕6号']
 */
export function numberAdvice(
  read: Reads,
  noticeId: string,
  documentNumber: string,
  year: number,
): NumberAdvice {
  const series = new Map<string, { last: number; used: number }>()
  const count = (prefix: string, serial: number, used: 0 | 1): void => {
    const known = series.get(prefix) ?? { last: 0, used: 0 }
    series.set(prefix, { last: Math.max(known.last, serial), used: known.used + used })
  }
  const others = [...read.convention.numbersOfYear(year), ...read.convention.reservedNumbers()]
  for (const use of others) {
    const number = parseDocumentNumber(use.documentNumber)
    if (use.noticeId === noticeId || !number.ok || number.value.year !== year) continue
    count(number.value.prefix, number.value.serial, 1)
  }
  for (const gap of read.convention.voids()) if (gap.year === year) count(gap.prefix, gap.serial, 0)
  const next = [...series]
    .toSorted(([one, first], [other, second]) => second.used - first.used || (one < other ? -1 : 1))
    .slice(0, OFFERED)
    .map(([prefix, { last }]) => formatDocumentNumber({ prefix, year, serial: last + 1 }))
  return { taken: takenBy(read, noticeId, documentNumber), next }
}

function takenBy(read: Reads, noticeId: string, documentNumber: string): NumberAdvice['taken'] {
  if (documentNumber === '') return null
  const published = read.convention.publishedWith(documentNumber, noticeId)
  const submitted = published ? undefined : read.convention.submittedWith(documentNumber, noticeId)
  const draft =
    published || submitted
      ? undefined
      : read.convention
          .reservedNumbers()
          .find((use) => use.documentNumber === documentNumber && use.noticeId !== noticeId)
  const other = published ?? submitted ?? draft
  if (!other) return null
  return {
    by: published ? 'PUBLISHED' : submitted ? 'SUBMITTED' : 'DRAFT',
    noticeId: other.noticeId,
    title: other.title,
    indexNumber: other.indexNumber,
  }
}
