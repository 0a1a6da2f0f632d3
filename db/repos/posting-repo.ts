import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { ledgerRowHash, type LedgerRowKind } from '../ledger-row.ts'
import {
  postingDetail,
  postingError,
  postingEvent,
  postingPhoto,
  postingPlan,
  postingPlanEnd,
  postingRule,
  postingSpot,
  removalDetail,
} from '../schema/posting.ts'

const { desc } = orm

/** A sheet, planned, hanging or gone, as stored. */
export type StoredSheet = {
  readonly id: string
  readonly editionId: number
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
  readonly noticeKind: NoticeKind
  readonly documentNumber: string
  readonly publishDate: string
  readonly editionState: 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'
  /** A later edition says that it corrects: the day it was published. */
  readonly correctedOn: string | null
  readonly withdrawnOn: string | null
  readonly withdrawalReason: WithdrawalReason | null
  readonly expiresAt: string | null
  readonly boardId: string
  readonly plannedOn: string | null
  readonly plannedAt: string | null
  readonly plannedByName: string | null
  readonly planOutcome: 'POSTED' | 'CANCELLED' | 'OVERTAKEN' | null
  readonly planReason: string | null
  readonly planEndedAt: string | null
  readonly planEndedOn: string | null
  readonly planEndedByName: string | null
  readonly postedOn: string | null
  readonly postedAt: string | null
  readonly postedByName: string | null
  readonly witness: string | null
  readonly postedNote: string | null
  readonly pages: number | null
  readonly removedOn: string | null
  readonly removedAt: string | null
  readonly removedByName: string | null
  readonly removalReason: string | null
  readonly removalNote: string | null
  readonly early: 0 | 1 | null
  readonly removalLastDay: string | null
  /** Why it was marked as entered in error, when and by whom; null when it was not. */
  readonly errorReason: string | null
  readonly errorAt: string | null
  readonly errorByName: string | null
  readonly panelId: string | null
  readonly x: number | null
  readonly y: number | null
  readonly width: number | null
  readonly height: number | null
}

/** Something that happened to a sheet on the wall. */
export type StoredPostingEvent = typeof postingEvent.$inferSelect & { readonly byName: string }

/** A photograph of a sheet. */
export type StoredPostingPhoto = typeof postingPhoto.$inferSelect & {
  readonly byName: string
  readonly errorReason: string | null
  readonly errorAt: string | null
  readonly errorByName: string | null
}

/** A local rule of how long sheets stay up. */
export type StoredPostingRule = typeof postingRule.$inferSelect & { readonly byName: string }

// Plan and posting bear one id; a posting of before there were plans has none, a plan that nobody hung has no posting.
const SHEETS = `
  SELECT ids.value AS id, e.id AS editionId, e.notice_id AS noticeId, e.title, e.index_number AS indexNumber,
    e.edition_number AS editionNumber, e.hash, e.notice_kind AS noticeKind, e.document_number AS documentNumber,
    e.publish_date AS publishDate, e.state AS editionState,
    (SELECT min(n.publish_date) FROM edition n JOIN edition_record c ON c.edition_id = n.id
      WHERE e.state = 'SUPERSEDED' AND n.notice_id = e.notice_id AND n.edition_number > e.edition_number
        AND c.change_kind = 'CORRECTION') AS correctedOn,
    w.withdrawn_date AS withdrawnOn, w.reason AS withdrawalReason, er.expires_at AS expiresAt,
    coalesce(p.board_id, l.board_id) AS boardId,
    l.planned_on AS plannedOn, l.at AS plannedAt, la.name AS plannedByName,
    le.outcome AS planOutcome, le.reason AS planReason, le.at AS planEndedAt, le.on_day AS planEndedOn, lea.name AS planEndedByName,
    p.posted_on AS postedOn, p.posted_at AS postedAt, pa.name AS postedByName,
    d.witness, d.note AS postedNote, d.pages,
    r.removed_on AS removedOn, r.removed_at AS removedAt, ra.name AS removedByName,
    rd.reason AS removalReason, rd.note AS removalNote, rd.early, rd.last_day AS removalLastDay,
    x.reason AS errorReason, x.at AS errorAt, xa.name AS errorByName,
    s.panel_id AS panelId, s.x, s.y, s.width, s.height
  FROM json_each(?) ids
  LEFT JOIN posting p ON p.id = ids.value
  LEFT JOIN posting_plan l ON l.id = ids.value
  CROSS JOIN edition e ON e.id = coalesce(p.edition_id, l.edition_id)
  LEFT JOIN edition_record er ON er.edition_id = e.id
  LEFT JOIN withdrawal w ON w.edition_id = e.id
  LEFT JOIN account la ON la.id = l.account_id
  LEFT JOIN posting_plan_end le ON le.plan_id = l.id
  LEFT JOIN account lea ON lea.id = le.account_id
  LEFT JOIN account pa ON pa.id = p.posted_by
  LEFT JOIN posting_detail d ON d.posting_id = p.id
  LEFT JOIN posting_removal r ON r.posting_id = p.id
  LEFT JOIN account ra ON ra.id = r.removed_by
  LEFT JOIN removal_detail rd ON rd.posting_id = p.id
  LEFT JOIN posting_error x ON x.posting_id = p.id AND x.photo_id IS NULL
  LEFT JOIN account xa ON xa.id = x.account_id
  LEFT JOIN posting_spot s ON s.sequence = (SELECT max(n.sequence) FROM posting_spot n WHERE n.posting_id = ids.value)
  ORDER BY ids.key`

