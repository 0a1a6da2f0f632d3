import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { Verification } from '../../domain/duty/rule-record.ts'
import type { PhotoMoment, PhotoSource, PhotoView } from '../../domain/posting/posting-state.ts'
import { sqliteCore } from '../drizzle.ts'
import { edition } from './edition.ts'
import { posting, postingRemoval } from './edition-record.ts'
import { account } from './office.ts'
import { board } from './unit.ts'

const { integer, sqliteTable, text } = sqliteCore

const by = () =>
  text('account_id')
    .notNull()
    .references(() => account.id)
const onBoard = () =>
  text('board_id')
    .notNull()
    .references(() => board.id)
const ofPosting = () =>
  text('posting_id')
    .notNull()
    .references(() => posting.id)
const picture = () => ({
  sha256: text('sha256').notNull(),
  size: integer('size').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  source: text('source').$type<PhotoSource>().notNull(),
  receivedAt: text('received_at').notNull(),
  claimedAt: text('claimed_at'),
  driftSeconds: integer('drift_seconds'),
  clockDoubtful: integer('clock_doubtful', { mode: 'boolean' }).notNull(),
  accountId: by(),
})

/** Panels of the physical boards (migration 0024). */
export const boardPanel = sqliteTable('board_panel', {
  id: text('id').primaryKey(),
  boardId: onBoard(),
  createdAt: text('created_at').notNull(),
})

/** Size and place of a panel; append-only, the newest counts (migration 0024). */
export const panelGeometry = sqliteTable('panel_geometry', {
  sequence: integer('sequence').primaryKey(),
  panelId: text('panel_id')
    .notNull()
    .references(() => boardPanel.id),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  gone: integer('gone', { mode: 'boolean' }).notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** Photographs of a board; append-only, the newest counts (migration 0024). */
export const boardPhoto = sqliteTable('board_photo', {
  id: text('id').primaryKey(),
  boardId: onBoard(),
  ...picture(),
})

/** Where a sheet lies on a panel; append-only, the newest counts (migration 0024). */
export const postingSpot = sqliteTable('posting_spot', {
  sequence: integer('sequence').primaryKey(),
  postingId: text('posting_id').notNull(),
  panelId: text('panel_id').references(() => boardPanel.id),
  x: integer('x'),
  y: integer('y'),
  width: integer('width'),
  height: integer('height'),
  accountId: by(),
  at: text('at').notNull(),
})

/** Sheets that are to be put up (migration 0025). */
export const postingPlan = sqliteTable('posting_plan', {
  id: text('id').primaryKey(),
  editionId: integer('edition_id')
    .notNull()
    .references(() => edition.id),
  boardId: onBoard(),
  plannedOn: text('planned_on').notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** What became of a plan (migration 0025). */
export const postingPlanEnd = sqliteTable('posting_plan_end', {
  planId: text('plan_id')
    .primaryKey()
    .references(() => postingPlan.id),
  outcome: text('outcome').$type<'POSTED' | 'CANCELLED' | 'OVERTAKEN'>().notNull(),
  reason: text('reason').notNull(),
  accountId: by(),
  at: text('at').notNull(),
  onDay: text('on_day').notNull(),
})

/** More than that a sheet was put up (migration 0025). */
export const postingDetail = sqliteTable('posting_detail', {
  postingId: text('posting_id')
    .primaryKey()
    .references(() => posting.id),
  witness: text('witness').notNull(),
  note: text('note').notNull(),
  pages: integer('pages'),
  printJobId: text('print_job_id'),
  clockDoubtful: integer('clock_doubtful', { mode: 'boolean' }).notNull(),
})

/** What happened to a sheet on the wall; append-only (migration 0025). */
export const postingEvent = sqliteTable('posting_event', {
  sequence: integer('sequence').primaryKey(),
  postingId: ofPosting(),
  kind: text('kind').$type<'CHECKED' | 'DAMAGED' | 'REPOSTED'>().notNull(),
  onDay: text('on_day').notNull(),
  note: text('note').notNull(),
  clockDoubtful: integer('clock_doubtful', { mode: 'boolean' }).notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** More than that a sheet was taken down (migration 0025). */
export const removalDetail = sqliteTable('removal_detail', {
  postingId: text('posting_id')
    .primaryKey()
    .references(() => postingRemoval.postingId),
  reason: text('reason').notNull(),
  note: text('note').notNull(),
  early: integer('early', { mode: 'boolean' }).notNull(),
  lastDay: text('last_day'),
  clockDoubtful: integer('clock_doubtful', { mode: 'boolean' }).notNull(),
})

/** Photographs of a sheet; append-only (migration 0025). */
export const postingPhoto = sqliteTable('posting_photo', {
  id: text('id').primaryKey(),
  postingId: ofPosting(),
  moment: text('moment').$type<Exclude<PhotoMoment, 'BOARD'>>().notNull(),
  view: text('view').$type<PhotoView>().notNull(),
  ...picture(),
})

/** Sheets and photographs that were entered in error; append-only (migration 0025). */
export const postingError = sqliteTable('posting_error', {
  sequence: integer('sequence').primaryKey(),
  postingId: ofPosting(),
  photoId: text('photo_id').references(() => postingPhoto.id),
  reason: text('reason').notNull(),
  clockDoubtful: integer('clock_doubtful', { mode: 'boolean' }).notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** Local rules of how long a sheet stays up; append-only, the newest in effect counts (migration 0025). */
export const postingRule = sqliteTable('posting_rule', {
  sequence: integer('sequence').primaryKey(),
  regime: text('regime').$type<Regime>().notNull(),
  effectiveFrom: text('effective_from').notNull(),
  days: integer('days'),
  unit: text('unit').$type<'day' | 'workday'>().notNull(),
  basis: text('basis').notNull(),
  verified: text('verified').$type<Verification>().notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** What is planned or hangs, kept by triggers (migration 0025). */
export const postingStanding = sqliteTable('posting_standing', {
  postingId: text('posting_id').primaryKey(),
  boardId: onBoard(),
})
