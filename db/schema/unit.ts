import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { UnitKind } from '../../domain/office/unit.ts'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { sqliteCore } from '../drizzle.ts'

const { integer, sqliteTable, text } = sqliteCore

/** Units under the office (migration 0008). */
export const unit = sqliteTable('unit', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').$type<UnitKind>().notNull(),
  parentId: text('parent_id').references((): AnySQLiteColumn => unit.id),
  position: integer('position').notNull(),
  disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
})

/** Physical boards of the units (migration 0008). */
export const board = sqliteTable('board', {
  id: text('id').primaryKey(),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  name: text('name').notNull(),
  place: text('place').notNull(),
  regime: text('regime').$type<Regime>().notNull(),
  disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
})
