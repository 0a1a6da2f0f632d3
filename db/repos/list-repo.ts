import type { ListChange, ListChangeSet } from '../../domain/register/list-change.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import { listChange, listChangeSet, listDecision, listRegister, listStanding } from '../schema/register.ts'

const { asc, desc, eq, max } = orm

/** A list as stored: whose and of which kind it is. */
export type StoredList = typeof listRegister.$inferSelect

/** A person as named beside what they did. */
export type Actor = { readonly id: string; readonly name: string }

/** A change set with its changes and what became of it; `decision` is null while it waits. */
export type StoredChangeSet = ListChangeSet & {
  /** It takes personal information away, as either person said. */
  readonly personal: boolean
  readonly listId: string
  readonly sourceFile: string
  readonly proposedBy: Actor
  readonly proposedAt: string
  readonly decision: {
    /** Order of deciding, over all lists. */
    readonly sequence: number
    readonly decision: 'CONFIRMED' | 'RETURNED' | 'RECALLED'
    readonly reason: string
    readonly by: Actor
    readonly at: string
  } | null
}

/** The newest word on whether the public sees a list. */
export type StoredStanding = Omit<typeof listStanding.$inferSelect, 'accountId'> & { readonly by: Actor }

/**
 * Reading official lists and their change sets.
 * @example listReads(db).changeSets(listId).length
 */
export function listReads(db: Drizzle) {
  const people = () =>
    new Map(
      db
        .select()
        .from(account)
        .all()
        .map(({ id, name }) => [id, name]),
    )
  return {
    /** All lists in the order in which they were made. */
    list: (): StoredList[] => db.select().from(listRegister).orderBy(asc(listRegister.id)).all(),
    /** One list. */
    byId: (id: string): StoredList | undefined =>
      db.select().from(listRegister).where(eq(listRegister.id, id)).get(),
    /** Changes whenever anything the public may see of any list has changed. */
    stamp: (): string => {
      const decided = db
        .select({ last: max(listDecision.sequence) })
        .from(listDecision)
        .get()?.last
      const shown = db
        .select({ last: max(listStanding.sequence) })
        .from(listStanding)
        .get()?.last
      return `${decided ?? 0}/${shown ?? 0}`
    },
    /** The list of a change set. */
    listOf: (changeSetId: string): string | undefined =>
      db
        .select({ listId: listChangeSet.listId })
        .from(listChangeSet)
        .where(eq(listChangeSet.id, changeSetId))
        .get()?.listId,
    /** Every change set of a list with its changes, in the order of proposing. */
    changeSets: (listId: string): StoredChangeSet[] => {
      const names = people()
      const actor = (id: string): Actor => ({ id, name: names.get(id) ?? '' })
      const changes = new Map<string, ListChange[]>()
      const rows = db
        .select({ change: listChange })
        .from(listChange)
        .innerJoin(listChangeSet, eq(listChangeSet.id, listChange.changeSetId))
        .where(eq(listChangeSet.listId, listId))
        .orderBy(asc(listChange.changeSetId), asc(listChange.position))
        .all()
      for (const { change } of rows) {
        const { changeSetId, position: _, ...rest } = change
        const known = changes.get(changeSetId)
        if (known) known.push(rest)
        else changes.set(changeSetId, [rest])
      }
      return db
        .select({ set: listChangeSet, decision: listDecision })
        .from(listChangeSet)
        .leftJoin(listDecision, eq(listDecision.changeSetId, listChangeSet.id))
        .where(eq(listChangeSet.listId, listId))
        .orderBy(asc(listChangeSet.id))
        .all()
        .map(({ set, decision }) => ({
          ...set,
          personal: set.personal || decision?.personal === true,
          proposedBy: actor(set.proposedBy),
          changes: changes.get(set.id) ?? [],
          decision: decision && {
            sequence: decision.sequence,
            decision: decision.decision,
            reason: decision.reason,
            by: actor(decision.decidedBy),
            at: decision.decidedAt,
          },
        }))
    },
    /** The newest word on whether the public sees a list; undefined while nobody has said any. */
    standing: (listId: string): StoredStanding | undefined => {
      const row = db
        .select({ standing: listStanding, name: account.name })
        .from(listStanding)
        .innerJoin(account, eq(account.id, listStanding.accountId))
        .where(eq(listStanding.listId, listId))
        .orderBy(desc(listStanding.sequence))
        .limit(1)
        .get()
      if (!row) return undefined
      const { accountId, ...rest } = row.standing
      return { ...rest, by: { id: accountId, name: row.name } }
    },
  }
}

/**
 * Writing official lists; nothing of them is ever changed or deleted, only added to.
 * @example listWrites(db).insertChangeSet(set)
 */
export function listWrites(db: Drizzle) {
  return {
    /** Adds a list. */
    insert: (row: StoredList): void => {
      db.insert(listRegister).values(row).run()
    },
    /** Adds a change set with its changes. */
    insertChangeSet: (
      set: ListChangeSet &
        Pick<
          typeof listChangeSet.$inferSelect,
          'listId' | 'sourceFile' | 'proposedBy' | 'proposedAt' | 'personal'
        >,
    ): void => {
      const { changes, ...head } = set
      db.insert(listChangeSet).values(head).run()
      changes.forEach((change, position) => {
        db.insert(listChange)
          .values({ ...change, changeSetId: set.id, position })
          .run()
      })
    },
    /** Says what became of a change set. */
    decide: (row: Omit<typeof listDecision.$inferSelect, 'sequence'>): void => {
      const last = db
        .select({ last: max(listDecision.sequence) })
        .from(listDecision)
        .get()?.last
      db.insert(listDecision)
        .values({ ...row, sequence: (last ?? 0) + 1 })
        .run()
    },
    /** Takes a list from the public, or shows it again. */
    setStanding: (row: Omit<typeof listStanding.$inferSelect, 'sequence'>): void => {
      const last = db
        .select({ last: max(listStanding.sequence) })
        .from(listStanding)
        .get()?.last
      db.insert(listStanding)
        .values({ ...row, sequence: (last ?? 0) + 1 })
        .run()
    },
  }
}
