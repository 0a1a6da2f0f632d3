import { type Drizzle, orm } from '../drizzle.ts'
import { outbox } from '../schema/edition.ts'
import { networkContact, networkSchedule } from '../schema/network.ts'
import { account } from '../schema/office.ts'
import { countyCard, downwardPackage, receipt } from '../schema/receipt.ts'

const { desc, eq } = orm

/** When the program sends by itself, as stored. */
export type StoredNetworkSchedule = typeof networkSchedule.$inferSelect

/** One time the county was asked, as stored; `name` is the person's, null for the schedule. */
export type StoredNetworkContact = typeof networkContact.$inferSelect & { readonly name: string | null }

/**
 * Reading how the exchange over the network goes.
 * @example networkReads(db).schedule()?.enabled // false
 */
export function networkReads(db: Drizzle) {
  const contacts = () =>
    db
      .select({ contact: networkContact, name: account.name })
      .from(networkContact)
      .leftJoin(account, eq(account.id, networkContact.accountId))
      .orderBy(desc(networkContact.id))
      .limit(1)
  const stored = (row: { contact: typeof networkContact.$inferSelect; name: string | null } | undefined) =>
    row && { ...row.contact, name: row.name }
  return {
    /** The county packages go to: its newest card. */
    county: (): typeof countyCard.$inferSelect | undefined =>
      db.select().from(countyCard).orderBy(desc(countyCard.id)).limit(1).get(),
    /** Numbers of all receipts that came as files, with the database of the county that gave them. */
    receiptNumbers: (): { readonly countyInstanceId: string; readonly number: number }[] =>
      db
        .select({ countyInstanceId: receipt.countyInstanceId, number: receipt.number })
        .from(receipt)
        .where(eq(receipt.cameAs, 'FILE'))
        .all(),
    /** The same of packages from the county. */
    downwardNumbers: (): { readonly countyInstanceId: string; readonly number: number }[] =>
      db
        .select({ countyInstanceId: downwardPackage.countyInstanceId, number: downwardPackage.sequence })
        .from(downwardPackage)
        .all(),
    /** When the newest change of the outbox came in; undefined while it is empty. */
    newestChangeAt: (): string | undefined =>
      db.select({ at: outbox.queuedAt }).from(outbox).orderBy(desc(outbox.id)).limit(1).get()?.at,
    /** The schedule that counts; undefined while it was never set. */
    schedule: (): StoredNetworkSchedule | undefined =>
      db.select().from(networkSchedule).orderBy(desc(networkSchedule.id)).limit(1).get(),
    /** The newest time the county was asked. */
    lastAttempt: (): StoredNetworkContact | undefined => stored(contacts().get()),
    /** The newest time the county answered as itself. */
    lastContact: (): StoredNetworkContact | undefined =>
      stored(contacts().where(eq(networkContact.reached, true)).get()),
  }
}

/**
 * Writing how the exchange over the network goes.
 * @example networkWrites(db).setSchedule({ enabled: true, afterPublishing: true, everyHours: 4, accountId, at })
 */
export function networkWrites(db: Drizzle) {
  return {
    /** Puts a schedule in force. */
    setSchedule: (row: Omit<StoredNetworkSchedule, 'id'>): void => {
      db.insert(networkSchedule).values(row).run()
    },
    /** Puts on record that the county was asked, and what came of it. */
    insertContact: (row: Omit<typeof networkContact.$inferInsert, 'id'>): void => {
      db.insert(networkContact).values(row).run()
    },
  }
}
