import type { CatalogueItem, Regime } from '../../../domain/catalogue/catalogue-item.ts'
import type { DeadlineRule } from '../../../domain/duty/deadline/deadline-rule.ts'
import { TOWNSHIP_UNIT_ID, type UnitKind } from '../../../domain/office/unit.ts'
import { keepDuties } from '../../../server/duty/keep-duties.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

/** A board of which the duties are looked at. */
export type DutyBoard = TestBoard & { readonly staff: Staff }

/** Opens a board with an office and its people, at an instant. */
export async function openDutyBoard(at = '2026-10-05T01:00:00.000Z'): Promise<DutyBoard> {
  // The clock jumps over weeks, and nobody shall be signed out by that.
  const board = openTestBoard({ idleLockMinutes: 10_000_000 })
  board.clock.set(at)
  const staff = await setUpOffice(board.desk)
  return { ...board, staff }
}

/** A row of a catalogue, as the reader gives it. */
export function catalogueItem(
  id: string,
  catalogueId: string,
  deadlineRule: DeadlineRule | null,
  change: Partial<CatalogueItem> = {},
): CatalogueItem {
  return {
    id,
    catalogueId,
    position: 0,
    serial: '1',
    itemLevel1: '财务公开',
    itemLevel2: '财务收支公开表',
    itemLevel3: '',
    contentElements: '收入、支出',
    legalBasis: '村民委员会组织法',
    deadlineText: '次月15日前',
    deadlineRule,
    deadlineRuleSet: false,
    displayPeriod: null,
    publishingUnit: '村民委员会',
    channels: ['公开栏'],
    audience: 'ALL',
    audienceNote: '',
    disclosureScope: 'PUBLIC',
    disclosureMode: 'PROACTIVE',
    levels: [],
    extra: {},
    sourceSheet: '',
    sourceRow: 0,
    ...change,
  }
}

/**
 * Puts a catalogue in, kept by the units named; each item is `[id, rule]` or `[id, rule, change]`. Without a person it is one
 * from before the board kept duties, which owes nothing of the period before.
 */
export function addCatalogue(
  board: TestBoard,
  id: string,
  regime: Regime,
  items: readonly (readonly [string, DeadlineRule | null, Partial<CatalogueItem>?])[],
  unitIds: readonly string[] = [TOWNSHIP_UNIT_ID],
  createdBy: string | null = null,
): void {
  board.deps.store.tx((write) =>
    write.catalogue.insert(
      { id, name: id, regime, createdAt: board.clock.now() },
      { id: `${id}-1`, sourceFile: 'test', columns: [], createdBy },
      items.map(([itemId, rule, change], position) =>
        catalogueItem(itemId, id, rule, { position, ...change }),
      ),
      unitIds,
    ),
  )
}

/** Adds a unit under the township. */
export function addUnit(board: TestBoard, id: string, name: string, kind: UnitKind = 'VILLAGE'): void {
  board.deps.store.tx((write) =>
    write.unit.insert({ id, name, kind, parentId: TOWNSHIP_UNIT_ID, position: 0, disabled: false }),
  )
}

/** Brings the duties up to date at the clock's time, here and now. */
export function keep(board: TestBoard) {
  return keepDuties(board.deps.store, { now: board.clock.now() })
}

/** A duty as a test reads it. */
export type SeenDuty = {
  readonly id: string
  readonly kind: string
  readonly period: string
  readonly due: string
  readonly closing: string | null
  readonly reason: string
}

/** All duties of an item in a unit, in the order of their due date. */
export function dutiesOf(board: TestBoard, itemId: string, unitId: string = TOWNSHIP_UNIT_ID): SeenDuty[] {
  return board.deps.store.database
    .prepare<[string, string], SeenDuty>(
      `SELECT id, kind, period, due, closing, closed_reason AS reason FROM duty WHERE item_id = ? AND unit_id = ?
       ORDER BY due, id`,
    )
    .all(itemId, unitId)
}