// Of a row `p` of `posting` or `posting_plan`.
const IN_ERROR = 'EXISTS (SELECT 1 FROM posting_error x WHERE x.posting_id = p.id AND x.photo_id IS NULL)'

// What stands is few; what is over grows for ever, so its state is asked where it is stored and not of the newest few.
const OVER = {
  REMOVED: {
    from: 'posting',
    where: `EXISTS (SELECT 1 FROM posting_removal r WHERE r.posting_id = p.id) AND NOT ${IN_ERROR}`,
  },
  CANCELLED: {
    from: 'posting_plan',
    where: `EXISTS (SELECT 1 FROM posting_plan_end n WHERE n.plan_id = p.id AND n.outcome <> 'POSTED')`,
  },
  ENTERED_IN_ERROR: { from: 'posting', where: IN_ERROR },
} as const

/** In which way a sheet can be over. */
export type OverState = keyof typeof OVER

/**
 * Reading the ledger of what is to be put up, hangs, and hung.
 * @example postingReads(db).standing(null).length
 */
export function postingReads(db: Drizzle) {
  const database = db.$client
  const sheets = database.prepare<[string]>(SHEETS)
  const standing = database
    .prepare<[{ board: string | null }]>(
      'SELECT posting_id FROM posting_standing WHERE $board IS NULL OR board_id = $board ORDER BY posting_id',
    )
    .pluck()
  const standingOn = database
    .prepare<[string]>('SELECT posting_id FROM posting_standing WHERE board_id = ? ORDER BY posting_id')
    .pluck()
  const ofNotice = database
    .prepare<[{ notice: string }]>(
      `SELECT p.id FROM edition e CROSS JOIN posting p ON p.edition_id = e.id WHERE e.notice_id = $notice
       UNION SELECT l.id FROM edition e CROSS JOIN posting_plan l ON l.edition_id = e.id WHERE e.notice_id = $notice
       ORDER BY 1 DESC`,
    )
    .pluck()
  const ofBoard = database
    .prepare<[{ board: string; limit: number }]>(
      `SELECT id FROM (SELECT id FROM posting p WHERE board_id = $board AND NOT ${IN_ERROR} ORDER BY id DESC LIMIT $limit)
       UNION SELECT id FROM (SELECT id FROM posting_plan p WHERE board_id = $board AND NOT ${IN_ERROR} ORDER BY id DESC LIMIT $limit)
       ORDER BY 1 DESC LIMIT $limit`,
    )
    .pluck()
  const newest = database
    .prepare<[{ limit: number }]>(
      `SELECT id FROM (SELECT id FROM posting p WHERE NOT ${IN_ERROR} ORDER BY id DESC LIMIT $limit)
       UNION SELECT id FROM (SELECT id FROM posting_plan p WHERE NOT ${IN_ERROR} ORDER BY id DESC LIMIT $limit)
       ORDER BY 1 DESC LIMIT $limit`,
    )
    .pluck()
  const events = database.prepare<[string]>(
    `SELECT e.sequence, e.posting_id AS postingId, e.kind, e.on_day AS onDay, e.note, e.clock_doubtful AS clockDoubtful,
       e.account_id AS accountId, e.at, a.name AS byName
     FROM json_each(?) ids CROSS JOIN posting_event e ON e.posting_id = ids.value JOIN account a ON a.id = e.account_id
     ORDER BY e.sequence`,
  )
  const photos = database.prepare<[string]>(
    `SELECT p.id, p.posting_id AS postingId, p.moment, p.view, p.source, p.sha256, p.size, p.width, p.height,
       p.received_at AS receivedAt, p.claimed_at AS claimedAt, p.drift_seconds AS driftSeconds,
       p.clock_doubtful AS clockDoubtful, p.account_id AS accountId, a.name AS byName,
       x.reason AS errorReason, x.at AS errorAt, xa.name AS errorByName
     FROM json_each(?) ids CROSS JOIN posting_photo p ON p.posting_id = ids.value JOIN account a ON a.id = p.account_id
     LEFT JOIN posting_error x ON x.photo_id = p.id LEFT JOIN account xa ON xa.id = x.account_id
     ORDER BY p.id`,
  )
  const rules = database.prepare(
    `SELECT r.sequence, r.regime, r.effective_from AS effectiveFrom, r.days, r.unit, r.basis, r.verified,
       r.account_id AS accountId, r.at, a.name AS byName
     FROM posting_rule r JOIN account a ON a.id = r.account_id ORDER BY r.sequence DESC`,
  )
  const named = database.prepare<[{ hash: string }]>(
    `SELECT EXISTS (SELECT 1 FROM posting_photo WHERE sha256 = $hash)
       OR EXISTS (SELECT 1 FROM board_photo WHERE sha256 = $hash)`,
  )
  const early = database
    .prepare<[{ board: string | null; limit: number }]>(
      `SELECT d.posting_id FROM removal_detail d CROSS JOIN posting p ON p.id = d.posting_id
       WHERE d.early = 1 AND ($board IS NULL OR p.board_id = $board) AND NOT ${IN_ERROR}
       ORDER BY d.posting_id DESC LIMIT $limit`,
    )
    .pluck()
  const over = (state: OverState) => {
    const rows = (board: string) =>
      database
        .prepare<[{ board?: string; limit: number }]>(
          `SELECT p.id FROM ${OVER[state].from} p WHERE ${board}${OVER[state].where} ORDER BY p.id DESC LIMIT $limit`,
        )
        .pluck()
    return { everywhere: rows(''), onBoard: rows('p.board_id = $board AND ') }
  }
  const overIn = {
    REMOVED: over('REMOVED'),
    CANCELLED: over('CANCELLED'),
    ENTERED_IN_ERROR: over('ENTERED_IN_ERROR'),
  }
  const unproved = database
    .prepare<[string]>(
      `SELECT p.id FROM posting_removal r CROSS JOIN posting p ON p.id = r.posting_id CROSS JOIN edition e ON e.id = p.edition_id
       WHERE r.removed_on >= ? AND e.notice_kind = 'PUBLIC_DISPLAY' AND NOT ${IN_ERROR}
         AND NOT EXISTS (SELECT 1 FROM posting_photo f WHERE f.posting_id = p.id AND f.moment = 'REMOVED'
           AND NOT EXISTS (SELECT 1 FROM posting_error x WHERE x.photo_id = f.id))
       ORDER BY p.id DESC`,
    )
    .pluck()
  const openPlans = database
    .prepare<[number]>(
      `SELECT l.id FROM posting_plan l WHERE l.edition_id = ?
         AND NOT EXISTS (SELECT 1 FROM posting_plan_end e WHERE e.plan_id = l.id) ORDER BY l.id`,
    )
    .pluck()
  const truth = <Row>(row: unknown) => {
    const stored = row as Row & { readonly clockDoubtful: 0 | 1 }
    return { ...stored, clockDoubtful: stored.clockDoubtful === 1 } as Row
  }
  return {
    /** Sheets by their ids, in the order of these; an id that names none gives nothing. */
    sheets: (ids: readonly string[]): StoredSheet[] => sheets.all(JSON.stringify(ids)) as StoredSheet[],
    /** Ids of what is planned or hangs, on one board or everywhere. */
    standing: (boardId: string | null): string[] =>
      (boardId === null ? standing.all({ board: null }) : standingOn.all(boardId)) as string[],
    /** Ids of all sheets of a notice, newest first. */
    ofNotice: (noticeId: string): string[] => ofNotice.all({ notice: noticeId }) as string[],
    /** Ids of all sheets of a board, newest first. */
    ofBoard: (boardId: string, limit: number): string[] => ofBoard.all({ board: boardId, limit }) as string[],
    /** Ids of the newest sheets of all boards. */
    newest: (limit: number): string[] => newest.all({ limit }) as string[],
    /** What happened to sheets on the wall, oldest first. */
    events: (ids: readonly string[]): StoredPostingEvent[] =>
      events.all(JSON.stringify(ids)).map((row) => truth<StoredPostingEvent>(row)),
    /** Their photographs, oldest first. */
    photos: (ids: readonly string[]): StoredPostingPhoto[] =>
      photos.all(JSON.stringify(ids)).map((row) => truth<StoredPostingPhoto>(row)),
    /** Whether a photograph, of a sheet or of a board, has this hash. */
    namesPhoto: (sha256: string): boolean => named.pluck().get({ hash: sha256 }) === 1,
    /** Ids of sheets that came down before their last day, newest first. */
    early: (boardId: string | null, limit: number): string[] =>
      early.all({ board: boardId, limit }) as string[],
    /** Ids of sheets that are over in one way, of one board or everywhere, newest first. */
    over: (state: OverState, boardId: string | null, limit: number): string[] =>
      (boardId === null
        ? overIn[state].everywhere.all({ limit })
        : overIn[state].onBoard.all({ board: boardId, limit })) as string[],
    /** Ids of 公示 that came down on a day or later without a photograph of it, newest first. */
    removedWithoutPhoto: (since: string): string[] => unproved.all(since) as string[],
    /** Hash of a row of the ledger as it is stored, for the log. */
    rowHash: (kind: LedgerRowKind, key: string | number): string => ledgerRowHash(database, kind, key),
    /** Ids of plans of an edition that nobody has hung yet. */
    openPlans: (editionId: number): string[] => openPlans.all(editionId) as string[],
    /** All local rules that were ever set, newest first; a handful in the life of an office. */
    rules: (): StoredPostingRule[] => rules.all() as StoredPostingRule[],
    /** Number of the newest local rule; 0 when none was ever set. */
    newestRule: (): number =>
      db.select().from(postingRule).orderBy(desc(postingRule.sequence)).limit(1).get()?.sequence ?? 0,
  }
}

