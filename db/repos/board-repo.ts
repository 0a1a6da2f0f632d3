import { type Drizzle, orm } from '../drizzle.ts'
import { boardPanel, boardPhoto, panelGeometry } from '../schema/posting.ts'
import { account } from '../schema/office.ts'

const { desc, eq } = orm

/** A panel of a board as it is now; lengths in millimetres. */
export type StoredPanel = {
  readonly id: string
  readonly boardId: string
  readonly position: number
  readonly name: string
  readonly width: number
  readonly height: number
}

/** A photograph of a board. */
export type StoredBoardPhoto = typeof boardPhoto.$inferSelect & { readonly byName: string }

/**
 * Reading what the physical boards are made of.
 * @example boardReads(db).panels(null).length
 */
export function boardReads(db: Drizzle) {
  const panels = db.$client.prepare(
    `SELECT p.id, p.board_id AS boardId, g.position, g.name, g.width, g.height
     FROM board_panel p
     JOIN panel_geometry g ON g.sequence = (SELECT max(n.sequence) FROM panel_geometry n WHERE n.panel_id = p.id)
     WHERE g.gone = 0 AND ($board IS NULL OR p.board_id = $board)
     ORDER BY p.board_id, g.position, p.id`,
  )
  const revision = db.$client
    .prepare<[string]>(
      `SELECT coalesce(max(g.sequence), 0) FROM board_panel p JOIN panel_geometry g ON g.panel_id = p.id WHERE p.board_id = ?`,
    )
    .pluck()
  return {
    /** Number of the newest change of the panels of a board; 0 when it never had one. */
    panelsRevision: (boardId: string): number => Number(revision.get(boardId)),
    /** Panels that are there, board by board in their order; of one board or of all. */
    panels: (boardId: string | null): StoredPanel[] => panels.all({ board: boardId }) as StoredPanel[],
    /** The newest photograph of a board. */
    photo: (boardId: string): StoredBoardPhoto | undefined => {
      const row = db
        .select()
        .from(boardPhoto)
        .innerJoin(account, eq(account.id, boardPhoto.accountId))
        .where(eq(boardPhoto.boardId, boardId))
        .orderBy(desc(boardPhoto.id))
        .limit(1)
        .get()
      return row && { ...row.board_photo, byName: row.account.name }
    },
  }
}

/**
 * Writing what the boards are made of; sizes and photographs are added to and never changed.
 * @example boardWrites(db).geometry(row)
 */
export function boardWrites(db: Drizzle) {
  return {
    /** A panel joins a board; its size follows. */
    panel: (row: typeof boardPanel.$inferSelect): void => {
      db.insert(boardPanel).values(row).run()
    },
    /** Size and place of a panel from now on. */
    geometry: (row: Omit<typeof panelGeometry.$inferSelect, 'sequence'>): void => {
      db.insert(panelGeometry).values(row).run()
    },
    /** A photograph of a board; its file is on the disk already. */
    photo: (row: typeof boardPhoto.$inferSelect): void => {
      db.insert(boardPhoto).values(row).run()
    },
  }
}
