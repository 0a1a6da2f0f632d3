import { Temporal } from 'temporal-polyfill'
import type { StoredSheet, VisitDays } from '../../db/repos/reading-room-repo.ts'
import { readPageRange } from '../../domain/sheet/page-range.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { findJob } from '../display/print/print-jobs.ts'
import type { PrintRun } from '../display/print/views.ts'
import type { SheetRequest, VisitLog, VisitView } from './views.ts'

/** After how many days the desk is told that names may go [infer]: an office's own rule stands before it. */
const NAME_DAYS = 30

function pagesOf(run: PrintRun, pages: number): number {
  const { outcome } = run
  if (outcome === null || outcome.came === 'NOTHING') return 0
  const asked = outcome.came === 'PART' ? outcome.pages : run.pages
  return (readPageRange(asked, pages)?.length ?? 0) * run.copies
}

/**
 * A sheet asked for, with what came of its printing.
 * @example sheetRequest(deps, stored).pages // 2
 */
export function sheetRequest(deps: Deps, sheet: StoredSheet): SheetRequest {
  const job = sheet.printJobId === null ? null : findJob(deps, sheet.printJobId)
  const view = job?.ok ? job.value : null
  return {
    id: sheet.id,
    visitId: sheet.visitId,
    hash: sheet.hash,
    title: sheet.title,
    at: sheet.at,
    outcome: sheet.outcome,
    printJobId: sheet.printJobId,
    printState: view?.state ?? null,
    pages: view?.runs.reduce((sum, run) => sum + pagesOf(run, view.pages ?? 0), 0) ?? 0,
  }
}

/**
 * The log of the reading room of some days, newest first. For the office only.
 * @example visitLog(deps, { from: '2026-11-01', to: '2026-11-30' }).visits
 */
export function visitLog(deps: Deps, days: VisitDays): VisitLog {
  const { readingRoom, edition } = deps.store.read
  const visits = readingRoom.visits(days)
  const ids = visits.map(({ id }) => id)
  const materials = Map.groupBy(readingRoom.materials(ids), ({ visitId }) => visitId)
  const sheets = Map.groupBy(readingRoom.sheets(ids), ({ visitId }) => visitId)
  const title = (indexNumber: string) => edition.byIndexNumber(indexNumber)[0]?.title ?? null
  const today = civilDateOf(deps.clock.now())
  const oldBefore = Temporal.PlainDate.from(today).subtract({ days: NAME_DAYS })
  return {
    visits: visits.map(({ accountId: _account, ...visit }): VisitView => {
      const asked = (sheets.get(visit.id) ?? []).map((sheet) => sheetRequest(deps, sheet))
      return {
        ...visit,
        note: visit.note ?? '',
        name: visit.name === '' ? null : visit.name,
        materials: (materials.get(visit.id) ?? []).map(({ indexNumber }) => ({
          indexNumber,
          title: title(indexNumber),
        })),
        sheets: asked,
        pages: asked.reduce((sum, { pages }) => sum + pages, 0),
      }
    }),
    oldNames: readingRoom.namesBefore(oldBefore.toString(), today),
    oldBefore: oldBefore.toString(),
  }
}
