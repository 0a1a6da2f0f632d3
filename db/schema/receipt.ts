import type { DownwardKind } from '../../domain/exchange/downward.ts'
import type { RecordFaultCode } from '../../domain/exchange/record-fault.ts'
import type { ReceiptVerdict } from '../../domain/exchange/receipt.ts'
import { sqliteCore } from '../drizzle.ts'
import { edition } from './edition.ts'
import { account } from './office.ts'

const { foreignKey, integer, primaryKey, sqliteTable, text, unique } = sqliteCore

/** Counties by their cards; the newest counts (migration 0033). */
export const countyCard = sqliteTable('county_card', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  code: text('code').notNull(),
  instanceId: text('instance_id').notNull(),
  keyId: text('key_id').notNull(),
  publicKey: text('public_key').notNull(),
  recipient: text('recipient').notNull(),
  address: text('address'),
  certificate: text('certificate'),
  card: text('card').notNull(),
  addedBy: text('added_by')
    .notNull()
    .references(() => account.id),
  addedAt: text('added_at').notNull(),
})

/** What the county answered; append-only (migration 0033). */
export const receipt = sqliteTable(
  'receipt',
  {
    id: integer('id').primaryKey(),
    countyInstanceId: text('county_instance_id').notNull(),
    number: integer('number').notNull(),
    digest: text('digest').notNull(),
    instanceId: text('instance_id').notNull(),
    sequence: integer('sequence').notNull(),
    verdict: text('verdict').$type<ReceiptVerdict>().notNull(),
    accepted: integer('accepted').notNull(),
    rejected: integer('rejected').notNull(),
    heldInstanceId: text('held_instance_id'),
    heldSequence: integer('held_sequence'),
    heldSeal: text('held_seal'),
    heldChange: integer('held_change'),
    missingFrom: integer('missing_from'),
    waiting: text('waiting').notNull(),
    unknown: text('unknown').notNull(),
    claimedAt: text('claimed_at').notNull(),
    cameAs: text('came_as').$type<'FILE' | 'CODE'>().notNull(),
    place: text('place').$type<'NEW' | 'COUNTY_RESTORED' | 'LATE'>().notNull(),
    takenBy: text('taken_by').references(() => account.id),
    takenAt: text('taken_at').notNull(),
    document: text('document').notNull(),
  },
  (table) => [unique().on(table.countyInstanceId, table.number, table.cameAs)],
)

/** What a receipt says of one change (migration 0033). */
export const receiptItem = sqliteTable(
  'receipt_item',
  {
    receiptId: integer('receipt_id')
      .notNull()
      .references(() => receipt.id),
    change: integer('change').notNull(),
    result: text('result').$type<'ACCEPTED' | 'REJECTED'>().notNull(),
    faultCode: text('fault_code').$type<RecordFaultCode>(),
    faultParams: text('fault_params'),
    remarks: text('remarks').notNull(),
  },
  (table) => [primaryKey({ columns: [table.receiptId, table.change] })],
)

/** A rejected change: work for somebody (migration 0033). */
export const exchangeTask = sqliteTable(
  'exchange_task',
  {
    id: text('id').primaryKey(),
    receiptId: integer('receipt_id')
      .notNull()
      .references(() => receipt.id),
    change: integer('change').notNull(),
    editionId: integer('edition_id')
      .notNull()
      .references(() => edition.id),
    faultCode: text('fault_code').$type<RecordFaultCode>().notNull(),
    faultParams: text('fault_params').notNull(),
    openedAt: text('opened_at').notNull(),
  },
  (table) => [unique().on(table.receiptId, table.change)],
)

/** How such a task ended (migration 0033). */
export const exchangeTaskEnd = sqliteTable('exchange_task_end', {
  taskId: text('task_id')
    .primaryKey()
    .references(() => exchangeTask.id),
  how: text('how').$type<'ACCEPTED' | 'WITHDRAWN' | 'OFFERED_AGAIN' | 'CLOSED_BY_PERSON'>().notNull(),
  note: text('note').notNull(),
  accountId: text('account_id').references(() => account.id),
  at: text('at').notNull(),
})

/** A package from the county (migration 0033). */
export const downwardPackage = sqliteTable(
  'downward_package',
  {
    countyInstanceId: text('county_instance_id').notNull(),
    sequence: integer('sequence').notNull(),
    seal: text('seal').notNull(),
    claimedAt: text('claimed_at').notNull(),
    takenBy: text('taken_by').references(() => account.id),
    takenAt: text('taken_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyInstanceId, table.sequence] })],
)

/** One thing such a package brought (migration 0033). */
export const downwardItem = sqliteTable(
  'downward_item',
  {
    id: text('id').primaryKey(),
    countyInstanceId: text('county_instance_id').notNull(),
    sequence: integer('sequence').notNull(),
    kind: text('kind').$type<DownwardKind>().notNull(),
    key: text('key').notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.countyInstanceId, table.sequence],
      foreignColumns: [downwardPackage.countyInstanceId, downwardPackage.sequence],
    }),
  ],
)

/** What a person decided about it (migration 0033). */
export const downwardItemEnd = sqliteTable('downward_item_end', {
  itemId: text('item_id')
    .primaryKey()
    .references(() => downwardItem.id),
  how: text('how').$type<'TAKEN' | 'DECLINED' | 'READ' | 'OVERTAKEN'>().notNull(),
  note: text('note').notNull(),
  accountId: text('account_id').references(() => account.id),
  at: text('at').notNull(),
})
