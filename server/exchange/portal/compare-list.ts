import { setImmediate } from 'node:timers/promises'
import type { OwnEntry } from '../../../domain/exchange/portal/comparison.ts'
import { compareSets } from '../../../domain/exchange/portal/compare-sets.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import { openSnapshot, type Snapshot, standingRows, withdrawnNotices } from './public-set.ts'
import type { PortalComparisonView } from './views.ts'

async function ownEntries(snapshot: Snapshot): Promise<readonly OwnEntry[]> {
  const { read } = snapshot.store
  const own: OwnEntry[] = []
  const shelves = read.shelf.standing().map(({ id }) => id)
  for await (const rows of standingRows(snapshot, shelves)) {
    for (const { id, indexNumber, title, publishDate, documentNumber } of rows) {
      const dates = read.portal.dates(id)
      own.push({ indexNumber, title, publishDate, documentNumber, ...dates, state: 'PUBLISHED' })
    }
    await setImmediate()
  }
  for await (const { indexNumber, title, withdrawnDate } of withdrawnNotices(snapshot)) {
    own.push({
      indexNumber,
      title,
      publishDate: withdrawnDate,
      firstPublishDate: withdrawnDate,
      documentDate: null,
      documentNumber: '',
      state: 'WITHDRAWN',
    })
  }
  return own
}

/**
 * Compares what the public may read of the own board with the list of a portal or the county. Refuses `portal.list-unreadable`
 * and what reading a table refuses.
 * @example await compareList(deps, { fileName: '县门户.xlsx', bytes })
 */
export async function compareList(
  deps: Pick<Deps, 'dataFolder' | 'clock' | 'work'>,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<PortalComparisonView>> {
  const list = await deps.work.run('readPortalList', file)
  if (!list.ok) return list
  const snapshot = openSnapshot(deps)
  if (!snapshot.ok) return snapshot
  try {
    const own = await ownEntries(snapshot.value)
    const { listed, columns, kind } = list.value
    const { repeated, same, ...groups } = compareSets(own, listed)
    const unreadable = [...list.value.unreadable, ...repeated]
    return accept({
      asOf: snapshot.value.asOf,
      fileName: file.fileName,
      kind,
      columns,
      counts: {
        own: own.filter(({ state }) => state === 'PUBLISHED').length,
        listed: listed.length,
        same,
        onlyHere: groups.onlyHere.length,
        onlyThere: groups.onlyThere.length,
        different: groups.different.length,
        uncertain: groups.uncertain.length,
        unreadable: unreadable.length,
      },
      ...groups,
      unreadable,
    })
  } finally {
    snapshot.value.close()
  }
}
