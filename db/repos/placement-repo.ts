import type { DisclosureScope } from '../../domain/catalogue/catalogue-item.ts'
import { ownPlacement, type NoticePlacement } from '../../domain/notice/placement.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { editionItem, noticePlacement } from '../schema/duty.ts'
import { edition } from '../schema/edition.ts'

const { desc, eq, sql } = orm

/** A published document as another names it. */
export type PublishedRef = { readonly indexNumber: string; readonly title: string }

/** How far an item goes that is not for everybody. */
export type ClosedScope = Exclude<DisclosureScope, 'PUBLIC'>

/** What stands published on an item that must not. */
export type PublishedOnItem = {
  readonly editionId: number
  readonly publicGroupId: string
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string
  readonly itemId: string
}

/** A published edition whose item is not for everybody. */
export type WithheldEdition = {
  readonly editionId: number
  readonly publicGroupId: string
  readonly noticeId: string
  readonly scope: ClosedScope
}

/**
 * Reading where notices belong, and what interprets what.
 * @example placementReads(db).of(noticeId).unitId // 'township'
 */
export function placementReads(db: Drizzle) {
  // From the few items to what hangs on them: asked the other way round it would look at every edition on the board.
  const forNamedPersons = db.$client.prepare(
    `SELECT e.id AS editionId, e.public_group_id AS publicGroupId, e.notice_id AS noticeId, e.title, e.index_number AS indexNumber, n.item_id AS itemId
     FROM item_not_public n
     CROSS JOIN edition_item i ON i.item_id = n.item_id
     CROSS JOIN edition e ON e.id = i.edition_id AND e.state = 'PUBLISHED'
     WHERE n.disclosure_scope = 'NAMED_PERSONS'
     ORDER BY e.id DESC`,
  )
  // What stands published and is not for everybody: for named persons, or for a limited circle, which reads it on paper.
  const withheld = db.$client.prepare(
    `SELECT e.id AS editionId, e.public_group_id AS publicGroupId, e.notice_id AS noticeId, n.disclosure_scope AS scope
     FROM item_not_public n
     CROSS JOIN edition_item i ON i.item_id = n.item_id
     CROSS JOIN edition e ON e.id = i.edition_id AND e.state = 'PUBLISHED'`,
  )
  const closed = db.$client
    .prepare(
      `SELECT i.edition_id, n.disclosure_scope FROM item_not_public n
       CROSS JOIN edition_item i ON i.item_id = n.item_id`,
    )
    .raw()
  const interpretations = db
    .select({ indexNumber: edition.indexNumber, title: edition.title })
    .from(edition)
    .where(
      sql`json_extract(content, '$.interprets.indexNumber') = ${sql.placeholder('indexNumber')}
        AND state = 'PUBLISHED' AND notice_kind = 'INTERPRETATION'`,
    )
    .orderBy(desc(edition.id))
    .prepare()
  return {
    /** Where a notice belongs; nothing on record means the township's own. */
    of: (noticeId: string): NoticePlacement => {
      const row = db.select().from(noticePlacement).where(eq(noticePlacement.noticeId, noticeId)).get()
      if (!row) return ownPlacement()
      const { noticeId: _, ...placement } = row
      return placement
    },
    /** Ids of the notices, drafts too, that say they interpret a notice; newest first. */
    interpreting: (noticeId: string): string[] =>
      db
        .select({ id: noticePlacement.noticeId })
        .from(noticePlacement)
        .where(
          // Written as the index on it is, or it would not be used.
          sql`json_extract(interpretation, '$.ofNoticeId') = ${noticeId} AND interpretation IS NOT NULL`,
        )
        .orderBy(desc(noticePlacement.noticeId))
        .all()
        .map(({ id }) => id),
    /** Interpretations on the board of the document under an index number, newest first; what was published counts. */
    publishedInterpretations: (indexNumber: string): PublishedRef[] => interpretations.all({ indexNumber }),
    /** What is published on items that now go to named persons only, newest first. */
    publishedForNamedPersons: (): PublishedOnItem[] => forNamedPersons.all() as PublishedOnItem[],
    /** Editions, former and gone ones too, on items that are not for everybody, and for whom they are. */
    closedEditions: (): ReadonlyMap<number, ClosedScope> => new Map(closed.all() as [number, ClosedScope][]),
    /** Whether an item is for everybody, by what the catalogues say now. */
    isForEverybody: (itemId: string): boolean =>
      db.$client.prepare('SELECT 1 FROM item_not_public WHERE item_id = ?').get(itemId) === undefined,
    /** What is published and the public at large gets none of, by what the catalogues say now. */
    withheld: (): WithheldEdition[] => withheld.all() as WithheldEdition[],
  }
}

/**
 * Writing where notices belong.
 * @example placementWrites(db).set(noticeId, placement)
 */
export function placementWrites(db: Drizzle) {
  return {
    /** Notes on which item an edition was published. */
    published: (editionId: number, itemId: string): void => {
      db.insert(editionItem).values({ editionId, itemId }).run()
    },
    /** Says where a notice belongs. */
    set: (noticeId: string, placement: NoticePlacement): void => {
      const row = { ...placement, noDuty: placement.noDuty ?? false }
      db.insert(noticePlacement)
        .values({ noticeId, ...row })
        .onConflictDoUpdate({ target: noticePlacement.noticeId, set: row })
        .run()
    },
  }
}
