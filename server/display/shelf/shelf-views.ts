import type { StoredShelf } from '../../../db/repos/shelf-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { CONTENT_GROUPS, type ContentGroup, contentGroupOf } from '../../../domain/display/content-group.ts'
import { PUBLIC_BOARDS, type PublicBoard, standsOn } from '../../../domain/display/public-board.ts'
import { regimeOfUnit } from '../../../domain/office/unit.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import { heldBack, toRow } from '../public-views.ts'
import { withValidity } from '../validity-badge.ts'
import type { PublicPage } from '../views.ts'
import type { PublicShelves } from './views.ts'

const PAGE_SIZE = 20

/** What a citizen asks a list by; all that is given must hold. */
export type ShelfQuery = {
  readonly unit?: string | undefined
  readonly board?: PublicBoard | undefined
  readonly contentGroup?: ContentGroup | undefined
  readonly group?: string | undefined
}

function contentGroupIn(shelf: StoredShelf, chosen: ReadonlyMap<string, ContentGroup>): ContentGroup {
  return chosen.get(shelf.groupId) ?? contentGroupOf(shelf)
}

// How many of each shelf the public gets none of.
function heldByShelf(read: Reads, ids: readonly number[]): ReadonlyMap<number, number> {
  const held = new Map<number, number>()
  for (const id of ids) {
    const shelf = read.shelf.of(id)
    if (shelf !== undefined) held.set(shelf, (held.get(shelf) ?? 0) + 1)
  }
  return held
}

function countOf(
  shelves: readonly StoredShelf[],
  held: ReadonlyMap<number, number>,
  belongs: (shelf: StoredShelf) => boolean,
): number {
  return shelves.reduce(
    (sum, shelf) => (belongs(shelf) ? sum + shelf.count - (held.get(shelf.id) ?? 0) : sum),
    0,
  )
}

/**
 * What the board holds by content group, board and unit; what is held back from the public is in no count.
 * @example publicShelves(read, clock.now()).units[0]?.count
 */
export function publicShelves(read: Reads, now: string): PublicShelves {
  const shelves = read.shelf.standing()
  const chosen = read.shelf.choices()
  const held = heldByShelf(read, heldBack(read, now).ids)
  const count = (belongs: (shelf: StoredShelf) => boolean) => countOf(shelves, held, belongs)
  return {
    asOf: now,
    contentGroups: CONTENT_GROUPS.map((contentGroup) => ({
      contentGroup,
      count: count((shelf) => contentGroupIn(shelf, chosen) === contentGroup),
    })),
    boards: PUBLIC_BOARDS.map((board) => ({ board, count: count((shelf) => standsOn(board, shelf)) })),
    units: read.unit
      .list()
      .map(({ id, name, kind, disabled }) => ({
        disabled,
        unit: { id, name, kind, regime: regimeOfUnit(kind), count: count(({ unitId }) => unitId === id) },
      }))
      .filter(({ disabled, unit }) => !disabled || unit.count > 0)
      .map(({ unit }) => unit),
  }
}

/**
 * A page of current notices of a unit, a board, a content group or all of these together, newest first.
 * @example shelfPage(read, { board: 'VILLAGE', unit: hexi }, null, clock.now()).total
 */
export function shelfPage(read: Reads, query: ShelfQuery, before: number | null, now: string): PublicPage {
  const chosen = read.shelf.choices()
  const { unit, board, contentGroup, group } = query
  const shelves = read.shelf
    .standing()
    .filter(
      (shelf) =>
        (unit === undefined || shelf.unitId === unit) &&
        (group === undefined || shelf.groupId === group) &&
        (board === undefined || standsOn(board, shelf)) &&
        (contentGroup === undefined || contentGroupIn(shelf, chosen) === contentGroup),
    )
  const held = heldBack(read, now)
  const rows = read.shelf.newest(
    shelves.map(({ id }) => id),
    before,
    PAGE_SIZE + 1,
    held.ids,
  )
  const page = rows.slice(0, PAGE_SIZE)
  const last = page[page.length - 1]
  return {
    items: withValidity(read, page.map(toRow), civilDateOf(now)),
    next: rows.length > PAGE_SIZE && last ? String(last.id) : null,
    total: countOf(shelves, heldByShelf(read, held.ids), () => true),
  }
}
