import type { ContentGroup } from '../../domain/display/content-group.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import { sqliteCore } from '../drizzle.ts'
import { edition, publicGroup } from './edition.ts'
import { account } from './office.ts'
import { unit } from './unit.ts'

const { integer, primaryKey, sqliteTable, text, unique } = sqliteCore

/** What stands on the board by heading, item, kind and unit; kept by triggers (migration 0032). */
export const publicShelf = sqliteTable(
  'public_shelf',
  {
    id: integer('id').primaryKey(),
    publicGroupId: text('public_group_id')
      .notNull()
      .references(() => publicGroup.id),
    item: text('item').notNull(),
    noticeKind: text('notice_kind').$type<NoticeKind>().notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    publishedCount: integer('published_count').notNull().default(0),
  },
  (table) => [unique().on(table.publicGroupId, table.item, table.noticeKind, table.unitId)],
)

/** Which shelf a standing edition is on; kept by triggers (migration 0032). */
export const standingShelf = sqliteTable(
  'standing_shelf',
  {
    shelfId: integer('shelf_id')
      .notNull()
      .references(() => publicShelf.id),
    editionId: integer('edition_id')
      .notNull()
      .unique()
      .references(() => edition.id),
  },
  (table) => [primaryKey({ columns: [table.shelfId, table.editionId] })],
)

/** In which content group the office puts a heading (migration 0032). */
export const contentGroupChoice = sqliteTable('content_group_choice', {
  sequence: integer('sequence').primaryKey(),
  publicGroupId: text('public_group_id')
    .notNull()
    .references(() => publicGroup.id),
  contentGroup: text('content_group').$type<ContentGroup>(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})
