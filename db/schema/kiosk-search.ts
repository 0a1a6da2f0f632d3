import type { TitleReading } from '../../domain/search/title-reading.ts'
import { sqliteCore } from '../drizzle.ts'
import { edition } from './edition.ts'
import { account } from './office.ts'

const { integer, sqliteTable, text } = sqliteCore

/** How titles of current editions are said (migration 0027). */
export const titleReading = sqliteTable('title_reading', {
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => edition.id),
  reading: text('reading', { mode: 'json' }).$type<TitleReading>().notNull(),
  version: integer('version').notNull(),
})

/** The office's own readings and synonyms; append-only (migration 0027). */
export const searchWord = sqliteTable('search_word', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'READING' | 'SYNONYM'>().notNull(),
  word: text('word').notNull(),
  value: text('value').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** Which of them hold no more; append-only (migration 0027). */
export const searchWordEnd = sqliteTable('search_word_end', {
  searchWordId: text('search_word_id')
    .primaryKey()
    .references(() => searchWord.id),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})
