import type {
  Comparison,
  EntryDifference,
  ListedEntry,
  OwnEntry,
  UncertainReason,
  UnreadableRow,
} from './comparison.ts'
import { indexKey, numberKey, titleKey } from './entry-text.ts'

const datesOf = ({ publishDate, firstPublishDate, documentDate }: OwnEntry): readonly (string | null)[] => [
  publishDate,
  firstPublishDate,
  documentDate,
]

function differences(own: OwnEntry, listed: ListedEntry): readonly EntryDifference[] {
  // Of a withdrawn one only that it still stands there matters: its other words must not be looked at any more.
  if (own.state === 'WITHDRAWN') return listed.withdrawn ? [] : ['STILL_LISTED']
  if (listed.withdrawn) return ['WITHDRAWN_THERE']
  const found: EntryDifference[] = []
  if (listed.title !== null && own.title !== null && titleKey(listed.title) !== titleKey(own.title)) {
    found.push('TITLE')
  }
  // Lists give the day of the document or that of publication without saying which.
  if (listed.date !== null && !datesOf(own).includes(listed.date)) found.push('DATE')
  if (
    listed.documentNumber !== null &&
    own.documentNumber !== '' &&
    numberKey(listed.documentNumber) !== numberKey(own.documentNumber)
  ) {
    found.push('DOCUMENT_NUMBER')
  }
  return found
}

function byKey(
  own: readonly OwnEntry[],
  key: (entry: OwnEntry) => string,
): ReadonlyMap<string, readonly OwnEntry[]> {
  const found = new Map<string, OwnEntry[]>()
  for (const entry of own) {
    const text = key(entry)
    if (text === '') continue
    const known = found.get(text)
    if (known) known.push(entry)
    else found.set(text, [entry])
  }
  return found
}

/**
 * Compares what stands on the own board with a list of a portal or the county. By index number they are the same; the same title
 * or document number under another number, or without one, is for a person to judge, and a line that has no number but fits exactly one
 * notice in title and date, or in document number and title, is taken for it. Every line stands in exactly one group or is unreadable;
 * every published notice stands in exactly one group, apart from those a person is asked about together. Withdrawn ones count only when
 * they stand there. A line that the list itself marks as taken down agrees unless it is a published notice.
 * @example compareSets(own, listed).onlyHere
 */
export function compareSets(
  own: readonly OwnEntry[],
  listed: readonly ListedEntry[],
): Comparison & { readonly repeated: readonly UnreadableRow[] } {
  const byIndex = byKey(own, ({ indexNumber }) => indexKey(indexNumber))
  const seen = new Set<OwnEntry>()
  const repeated: UnreadableRow[] = []
  const different: { own: OwnEntry; listed: ListedEntry; differences: readonly EntryDifference[] }[] = []
  const uncertain: { own: readonly OwnEntry[]; listed: ListedEntry; reason: UncertainReason }[] = []
  const onlyThere: ListedEntry[] = []
  const left: ListedEntry[] = []
  let same = 0
  const pair = (one: OwnEntry, line: ListedEntry): void => {
    seen.add(one)
    const found = differences(one, line)
    if (found.length === 0) same += 1
    else different.push({ own: one, listed: line, differences: found })
  }
  // First all that name a number: a title must not take a notice away from the line that has its number.
  // And what is public there before what is marked as taken down: a former edition must not hide the present one.
  for (const line of [...listed.filter((one) => !one.withdrawn), ...listed.filter((one) => one.withdrawn)]) {
    const [one] = line.indexNumber === null ? [] : (byIndex.get(indexKey(line.indexNumber)) ?? [])
    if (one === undefined) left.push(line)
    else if (seen.has(one)) {
      const { sheet, row, indexNumber } = line
      repeated.push({ sheet, row, reason: 'LISTED_TWICE', text: indexNumber ?? '' })
    } else pair(one, line)
  }
  const free = own.filter((entry) => !seen.has(entry))
  const byTitle = byKey(free, ({ title }) => (title === null ? '' : titleKey(title)))
  const byNumber = byKey(free, ({ documentNumber }) => numberKey(documentNumber))
  const asked = new Set<OwnEntry>()
  for (const line of left) {
    const still = (entries: readonly OwnEntry[] = []) =>
      entries.filter((entry) => !seen.has(entry) && !(line.withdrawn && entry.state === 'WITHDRAWN'))
    const titled = still(line.title === null ? [] : byTitle.get(titleKey(line.title)))
    const numbered = still(line.documentNumber === null ? [] : byNumber.get(numberKey(line.documentNumber)))
    const [one, ...others] = titled.length > 0 ? titled : numbered
    if (one === undefined) {
      if (line.withdrawn) same += 1
      else onlyThere.push(line)
    } else if (others.length > 0) {
      for (const entry of [one, ...others]) asked.add(entry)
      uncertain.push({ own: [one, ...others], listed: line, reason: 'SEVERAL' })
    } else if (line.indexNumber === null && titled.length === 1 && isSure(one, line) && !asked.has(one))
      pair(one, line)
    else {
      asked.add(one)
      uncertain.push({
        own: [one],
        listed: line,
        reason: titled.length > 0 ? 'SAME_TITLE' : 'SAME_DOCUMENT_NUMBER',
      })
    }
  }
  return {
    onlyHere: own.filter((entry) => entry.state === 'PUBLISHED' && !seen.has(entry) && !asked.has(entry)),
    onlyThere,
    different,
    uncertain,
    same,
    repeated,
  }
}

/** A line without an index number that can be no other notice: title and day, or title and document number. */
function isSure(own: OwnEntry, line: ListedEntry): boolean {
  const sameDay = line.date !== null && datesOf(own).includes(line.date)
  const sameNumber =
    line.documentNumber !== null &&
    own.documentNumber !== '' &&
    numberKey(line.documentNumber) === numberKey(own.documentNumber)
  return sameDay || sameNumber
}
