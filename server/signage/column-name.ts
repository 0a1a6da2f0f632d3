import type { Reads } from '../../db/store.ts'
import type { Screen, ScreenColumn } from '../../domain/signage/screen.ts'
import { sentencesIn, type Sentences } from '../../platform/sentence.ts'

let sentences: Sentences | undefined

// Made once: reading the words anew for every column cost more than the whole feed.
function say(key: string): string {
  return (sentences ??= sentencesIn('zh-Hans')).say(key)
}

/**
 * What a column is called on the glass: the heading, the unit with its board, the kind; Chinese, as all that hangs in public.
 * @example columnName(read, { kind: 'UNIT', unitId, regime: 'VILLAGE' }) // '河西村·村务公开'
 */
export function columnName(read: Reads, column: ScreenColumn): string {
  switch (column.kind) {
    case 'ALL':
      return say('terms:screenColumn.ALL')
    case 'GROUP':
      return read.edition.groupById(column.groupId)?.name || say('terms:screenColumn.NO_HEADING')
    case 'NOTICE_KIND':
      return say(`terms:noticeKind.${column.noticeKind}`)
    case 'UNIT': {
      const unit = read.unit.byId(column.unitId)?.name ?? ''
      return column.regime === null ? unit : `${unit}·${say(`terms:screenRegime.${column.regime}`)}`
    }
  }
}

/**
 * What the columns of a screen are called, by the id of the subscription.
 * @example columnNames(read, screen)[subscriptionId] // '财务公开'
 */
export function columnNames(read: Reads, screen: Screen): Readonly<Record<string, string>> {
  return Object.fromEntries(screen.subscriptions.map(({ id, column }) => [id, columnName(read, column)]))
}