/**
 * Writing the ledger; all of it is added to and never changed. That a sheet was put up and taken down is written by `recall`.
 * @example postingWrites(db).plan(row)
 */
export function postingWrites(db: Drizzle) {
  return {
    /** A sheet is to be put up. */
    plan: (row: typeof postingPlan.$inferSelect): void => {
      db.insert(postingPlan).values(row).run()
    },
    /** A plan was carried out, or dropped. */
    endPlan: (row: typeof postingPlanEnd.$inferSelect): void => {
      db.insert(postingPlanEnd).values(row).run()
    },
    /** More than that a sheet was put up. */
    detail: (row: typeof postingDetail.$inferSelect): void => {
      db.insert(postingDetail).values(row).run()
    },
    /** A sheet was looked at, found damaged, put up again; gives the number of the row. */
    event: (row: Omit<typeof postingEvent.$inferSelect, 'sequence'>): number =>
      Number(db.insert(postingEvent).values(row).run().lastInsertRowid),
    /** More than that a sheet was taken down. */
    removal: (row: typeof removalDetail.$inferSelect): void => {
      db.insert(removalDetail).values(row).run()
    },
    /** A photograph; its file is on the disk already. */
    photo: (row: typeof postingPhoto.$inferSelect): void => {
      db.insert(postingPhoto).values(row).run()
    },
    /** A sheet lies somewhere else on the panels, or on none. */
    place: (row: Omit<typeof postingSpot.$inferSelect, 'sequence'>): void => {
      db.insert(postingSpot).values(row).run()
    },
    /** A local rule; gives the number of the row. */
    rule: (row: Omit<typeof postingRule.$inferSelect, 'sequence'>): number =>
      Number(db.insert(postingRule).values(row).run().lastInsertRowid),
    /** A sheet or one of its photographs was entered in error; gives the number of the row. */
    error: (row: Omit<typeof postingError.$inferSelect, 'sequence'>): number =>
      Number(db.insert(postingError).values(row).run().lastInsertRowid),
  }
}
