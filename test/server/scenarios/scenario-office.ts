import { expect } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DutyState } from '../../../domain/duty/duty.ts'
import { readPeriod } from '../../../domain/duty/period.ts'
import type { CatalogueDetail, ImportPreview, TakenTables } from '../../../server/catalogue/views.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { DutyDetail, DutyPage, DutyRow, TodayView } from '../../../server/duty/views.ts'
import type { NoticeStart } from '../../../server/notice/start-notice.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { startUpkeep, upkeepIdle } from '../../../server/duty/upkeep.ts'
import type { Answer } from '../../support/desk-client.ts'
import { beginNotice } from '../../support/placement-flow.ts'
import { paragraphs, publishDraft, submitAndApprove } from '../../support/publish-flow.ts'
import { openTestBoard, PASSWORD, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

/** A row of a catalogue as the county writes it. */
export type ScenarioRow = readonly [level1: string, level2: string, deadline: string]

/** Why nothing is published for a period that ended before the office had a board. */
const BEFORE = '启用前已公开'

/** The office of domain book §11 with its villages and approved catalogues, all of it through the HTTP API. */
export class ScenarioOffice {
  readonly board: TestBoard
  readonly staff: Staff

  private constructor(board: TestBoard, staff: Staff) {
    this.board = board
    this.staff = staff
  }

  static async open(at: string): Promise<ScenarioOffice> {
    const board = openTestBoard()
    board.clock.set(at)
    return new ScenarioOffice(board, await setUpOffice(board.desk))
  }

  async close(): Promise<void> {
    await upkeepIdle(this.board.deps)
    await this.board.deps.work.close()
    this.board.close()
  }

  /** Registers a village; gives its id. */
  async village(name: string): Promise<string> {
    const { administrator } = this.staff
    const unit = { name, kind: 'VILLAGE', parentId: null }
    return ok(await administrator.post<UnitView>('/api/desk/units', unit)).id
  }

  /** Imports a table, has it approved, and gives it to the units named; gives its items by their second level. */
  async catalogue(
    fileName: string,
    rows: readonly ScenarioRow[],
    unitIds: readonly string[],
  ): Promise<{
    readonly id: string
    readonly versionId: string
    readonly items: Map<string, CatalogueItem>
  }> {
    const { handler, deputyLeader } = this.staff
    const owner = fileName.includes('村') ? '村民委员会,村务公开栏,村级' : '云溪镇人民政府,政府网站,乡级'
    const lines = rows.map(
      ([one, two, deadline], at) => `${at + 1},${one},${two},${two},,${deadline},${owner}`,
    )
    const heading = '序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开层级'
    const bytes = new TextEncoder().encode([heading, ...lines].join('\r\n'))
    const preview = ok(await handler.upload<ImportPreview>('/api/desk/catalogue-imports', fileName, bytes))
    const [sheet] = preview.sheets
    expect(sheet?.notes).toEqual([])
    const take = { sheet: 0, name: sheet?.name, regime: sheet?.regime, catalogueId: null, unitIds }
    const path = `/api/desk/catalogue-imports/${preview.id}/take`
    const taken = ok(
      await handler.post<TakenTables>(path, { sheets: [{ ...take, edits: [], leaveOut: [] }] }),
    )
    const id = taken.outcomes[0]?.catalogueId ?? ''
    const { shown } = ok(await handler.get<CatalogueDetail>(`/api/desk/catalogues/${id}`))
    ok(await handler.post(`/api/desk/catalogue-versions/${shown.id}/submit`))
    const approved = ok(
      await deputyLeader.post<CatalogueDetail>(`/api/desk/catalogue-versions/${shown.id}/approve`),
    )
    await upkeepIdle(this.board.deps)
    await this.#leaveBehind(approved.items)
    const items = new Map(approved.items.map((item) => [item.itemLevel2, item]))
    return { id, versionId: shown.id, items }
  }

  /** What was to hang there from the period before was put up before the office had a board. */
  async #leaveBehind(items: readonly CatalogueItem[]): Promise<void> {
    const today = civilDateOf(this.board.clock.now())
    for (const item of items) {
      for (const { id, period, closing } of await this.dutiesOf(item)) {
        const ended = (readPeriod(period)?.to ?? today) < today
        if (!ended || closing !== null) continue
        ok(await this.staff.handler.post(`/api/desk/duties/${id}/nil`, { reason: BEFORE }))
      }
    }
  }

  /** Goes to another time. Everybody comes back to the desk, and what a new day brings is done. */
  async goTo(instant: string): Promise<void> {
    this.board.clock.set(instant)
    await this.comeBack()
    startUpkeep(this.board.deps)
    await upkeepIdle(this.board.deps)
  }

  /** Everybody unlocks the own desk. */
  async comeBack(): Promise<void> {
    for (const desk of Object.values(this.staff)) {
      await desk.post('/api/desk/session/unlock', { password: PASSWORD })
    }
  }

  async today(query = ''): Promise<TodayView> {
    return ok(await this.staff.handler.get<TodayView>(`/api/desk/today${query}`))
  }

  /** All duties of an item from the day the office began, by due date. */
  async dutiesOf(item: CatalogueItem | undefined, query = ''): Promise<readonly DutyRow[]> {
    const path = `/api/desk/duties?item=${item?.id ?? ''}${query}`
    const { items } = ok(await this.staff.handler.get<DutyPage>(path))
    return items.filter(({ closing }) => closing?.reason !== BEFORE)
  }

  async duty(id: string | undefined): Promise<DutyDetail> {
    return ok(await this.staff.handler.get<DutyDetail>(`/api/desk/duties/${id ?? ''}`))
  }

  /** States of duties by their ids, in that order. */
  async states(...ids: readonly (string | undefined)[]): Promise<DutyState[]> {
    return Promise.all(ids.map(async (id) => (await this.duty(id)).state))
  }

  /** Writes a notice from a start and takes it through both reviews to the board. */
  async publish(
    start: NoticeStart,
    content: Partial<NoticeDetail['draft']['content']>,
  ): Promise<NoticeDetail> {
    const { id, draft } = await beginNotice(this.staff.handler, start, content)
    return publishDraft(this.staff, id, draft.revision)
  }

  /** Writes a notice, has it approved, and gives what publishing answers. */
  async tryToPublish(
    start: NoticeStart,
    content: Partial<NoticeDetail['draft']['content']>,
  ): Promise<Answer<{ code: string; params: object }>> {
    const { id, draft } = await beginNotice(this.staff.handler, start, content)
    const submissionHash = await submitAndApprove(this.staff, id, draft.revision)
    return this.staff.handler.post(`/api/desk/notices/${id}/publish`, { submissionHash })
  }

  /** Writes on a notice that is open for its next edition. */
  async rewrite(id: string, text: string): Promise<number> {
    const { handler } = this.staff
    const { draft } = ok(await handler.get<NoticeDetail>(`/api/desk/notices/${id}`))
    const content = { ...draft.content, body: paragraphs(text) }
    const path = `/api/desk/notices/${id}/draft`
    return ok(await handler.json<{ revision: number }>('PUT', path, { revision: draft.revision, content }))
      .revision
  }
}

/** The body of an answer that was not refused. */
export function ok<T>(answer: Answer<T>): T {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}
