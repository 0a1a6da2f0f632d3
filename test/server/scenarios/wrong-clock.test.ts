import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DutyRow } from '../../../server/duty/views.ts'
import { ok, ScenarioOffice } from './scenario-office.ts'

const MORNING = '2026-11-23T01:42:00.000Z'
const BIOS = '2020-01-01T00:00:00.000Z'

let office: ScenarioOffice
let finance: CatalogueItem | undefined

beforeAll(async () => {
  office = await ScenarioOffice.open('2026-10-05T01:00:00.000Z')
  const hexi = await office.village('河西村')
  const { items } = await office.catalogue(
    '河西村村务公开目录.csv',
    [['财务管理', '财务公开', '次月15日前']],
    [hexi],
  )
  finance = items.get('财务公开')
  await office.goTo(MORNING)
  // Something on record of that morning, before the battery dies.
  const [, november] = await office.dutiesOf(finance)
  ok(await office.staff.handler.post(`/api/desk/duties/${november?.id ?? ''}/assign`, { accountId: null }))
  ok(await office.staff.handler.post('/api/desk/notices', {}))
  await office.goTo(BIOS)
})
afterAll(() => office.close())

async function october(): Promise<DutyRow> {
  const [first] = await office.dutiesOf(finance)
  if (!first) throw new Error('October is there')
  return first
}

describe('the clock of the computer has fallen back to 2020', () => {
  it('the today page says so, goes by the newest record, and hides nothing', async () => {
    const { footing, counts, duties } = await office.today()
    expect(footing).toMatchObject({
      today: '2026-11-23',
      clock: { trusted: false, now: BIOS, newestRecord: MORNING },
    })
    expect(counts).toMatchObject({ overdue: 1 })
    expect(duties[0]).toMatchObject({ period: '2026-10', state: 'OVERDUE', workdaysLeft: -5 })
  })

  it('publishing is refused until somebody has looked at the clock', async () => {
    const { id } = await october()
    const published = await office.tryToPublish({ dutyId: id }, { title: '河西村10月财务公开' })
    expect(published).toMatchObject({ status: 409, body: { code: 'notice.clock-doubtful' } })
    expect(await office.states(id)).toEqual(['OVERDUE'])
  })

  it('what is closed meanwhile is neither on time nor late, also when the clock is right again', async () => {
    const { id } = await october()
    ok(await office.staff.handler.post(`/api/desk/duties/${id}/nil`, { reason: '10月没有收支' }))
    expect(await office.states(id)).toEqual(['DONE_UNCONFIRMED'])
    await office.goTo('2026-11-24T01:00:00.000Z')
    const { footing, counts, unconfirmed } = await office.today()
    expect(footing.clock.trusted).toBe(true)
    expect(counts).toMatchObject({ overdue: 0, unconfirmed: 1 })
    expect(unconfirmed).toMatchObject([{ id, state: 'DONE_UNCONFIRMED', may: { confirm: true } }])
  })

  it('until a person says on which day it was; then it is late or not by that day', async () => {
    const { id } = await october()
    const path = `/api/desk/duties/${id}/confirm`
    const future = await office.staff.handler.post<{ code: string }>(path, {
      on: '2026-11-25',
      reason: '有照片为证',
    })
    expect(future.body.code).toBe('duty.date-invalid')
    ok(await office.staff.handler.post(path, { on: '2026-11-23', reason: '有照片为证' }))
    expect(await office.states(id)).toEqual(['NIL_REPORTED_LATE'])
    expect((await office.today()).counts.unconfirmed).toBe(0)
    expect((await office.duty(id)).history.map(({ action, clockDoubt }) => [action, clockDoubt])).toEqual([
      ['CLOSED', true],
      ['CONFIRMED', false],
    ])
  })
})
