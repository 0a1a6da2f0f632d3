import type { StoredShelf } from '../../../../db/repos/shelf-repo.ts'
import { PUBLIC_BOARDS, standsOn } from '../../../../domain/display/public-board.ts'
import { civilDateOf } from '../../../../platform/clock.ts'
import { heldBack, toRow } from '../../../display/public-views.ts'
import { withValidity } from '../../../display/validity-badge.ts'
import type { PublicRow } from '../../../display/views.ts'
import { type Snapshot, standingRows } from '../public-set.ts'
import type { ListIndex, ListLine } from './list-html.ts'
import type { SiteList } from './site-path.ts'
import type { Say } from './site-words.ts'

/** A list with the shelves it is made of. */
export type ShelfList = ListIndex & { readonly shelves: readonly number[] }

/** All lists of standing notices. */
export type ShelfLists = {
  readonly all: ShelfList
  readonly boards: readonly ShelfList[]
  readonly units: readonly ShelfList[]
  readonly catalogues: readonly { readonly name: string; readonly groups: readonly ShelfList[] }[]
}

type Years = ReadonlyMap<number, ReadonlyMap<string, number>>

/** Standing notices by shelf and year, without those held back. */
function countYears({ asOf, store: { read } }: Pick<Snapshot, 'asOf' | 'store'>): Years {
  const years = new Map<number, Map<string, number>>()
  const add = (shelf: number, year: string, count: number) => {
    const known = years.get(shelf) ?? new Map<string, number>()
    years.set(shelf, known.set(year, (known.get(year) ?? 0) + count))
  }
  for (const { shelfId, year, count } of read.portal.years()) add(shelfId, year, count)
  for (const id of heldBack(read, asOf).ids) {
    const shelf = read.shelf.of(id)
    const year = read.edition.headById(id)?.publishDate.slice(0, 4)
    if (shelf !== undefined && year !== undefined) add(shelf, year, -1)
  }
  return years
}

/**
 * What lists there are and how long they are, without reading a single notice.
 * @example shelfLists(snapshot, say).boards[0]?.name // '政务'
 */
export function shelfLists(snapshot: Pick<Snapshot, 'asOf' | 'store'>, say: Say): ShelfLists {
  const { read } = snapshot.store
  const shelves = read.shelf.standing()
  const counted = countYears(snapshot)
  const list = (of: SiteList, name: string, belongs: (shelf: StoredShelf) => boolean): ShelfList => {
    const mine = shelves.filter(belongs).map(({ id }) => id)
    const sums = new Map<string, number>()
    for (const id of mine)
      for (const [year, count] of counted.get(id) ?? []) sums.set(year, (sums.get(year) ?? 0) + count)
    const years = [...sums]
      .filter(([, count]) => count > 0)
      .map(([year, count]) => ({ year, count }))
      .toSorted((one, other) => other.year.localeCompare(one.year))
    return { list: of, name, years, shelves: mine }
  }
  const filled = (lists: readonly ShelfList[]) => lists.filter(({ years }) => years.length > 0)
  const groups = new Map(shelves.map((shelf) => [shelf.groupId, shelf]))
  const catalogues = new Map<string, ShelfList[]>()
  for (const { groupId, group, catalogueName } of groups.values()) {
    const one = list({ kind: 'group', id: groupId }, group, (shelf) => shelf.groupId === groupId)
    const name = catalogueName === '' ? say('portal:ledger.noCatalogue') : catalogueName
    catalogues.set(name, [...(catalogues.get(name) ?? []), one])
  }
  return {
    all: list({ kind: 'all', id: '' }, say('portal:site.everything'), () => true),
    boards: filled(
      PUBLIC_BOARDS.map((board) =>
        list(
          { kind: 'board', id: board },
          say(board === 'FINANCE' ? 'kiosk:board.FINANCE' : `terms:regime.${board}`),
          (shelf) => standsOn(board, shelf),
        ),
      ),
    ),
    units: filled(
      read.unit.list().map(({ id, name }) => list({ kind: 'unit', id }, name, ({ unitId }) => unitId === id)),
    ),
    catalogues: [...catalogues]
      .map(([name, of]) => ({
        name,
        groups: filled(of).toSorted((one, other) => one.name.localeCompare(other.name, 'zh-Hans-CN')),
      }))
      .filter(({ groups: { length } }) => length > 0),
  }
}

/**
 * The lines of shelves, newest first, some hundred at a time.
 * @example for await (const row of rowsOf(snapshot, list.shelves)) …
 */
export async function* rowsOf(
  snapshot: Pick<Snapshot, 'asOf' | 'store'>,
  shelves: readonly number[],
): AsyncGenerator<PublicRow> {
  const today = civilDateOf(snapshot.asOf)
  for await (const rows of standingRows(snapshot, shelves)) {
    yield* withValidity(snapshot.store.read, rows.map(toRow), today)
  }
}

/**
 * A standing notice as a line of a list.
 * @example lineOf(row, say).tag // '公示'
 */
export function lineOf(row: PublicRow, say: Say): ListLine {
  return {
    indexNumber: row.indexNumber,
    title: row.title,
    date: row.publishDate,
    tag: say(`terms:noticeKind.${row.noticeKind}`),
    notes: [
      row.documentNumber,
      row.change === null ? '' : say(`terms:changeKind.${row.change}`),
      row.validity === undefined ? '' : say(`terms:validity.${row.validity}`),
    ].filter((text) => text !== ''),
  }
}
