import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueDetail } from '../../../server/catalogue/views.ts'
import { upkeepIdle } from '../../../server/duty/upkeep.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'
import { detailOf, fixture, importFile } from './catalogue-file.ts'

type Refused = { code: string }

let board: TestBoard
let staff: Staff
let id: string
let villages: string[]

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  villages = []
  for (const name of ['河西村', '河东村']) {
    const added = await staff.administrator.post<UnitView>('/api/desk/units', {
      name,
      kind: 'VILLAGE',
      parentId: 'township',
    })
    villages.push(added.body.id)
  }
  const imported = await importFile(staff.handler, fixture('catalogue-village.csv'), '村务.csv')
  id = imported.body.catalogues[0]?.id ?? ''
})
afterEach(() => board.close())

const put = (path: string, body: unknown, desk = staff.handler) =>
  desk.json<CatalogueDetail & Refused>('PUT', `/api/desk/${path}`, body)

async function approve(): Promise<void> {
  const { shown } = await detailOf(staff.handler, id)
  await staff.handler.post(`/api/desk/catalogue-versions/${shown.id}/submit`)
  await staff.deputyLeader.post(`/api/desk/catalogue-versions/${shown.id}/approve`)
  await upkeepIdle(board.deps)
}

/** Why duties were waived without a person. */
const waivers = () =>
  board.deps.store.database
    .prepare<[], string>("SELECT DISTINCT closed_reason FROM duty WHERE closing = 'WAIVED'")
    .pluck()
    .all()

describe('who keeps a catalogue', () => {
  it('is every village for a village list, until somebody says otherwise', async () => {
    expect(new Set((await detailOf(staff.handler, id)).unitIds)).toEqual(new Set(villages))
    const bare = await put(`catalogues/${id}/units`, { unitIds: [villages[0]] })
    expect([bare.status, bare.body.code]).toEqual([422, 'duty.reason-required'])
    const set = await put(`catalogues/${id}/units`, { unitIds: [villages[0]], reason: '河东村并入河西村' })
    expect(set.body.unitIds).toEqual([villages[0]])
    const found = await staff.handler.get<unknown[]>(`/api/desk/catalogue-items?unit=${villages[0]}`)
    const none = await staff.handler.get<unknown[]>(`/api/desk/catalogue-items?unit=${villages[1]}`)
    expect([found.body.length > 0, none.body.length]).toEqual([true, 0])
    expect((await put(`catalogues/${id}/units`, { unitIds: ['nowhere'] })).body.code).toBe('unit.not-found')
    expect((await put('catalogues/nothing/units', { unitIds: [] })).body.code).toBe('catalogue.not-found')
    expect((await put(`catalogues/${id}/units`, { unitIds: [] }, staff.reviewer)).status).toBe(403)
  })

  it('is no unit that has been closed, unless it kept the catalogue before', async () => {
    await put(`catalogues/${id}/units`, { unitIds: [villages[0]], reason: '河东村并入河西村' })
    for (const village of villages)
      await staff.administrator.json('PATCH', `/api/desk/units/${village}`, { disabled: true })
    expect((await put(`catalogues/${id}/units`, { unitIds: villages })).body.code).toBe('unit.disabled')
    expect((await put(`catalogues/${id}/units`, { unitIds: [villages[0]] })).status).toBe(200)
  })

  it('an item that does not apply in a unit needs a reason; one person may be in charge of it', async () => {
    const item = (await detailOf(staff.handler, id)).items[0]?.id ?? ''
    const path = `units/${villages[0]}/items/${item}`
    const person = board.deps.store.read.office.accountByName('韩立')?.id ?? ''
    const bare = await put(path, { applies: false, reason: ' ', assigneeId: null })
    expect([bare.status, bare.body.code]).toEqual([422, 'duty.reason-required'])
    expect((await put(path, { applies: false, reason: '本村无渔业', assigneeId: null })).status).toBe(204)
    expect((await detailOf(staff.handler, id)).unitItems).toEqual([
      { unitId: villages[0], itemId: item, applies: false, reason: '本村无渔业', assigneeId: null },
    ])
    await put(path, { applies: true, reason: '本村无渔业', assigneeId: person })
    expect((await detailOf(staff.handler, id)).unitItems).toMatchObject([
      { applies: true, reason: '', assigneeId: person },
    ])
    const change = { applies: true, reason: '', assigneeId: null }
    for (const [where, body, code] of [
      [`units/nowhere/items/${item}`, change, 'unit.not-found'],
      [`units/${villages[0]}/items/nothing`, change, 'catalogue.item-not-found'],
      [`units/township/items/${item}`, change, 'catalogue.item-not-found'],
      [path, { ...change, assigneeId: 'nobody' }, 'office.account-not-found'],
    ] as const)
      expect((await put(where, body)).body.code).toBe(code)
    expect((await put(path, change, staff.reviewer)).status).toBe(403)
  })

  it('once a version was approved, only the leader drops a unit, and the duties it had say why', async () => {
    await approve()
    const units = `catalogues/${id}/units`
    const one = { unitIds: [villages[0]], reason: '河东村并入河西村' }
    for (const desk of [staff.handler, staff.administrator, staff.reviewer]) {
      const refused = await put(units, one, desk)
      expect([refused.status, refused.body.code]).toEqual([403, 'trust.role-missing'])
    }
    expect((await put(units, { ...one, reason: ' ' }, staff.deputyLeader)).body.code).toBe(
      'duty.reason-required',
    )
    expect((await put(units, one, staff.deputyLeader)).status).toBe(200)
    await upkeepIdle(board.deps)
    expect(waivers()).toEqual(['本单位不再执行该目录：河东村并入河西村'])
    for (const desk of [staff.administrator, staff.handler]) {
      expect((await put(units, { unitIds: villages }, desk)).status).toBe(200)
    }
    await upkeepIdle(board.deps)
    expect(waivers()).toEqual([])
  })

  it('once a version was approved, only the leader says that an item does not apply', async () => {
    await approve()
    const item = (await detailOf(staff.handler, id)).items[0]?.id ?? ''
    const path = `units/${villages[0]}/items/${item}`
    const without = { applies: false, reason: '本村无渔业', assigneeId: null }
    for (const desk of [staff.handler, staff.administrator]) {
      const refused = await put(path, without, desk)
      expect([refused.status, refused.body.code]).toEqual([403, 'trust.role-missing'])
    }
    const person = board.deps.store.read.office.accountByName('韩立')?.id ?? ''
    expect((await put(path, { applies: true, reason: '', assigneeId: person })).status).toBe(204)
    expect((await put(path, without, staff.deputyLeader)).status).toBe(204)
    expect((await put(path, { ...without, reason: '别的原因' })).status).toBe(403)
    expect((await put(path, { ...without, assigneeId: person })).status).toBe(204)
    expect((await put(path, { applies: true, reason: '', assigneeId: null })).status).toBe(204)
  })

  it('a catalogue is renamed, never to nothing', async () => {
    const rename = (name: string) =>
      staff.handler.json<CatalogueDetail & Refused>('PATCH', `/api/desk/catalogues/${id}`, { name })
    expect((await rename(' 云溪镇村务公开目录 ')).body.catalogue.name).toBe('云溪镇村务公开目录')
    expect((await rename('  ')).body.code).toBe('unit.name-required')
  })
})
