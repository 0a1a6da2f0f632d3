import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publicMatters, readPosition } from '../../../server/matter/public-matter.ts'
import type { PublicMatters } from '../../../server/matter/public-matter-views.ts'
import { checkBoard } from '../../../server/cli/check-board.ts'
import { paragraphs, publishDraft } from '../../support/publish-flow.ts'
import { ok } from '../scenarios/scenario-office.ts'
import { MatterOffice } from './matter-office.ts'

let at: MatterOffice
beforeEach(async () => {
  at = await MatterOffice.open('OTHER')
})
afterEach(() => at.office.close())

const faults = async () => (await checkBoard(at.office.board.deps)).faults

describe('the check of a board proves the file of a matter', () => {
  beforeEach(async () => {
    await at.consult()
    const [one, other] = [await at.opinion('反对', '2026-08-03'), await at.opinion('也反对', '2026-08-03')]
    ok(await at.desk.post(`/api/desk/opinions/${one}/merge`, { others: [other] }))
    ok(await at.answer(one, 'NOT_ADOPTED'))
    ok(await at.enter({ step: 'BASIS', on: '2026-08-03', text: '调研报告' }))
    expect(await faults()).toEqual([])
  })

  it.each([
    ['the words of an opinion', 'opinion_version', `UPDATE opinion_version SET text = '赞成'`, 2],
    [
      'the day it was received',
      'opinion_version',
      `UPDATE opinion_version SET received_on = '2026-08-04'`,
      2,
    ],
    ['an answer', 'opinion_answer', `UPDATE opinion_answer SET result = 'ADOPTED'`, 1],
    [
      'who answered',
      'opinion_answer',
      `UPDATE opinion_answer SET account_id = (SELECT max(id) FROM account)`,
      2,
    ],
    ['a merge', 'opinion_merge', `UPDATE opinion_merge SET into_id = NULL`, 1],
    ['the last day for opinions', 'consultation', `UPDATE consultation SET closes_on = '2026-08-04'`, 1],
    ['an entry', 'matter_entry', `UPDATE matter_entry SET on_date = '2026-07-01'`, 1],
  ])('shows that %s was changed past the program', async (_, table, sql, count) => {
    const { database } = at.office.board.deps.store
    database.exec(`DROP TRIGGER ${table}_no_update; ${sql}`)
    const found = await faults()
    expect(found.slice(0, 1)).toMatchObject([
      { code: 'MATTER_RECORD_NOT_LOGGED', subject: expect.stringContaining(table) as string },
    ])
    expect(found).toHaveLength(count)
  })

  it('shows that an answer was taken out', async () => {
    const { database } = at.office.board.deps.store
    database.exec('DROP TRIGGER opinion_answer_no_delete; DELETE FROM opinion_answer')
    expect(await faults()).toMatchObject([{ code: 'MATTER_RECORD_MISSING' }])
  })
})

describe('the public list of matters', () => {
  it('comes in pages, what is open for opinions first', async () => {
    await at.consult()
    const ids = [at.matterId]
    for (let decided = 0; decided < 3; decided += 1) {
      at.matterId = await at.openMatter('OTHER')
      const id = await at.begin('DECISION')
      const text = { body: paragraphs('决定。'), documentDate: '2026-08-03' } as const
      await publishDraft(at.office.staff, id, await at.fill(id, text))
      ids.splice(1, 0, at.matterId)
    }
    const { read } = at.office.board.deps.store
    const page = (cursor: string | null) => {
      const after = cursor === null ? null : readPosition(cursor)
      return publicMatters(read, { today: '2026-08-03', after, size: 3 }, () => true)
    }
    const first = page(null)
    const second = page(first.next)
    expect([...first.matters, ...second.matters].map(({ id }) => id)).toEqual(ids)
    expect([first.matters.length, first.total, first.open, second.next]).toEqual([3, 4, 1, null])
    const path = '/api/public/matters'
    const visitor = at.office.board.visitor()
    expect(ok(await visitor.get<PublicMatters>(path))).toMatchObject({ total: 4, open: 1, next: null })
    expect((await visitor.get(`${path}?cursor=x`)).status).toBe(400)
  })
})
