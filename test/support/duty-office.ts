import type { Catalogue } from '../../domain/catalogue/catalogue-item.ts'
import { readPeriod } from '../../domain/duty/period.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { DutyPage, TodayView } from '../../server/duty/views.ts'
import type { UnitView } from '../../server/office/unit-views.ts'
import type { DeskClient } from './desk-client.ts'
import type { RealBoard } from './real-board.ts'
import { setUpOffice, type Staff } from './test-board.ts'

/** An office with villages, catalogues and the duties that follow from them. */
export type DutyOffice = { readonly staff: Staff; readonly villages: readonly UnitView[] }

async function taken<T>(answer: Promise<{ readonly status: number; readonly body: T }>): Promise<T> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(JSON.stringify(body))
  return body
}

/** Waits until no duties are being generated or reckoned anew. */
export async function dutiesStand(desk: DeskClient): Promise<TodayView> {
  for (;;) {
    const view = await taken(desk.get<TodayView>('/api/desk/today'))
    if (view.footing.upkeep === 'CURRENT') return view
    await new Promise((done) => setImmediate(done))
  }
}

async function loadTemplate(staff: Staff, id: string, unitIds: readonly string[]): Promise<void> {
  const { catalogues } = await taken(
    staff.handler.post<{ catalogues: readonly Catalogue[] }>(`/api/desk/catalogue-templates/${id}`),
  )
  for (const { id: catalogueId } of catalogues) {
    await taken(
      staff.administrator.json<unknown>('PUT', `/api/desk/catalogues/${catalogueId}/units`, { unitIds }),
    )
  }
}

/** What was to hang there from the period before was put up before the office had a board. */
async function leaveBehind(staff: Staff, today: CivilDate): Promise<void> {
  await dutiesStand(staff.handler)
  const span = 'from=2026-01-01&to=2026-12-31'
  for (let cursor: string | null = ''; cursor !== null;) {
    const path: string = `/api/desk/duties?${span}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
    const page: DutyPage = await taken(staff.handler.get<DutyPage>(path))
    for (const { id, period, closing } of page.items) {
      if (closing !== null || (readPeriod(period)?.to ?? today) >= today) continue
      await taken(staff.handler.post(`/api/desk/duties/${id}/nil`, { reason: '启用前已公开' }))
    }
    cursor = page.next
  }
}

/**
 * Scenario S1: the office began in October with three villages, the village accounts and the government list, and it is now
 * Monday, 23 November. The accounts of October are late.
 */
export async function stockDuties(board: RealBoard): Promise<DutyOffice> {
  const now = board.clock.now()
  board.clock.set('2026-10-09T01:00:00.000Z')
  const staff = await setUpOffice(board.openDesk)
  const villages: UnitView[] = []
  for (const name of ['河西村', '河东村', '石桥村']) {
    villages.push(
      await taken(
        staff.administrator.post<UnitView>('/api/desk/units', { name, kind: 'VILLAGE', parentId: null }),
      ),
    )
  }
  await loadTemplate(
    staff,
    'VILLAGE_FINANCE',
    villages.map(({ id }) => id),
  )
  await loadTemplate(staff, 'GOV_20', ['township'])
  await leaveBehind(staff, '2026-10-09')
  board.clock.set(now)
  await dutiesStand(staff.handler)
  return { staff, villages }
}
