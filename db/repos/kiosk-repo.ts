import type { KioskRules } from '../../domain/kiosk/kiosk-rules.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { kioskEvent, kioskPin, kioskSetting } from '../schema/kiosk.ts'
import { account } from '../schema/office.ts'
import { replica } from '../schema/replica.ts'

const { and, desc, eq, getTableColumns, gt, inArray, isNull, lt, max } = orm

/** A row of the maintenance log. */
export type StoredKioskEvent = typeof kioskEvent.$inferSelect

/** How the kiosk behaves, and who said so. */
export type StoredKioskSetting = typeof kioskSetting.$inferSelect & { readonly by: string }

const LOG_PAGE = 50
/** Tries of the PIN that are looked back at: a day's worth of the network's computers, several times over. */
const TRIES_BACK = 200

/**
 * Reading what the office set for its kiosk, and what was done at the glass.
 * @example kioskReads(db).setting()?.idleSeconds // 90
 */
export function kioskReads(db: Drizzle) {
  return {
    /** The settings in force; undefined when nobody ever set any. */
    setting: (): StoredKioskSetting | undefined =>
      db
        .select({ ...getTableColumns(kioskSetting), by: account.name })
        .from(kioskSetting)
        .innerJoin(account, eq(account.id, kioskSetting.accountId))
        .orderBy(desc(kioskSetting.sequence))
        .limit(1)
        .get(),
    /** The Argon2id hash of the PIN in force, and when it was set; undefined when none ever was. */
    pin: (): { readonly pinHash: string; readonly at: string; readonly by: string } | undefined =>
      db
        .select({ pinHash: kioskPin.pinHash, at: kioskPin.at, by: account.name })
        .from(kioskPin)
        .innerJoin(account, eq(account.id, kioskPin.accountId))
        .orderBy(desc(kioskPin.sequence))
        .limit(1)
        .get(),
    /** Tries of the PIN in force at the office's own server, newest first, at most two hundred: a replica counts for itself. */
    pinTries: (): StoredKioskEvent[] => {
      const set = db
        .select({ at: max(kioskEvent.sequence) })
        .from(kioskEvent)
        .where(eq(kioskEvent.kind, 'PIN_SET'))
      return db
        .select()
        .from(kioskEvent)
        .where(
          and(
            isNull(kioskEvent.replicaId),
            inArray(kioskEvent.kind, ['PIN_WRONG', 'PIN_RIGHT']),
            gt(kioskEvent.sequence, set.get()?.at ?? 0),
          ),
        )
        .orderBy(desc(kioskEvent.sequence))
        .limit(TRIES_BACK)
        .all()
    },
    /** A stretch of the log with the replica's name, newest first, before a sequence or from the end; at most fifty. */
    events: (before: number | null): (StoredKioskEvent & { readonly replica: string | null })[] =>
      db
        .select({ ...getTableColumns(kioskEvent), replica: replica.name })
        .from(kioskEvent)
        .leftJoin(replica, eq(replica.id, kioskEvent.replicaId))
        .where(before === null ? undefined : lt(kioskEvent.sequence, before))
        .orderBy(desc(kioskEvent.sequence))
        .limit(LOG_PAGE)
        .all(),
  }
}

/**
 * Writing what the office sets for its kiosk, and what is done at the glass. Everything is only ever added.
 * @example kioskWrites(db).addSetting({ ...rules, accountId, at })
 */
export function kioskWrites(db: Drizzle) {
  return {
    /** From now on the kiosk behaves so. */
    addSetting: (row: KioskRules & { readonly accountId: string; readonly at: string }): void => {
      db.insert(kioskSetting).values(row).run()
    },
    /** From now on this PIN holds. */
    addPin: (row: Omit<typeof kioskPin.$inferInsert, 'sequence'>): void => {
      db.insert(kioskPin).values(row).run()
    },
    /** Something was done, or tried, at the glass. */
    addEvent: (row: Omit<StoredKioskEvent, 'sequence'>): void => {
      db.insert(kioskEvent).values(row).run()
    },
  }
}
