import type { Board, Unit } from '../../domain/office/unit.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { office } from '../schema/office.ts'
import { board, unit } from '../schema/unit.ts'

const { asc, eq, sql } = orm

/**
 * Reading units and their boards.
 * @example unitReads(db).list()[0]?.name // '示例县云溪镇人民政府'
 */
export function unitReads(db: Drizzle) {
  const named = () =>
    db
      .select({
        id: unit.id,
        // The township bears the office's name, whatever that is now.
        name: sql<string>`CASE WHEN ${unit.kind} = 'TOWNSHIP' THEN coalesce((SELECT ${office.name} FROM ${office}), '') ELSE ${unit.name} END`,
        kind: unit.kind,
        parentId: unit.parentId,
        position: unit.position,
        disabled: unit.disabled,
      })
      .from(unit)
  return {
    /** All units, the township first. */
    list: (): Unit[] =>
      named()
        .orderBy(sql`${unit.kind} <> 'TOWNSHIP'`, asc(unit.position), asc(unit.id))
        .all(),
    /** One unit. */
    byId: (id: string): Unit | undefined => named().where(eq(unit.id, id)).get(),
    /** All boards in the order of their names. */
    boards: (): Board[] => db.select().from(board).orderBy(asc(board.unitId), asc(board.name)).all(),
  }
}

/**
 * Writing units and their boards; neither is ever deleted.
 * @example unitWrites(db).insert(unit)
 */
export function unitWrites(db: Drizzle) {
  return {
    /** Adds a unit. */
    insert: (row: Unit): void => {
      db.insert(unit).values(row).run()
    },
    /** Changes a unit; the township's name is the office's and is not changed here. */
    update: (id: string, change: Partial<Omit<Unit, 'id' | 'kind'>>): void => {
      db.update(unit).set(change).where(eq(unit.id, id)).run()
    },
    /** Adds a board. */
    insertBoard: (row: Board): void => {
      db.insert(board).values(row).run()
    },
    /** Changes a board. */
    updateBoard: (id: string, change: Partial<Omit<Board, 'id' | 'unitId'>>): void => {
      db.update(board).set(change).where(eq(board.id, id)).run()
    },
  }
}
