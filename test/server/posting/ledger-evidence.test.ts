import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBoard } from '../../../server/cli/check-board.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { act, addBoard, hang, photograph, plan } from '../../support/posting-flow.ts'
import { phonePhoto } from '../../support/photo-files.ts'

let flow: EditionFlow

beforeAll(async () => {
  flow = await openEditionFlow()
  const desk = flow.staff.handler
  const hall = await addBoard(flow.staff, 'township', '大厅公开栏')
  const yard = await addBoard(flow.staff, 'township', '院内公开栏')
  await flow.staff.deputyLeader.json('PUT', '/api/desk/posting-rules', {
    ...{ regime: 'GOV', effectiveFrom: '2026-11-23', days: 10, unit: 'day', basis: '县里规定' },
    verified: 'UNVERIFIED',
  })
  await desk.upload(`/api/desk/boards/${hall}/photo`, '照片.jpg', await phonePhoto())
  const { id: noticeId } = await flow.publish()
  const planned = await plan(desk, noticeId, yard, '2026-11-23')
  await act(desk, planned.body.id, 'cancelled', { reason: '改期' })
  const sheet = await hang(desk, noticeId, hall, '2026-11-23', '孙平')
  await photograph(desk, sheet.id, 'POSTED')
  flow.board.clock.set('2026-11-24T01:42:00.000Z')
  await act(desk, sheet.id, 'damaged', { on: '2026-11-24', note: '雨' })
  await act(desk, sheet.id, 'removed', { on: '2026-11-24', reason: '名单有误', note: '' })
})
afterAll(async () => {
  await flow.board.deps.work.close()
  flow.board.close()
})

/** What the check finds once somebody has written into the file past the program. */
async function faultsAfter(table: string, change: string): Promise<readonly string[]> {
  const { database } = flow.board.deps.store
  database.exec('SAVEPOINT past')
  const triggers = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?`)
    .pluck()
    .all(table) as string[]
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger}`)
  expect(database.prepare(change).run().changes).toBeGreaterThan(0)
  const { faults } = await checkBoard(flow.board.deps)
  database.exec('ROLLBACK TO past; RELEASE past')
  return faults.map(({ code }) => code)
}

describe('the ledger as evidence', () => {
  it('is found whole as the program wrote it', async () => {
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })

  it.each([
    ['the witness', 'posting_detail', `UPDATE posting_detail SET witness = '张三'`],
    ['the instant of putting up', 'posting', `UPDATE posting SET posted_at = '2026-11-20T01:00:00.000Z'`],
    ['the day a plan was for', 'posting_plan', `UPDATE posting_plan SET planned_on = '2026-11-25'`],
    [
      'why a plan was dropped',
      'posting_plan_end',
      `UPDATE posting_plan_end SET reason = '无' WHERE reason <> ''`,
    ],
    ['a note of a round', 'posting_event', `UPDATE posting_event SET note = '无'`],
    ['why it came down early', 'removal_detail', `UPDATE removal_detail SET reason = '上级要求'`],
    ['a doubt of the clock', 'removal_detail', `UPDATE removal_detail SET clock_doubtful = 1`],
    [
      'when a photograph came',
      'posting_photo',
      `UPDATE posting_photo SET received_at = '2026-11-20T01:00:00.000Z'`,
    ],
    [
      'what the camera said',
      'posting_photo',
      `UPDATE posting_photo SET claimed_at = '2026-11-20T09:00:00', drift_seconds = 3`,
    ],
    ['near or far', 'posting_photo', `UPDATE posting_photo SET view = 'CLOSE'`],
    [
      'when the photograph of a board came',
      'board_photo',
      `UPDATE board_photo SET received_at = '2026-11-20'`,
    ],
    ['the days of a local rule', 'posting_rule', `UPDATE posting_rule SET days = 1`],
    ['a rule that is gone', 'posting_rule', `DELETE FROM posting_rule`],
  ])('the check sees it when somebody changes past the program: %s', async (_, table, change) => {
    expect(await faultsAfter(table, change)).toContain('POSTING_LEDGER_WRONG')
  })
})
