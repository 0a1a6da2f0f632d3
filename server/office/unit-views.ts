import type { Board, Unit } from '../../domain/office/unit.ts'

/** A unit with its boards and the catalogues it keeps. */
export type UnitView = Unit & {
  readonly boards: readonly Board[]
  readonly catalogueIds: readonly string[]
}

/*
 * Routes at the desk (writing: ADMINISTRATOR):
 * GET /api/desk/units → UnitView[] ; POST /api/desk/units {name, kind, parentId} → UnitView ; PATCH /api/desk/units/:id {name?, position?, disabled?} → UnitView
 * POST /api/desk/units/:id/boards {name, place, regime} → UnitView ; PATCH /api/desk/boards/:id {name?, place?, disabled?} → UnitView
 */
