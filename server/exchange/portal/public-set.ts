import { setImmediate } from 'node:timers/promises'
import { openDatabase } from '../../../db/open.ts'
import { type Store, storeOver } from '../../../db/store.ts'
import type { StoredNewest } from '../../../db/repos/portal-repo.ts'
import type { StoredPublicRow } from '../../../db/repos/public-repo.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import type { Clock } from '../../../platform/clock.ts'
import { databaseFile } from '../../create-deps.ts'
import type { Deps } from '../../deps.ts'
import { heldBack, openEdition, publicNotice } from '../../display/public-views.ts'
import type { PublicEdition, PublicNotice, Tombstone } from '../../display/views.ts'

/** The board as it stood at one instant, whatever is published while it is read. */
export type Snapshot = {
  readonly asOf: string
  readonly store: Store
  /** Stands still at `asOf`. */
  readonly clock: Clock
  readonly close: () => void
}

const AT_ONCE = 200

/**
 * Opens the board for reading it through as it stands now: a connection of its own in one read transaction, so that a notice withdrawn
 * half-way is either still everywhere or nowhere. Refuses what opening a database refuses.
 * @example const snapshot = openSnapshot(deps)
 */
export function openSnapshot(deps: Pick<Deps, 'dataFolder' | 'clock'>): Result<Snapshot> {
  const opened = openDatabase(databaseFile(deps.dataFolder), { readonly: true })
  if (!opened.ok) return opened
  const database = opened.value
  database.exec('BEGIN')
  // A transaction begins with its first reading.
  database.prepare('SELECT count(*) FROM office').get()
  const asOf = deps.clock.now()
  const store = storeOver(database)
  return accept({
    asOf,
    store,
    clock: { ...deps.clock, now: () => asOf },
    close: () => {
      database.exec('ROLLBACK')
      database.close()
    },
  })
}

/** A notice as the public may read it, with its former editions that are still open. */
export type PublicEntry = { readonly notice: PublicNotice; readonly former: readonly PublicEdition[] }

/**
 * Everything the public may read, notice by notice in order of publication: editions, what stays of withdrawn ones. What goes to a
 * limited circle or to named persons never comes, and of those that were withdrawn not even that there was something. Requests of the
 * kiosk come in between. `seen` hears of each notice looked at.
 * @example for await (const { notice } of publicEntries(snapshot)) …
 */
export async function* publicEntries(
  snapshot: Pick<Snapshot, 'asOf' | 'store'>,
  seen: () => void = () => undefined,
): AsyncGenerator<PublicEntry> {
  const { read } = snapshot.store
  let last = 0
  let batch: readonly StoredNewest[]
  do {
    batch = read.portal.newestAfter(last, AT_ONCE)
    for (const { id, indexNumber } of batch) {
      last = id
      seen()
      await setImmediate()
      const notice = publicNotice(read, indexNumber, snapshot.asOf)
      if (!notice.ok) continue
      if (notice.value.state === 'WITHDRAWN') {
        if (!heldBack(read, snapshot.asOf).closed({ id })) yield { notice: notice.value, former: [] }
        continue
      }
      const former = read.edition
        .headsByIndexNumber(indexNumber)
        .filter(({ state }) => state === 'SUPERSEDED')
        .flatMap((head) => {
          const stored = read.edition.byId(head.id)
          const open = stored && openEdition(read, stored, snapshot.asOf)
          return open?.ok ? [open.value] : []
        })
      yield { notice: notice.value, former }
    }
  } while (batch.length === AT_ONCE)
}

/**
 * What stands on shelves, newest first and some at a time, without what is held back.
 * @example for await (const rows of standingRows(snapshot, shelves)) …
 */
export async function* standingRows(
  { asOf, store: { read } }: Pick<Snapshot, 'asOf' | 'store'>,
  shelves: readonly number[],
): AsyncGenerator<readonly StoredPublicRow[]> {
  const held = heldBack(read, asOf).ids
  let before: number | null = null
  for (;;) {
    await setImmediate()
    const rows = read.shelf.newest(shelves, before, AT_ONCE, held)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    before = last.id
  }
}

/**
 * What stays of the notices that were withdrawn, newest first; of those that were never for everybody nothing.
 * @example for await (const gone of withdrawnNotices(snapshot)) …
 */
export async function* withdrawnNotices({
  asOf,
  store: { read },
}: Pick<Snapshot, 'asOf' | 'store'>): AsyncGenerator<Tombstone & { readonly editionId: number }> {
  const held = heldBack(read, asOf)
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    await setImmediate()
    const batch = read.portal.withdrawnBefore(before, AT_ONCE)
    const last = batch.at(-1)
    if (last === undefined) return
    for (const { id, indexNumber } of batch) {
      if (held.closed({ id })) continue
      const gone = publicNotice(read, indexNumber, asOf)
      if (gone.ok && gone.value.state === 'WITHDRAWN') yield { ...gone.value, editionId: id }
    }
    before = last.id
  }
}
