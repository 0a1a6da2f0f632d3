import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { ContentGroup } from '../../domain/display/content-group.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { Drizzle } from '../drizzle.ts'
import { contentGroupChoice } from '../schema/shelf.ts'
import { notHeld, PUBLIC_COLUMNS, type StoredPublicRow } from './public-repo.ts'

/** One shelf: what stands on the board of one heading, item, kind and unit. */
export type StoredShelf = {
  readonly id: number
  readonly groupId: string
  readonly group: string
  readonly catalogueName: string
  readonly regime: Regime
  readonly item: string
  readonly noticeKind: NoticeKind
  readonly unitId: string
  readonly count: number
}

// So many of the newest editions are looked at before the shelves are asked one by one.
const WALKED = 400

/**
 * Reading what stands on the board by unit, board and content group, without looking at every edition.
 * @example shelfReads(db).standing()[0]?.count
 */
export function shelfReads(db: Drizzle) {
  const database = db.$client
  const standing = database.prepare(
    `SELECT s.id, g.id AS groupId, g.name AS "group", g.catalogue_name AS catalogueName, g.regime, s.item,
       s.notice_kind AS noticeKind, s.unit_id AS unitId, s.published_count AS count
     FROM public_shelf s JOIN public_group g ON g.id = s.public_group_id
     WHERE s.published_count > 0`,
  )
  // Shelf by shelf, each from its own end: asked for all at once it would sort everything that stands on them.
  const newest = database
    .prepare<[number, number, string, number]>(
      `SELECT edition_id FROM standing_shelf WHERE shelf_id = ? AND edition_id < ? AND ${notHeld('edition_id')}
       ORDER BY edition_id DESC LIMIT ?`,
    )
    .pluck()
  // Most lists hold a good part of the board: their first page stands among the newest few hundred.
  const walk = database
    .prepare<[number, string, number]>(
      `SELECT edition_id, shelf_id FROM standing_shelf WHERE edition_id < ? AND ${notHeld('edition_id')}
       ORDER BY edition_id DESC LIMIT ?`,
    )
    .raw()
  const row = database.prepare<[number]>(
    `SELECT ${PUBLIC_COLUMNS} FROM edition e JOIN public_group g ON g.id = e.public_group_id WHERE e.id = ?`,
  )
  const shelfOf = database
    .prepare<[number]>('SELECT shelf_id FROM standing_shelf WHERE edition_id = ?')
    .pluck()
  const choices = database.prepare(
    `SELECT public_group_id AS groupId, content_group AS contentGroup FROM content_group_choice ORDER BY sequence`,
  )
  return {
    /** Every shelf with something on it. */
    standing: (): StoredShelf[] => standing.all() as StoredShelf[],
    /** Current editions on any of the shelves before a row number, newest first, without those held back. */
    newest: (
      shelves: readonly number[],
      before: number | null,
      limit: number,
      held: readonly number[],
    ): StoredPublicRow[] => {
      const passed = JSON.stringify(held)
      const from = before ?? Number.MAX_SAFE_INTEGER
      const asked = new Set(shelves)
      const ids: number[] = []
      if (shelves.length > 1) {
        for (const [id, shelf] of walk.iterate(from, passed, WALKED) as IterableIterator<[number, number]>) {
          if (asked.has(shelf)) ids.push(id)
          if (ids.length === limit) break
        }
      }
      const found =
        ids.length === limit
          ? ids
          : shelves
              .flatMap((shelf) => newest.all(shelf, from, passed, limit) as number[])
              .sort((one, other) => other - one)
              .slice(0, limit)
      return found.map((id) => row.get(id) as StoredPublicRow)
    },
    /** The shelf a standing edition is on. */
    of: (editionId: number): number | undefined => shelfOf.get(editionId) as number | undefined,
    /** The content group the office has put a heading in, by id of the heading; what was given back to the rule is not there. */
    choices: (): ReadonlyMap<string, ContentGroup> => {
      const chosen = new Map<string, ContentGroup>()
      for (const { groupId, contentGroup } of choices.all() as {
        groupId: string
        contentGroup: ContentGroup | null
      }[]) {
        if (contentGroup === null) chosen.delete(groupId)
        else chosen.set(groupId, contentGroup)
      }
      return chosen
    },
  }
}

/**
 * Writing in which content group the office puts a heading.
 * @example shelfWrites(db).choose({ publicGroupId, contentGroup: 'PLEDGE', accountId, at })
 */
export function shelfWrites(db: Drizzle) {
  return {
    /** Puts a heading in a content group, or gives it back to the rule with null. */
    choose: (row: Omit<typeof contentGroupChoice.$inferInsert, 'sequence'>): void => {
      db.insert(contentGroupChoice).values(row).run()
    },
  }
}
