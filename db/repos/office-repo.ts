import type { Office } from '../../domain/office/office.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account, instance, office } from '../schema/office.ts'

const { asc, eq, sql } = orm

/** A person with the Argon2id hash of the password; the hash never leaves the server. */
export type StoredAccount = typeof account.$inferSelect

/** A person as added; unless told otherwise the password is the person's own. */
export type NewAccount = Omit<StoredAccount, 'passwordSetByOther'> & Partial<StoredAccount>

/** Which database this is. */
export type StoredInstance = typeof instance.$inferSelect

/**
 * Reading the office and its people.
 * @example officeReads(db).office()?.name
 */
export function officeReads(db: Drizzle) {
  // Every request of every screen asks these: writing their SQL anew each time cost more than the answer.
  const ofInstance = db.select().from(instance).prepare()
  const ofOffice = db.select().from(office).prepare()
  const ofAccount = db
    .select()
    .from(account)
    .where(eq(account.id, sql.placeholder('id')))
    .prepare()
  return {
    /** Which database this is; undefined before set-up. */
    instance: (): StoredInstance | undefined => ofInstance.get(),
    /** The office; undefined before set-up. */
    office: (): Office | undefined => {
      const row = ofOffice.get()
      if (!row) return undefined
      const { only: _, updatedAt: __, ...rest } = row
      return rest
    },
    /** All people, in the order in which they were added. */
    accounts: (): StoredAccount[] =>
      db.select().from(account).orderBy(asc(account.createdAt), asc(account.id)).all(),
    /** One person. */
    accountById: (id: string): StoredAccount | undefined => ofAccount.get({ id }),
    /** One person by name. */
    accountByName: (name: string): StoredAccount | undefined =>
      db.select().from(account).where(eq(account.name, name)).get(),
  }
}

/**
 * Writing the office and its people.
 * @example officeWrites(db).saveOffice(office, now)
 */
export function officeWrites(db: Drizzle) {
  return {
    /** Names the database; once, at set-up. */
    insertInstance: (row: Omit<StoredInstance, 'restoredAt'>): void => {
      db.insert(instance).values(row).run()
    },
    /** Marks the database as brought back from a backup, under a new id. */
    markRestored: (id: string, restoredAt: string): void => {
      db.update(instance).set({ id, restoredAt }).run()
    },
    /** An administrator has seen to what happened since the backup. */
    confirmRestored: (): void => {
      db.update(instance).set({ restoredAt: null }).run()
    },
    /** Writes the one office row. */
    saveOffice: (value: Office, updatedAt: string): void => {
      const row = { only: 1, ...value, updatedAt }
      db.insert(office).values(row).onConflictDoUpdate({ target: office.only, set: row }).run()
    },
    /** Adds a person. */
    insertAccount: (row: NewAccount): void => {
      db.insert(account).values(row).run()
    },
    /** Changes roles, password or access of a person. */
    updateAccount: (
      id: string,
      change: Partial<Pick<StoredAccount, 'roles' | 'passwordHash' | 'passwordSetByOther' | 'disabled'>>,
    ): void => {
      db.update(account).set(change).where(eq(account.id, id)).run()
    },
  }
}
