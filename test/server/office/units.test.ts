import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { importVillageCatalogue } from '../../support/publish-flow.ts'
import { OFFICE, openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

type Refused = { code: string; params: Record<string, unknown> }

let board: TestBoard
let staff: Staff

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
})
afterEach(() => board.close())

const units = async () => (await staff.handler.get<UnitView[]>('/api/desk/units')).body
const add = (name: string, kind = 'VILLAGE') =>
  staff.administrator.post<UnitView & Refused>('/api/desk/units', { name, kind, parentId: null })

describe('units under the office', () => {
  it('begin with the office itself, under its own name', async () => {
    expect(await units()).toMatchObject([{ id: 'township', name: OFFICE.name, kind: 'TOWNSHIP', boards: [] }])
    await staff.administrator.json('PUT', '/api/desk/office', { ...OFFICE, name: '示例县云溪镇' })
    expect((await units())[0]?.name).toBe('示例县云溪镇')
  })

  it('are added by an administrator only, each under a name of its own', async () => {
    expect((await add('河西村')).status).toBe(201)
    expect((await add(' 河西村 ')).body).toMatchObject({
      code: 'unit.name-taken',
      params: { name: '河西村' },
    })
    expect((await add('  ')).body.code).toBe('unit.name-required')
    const refused = await staff.handler.post<Refused>('/api/desk/units', {
      name: '河东村',
      kind: 'VILLAGE',
      parentId: null,
    })
    expect([refused.status, refused.body.code]).toEqual([403, 'trust.role-missing'])
    expect((await units()).map((unit) => unit.name)).toEqual([OFFICE.name, '河西村'])
  })

  it('cannot be a second township, and the township is neither renamed nor taken out of use', async () => {
    expect((await add('另一个镇', 'TOWNSHIP')).status).toBe(400)
    for (const change of [{ name: '别的名字' }, { disabled: true }]) {
      const refused = await staff.administrator.json<Refused>('PATCH', '/api/desk/units/township', change)
      expect(refused.body.code).toBe('unit.not-found')
    }
  })

  it('take over the village catalogue the office kept while there was no village', async () => {
    await importVillageCatalogue(staff.handler)
    expect((await units())[0]?.catalogueIds).toHaveLength(1)
    const west = (await add('河西村')).body
    const east = (await add('河东村')).body
    expect((await units()).map((unit) => [unit.id, unit.catalogueIds.length])).toEqual([
      ['township', 0],
      [west.id, 1],
      [east.id, 1],
    ])
  })

  it('leave the village catalogue with the office too when notices were written on it there', async () => {
    const item = await importVillageCatalogue(staff.handler)
    await staff.handler.post('/api/desk/notices', { catalogueItemId: item.id })
    await add('河西村')
    expect((await units()).map((unit) => unit.catalogueIds.length)).toEqual([1, 1])
  })

  it('keep Party and village matters apart: a Party branch takes over no village catalogue', async () => {
    await importVillageCatalogue(staff.handler)
    expect((await add('河西村党支部', 'PARTY_BRANCH')).body.catalogueIds).toEqual([])
  })

  it('are renamed and taken out of use, and are in the log', async () => {
    const { id } = (await add('河西')).body
    await staff.administrator.json('PATCH', `/api/desk/units/${id}`, { name: '河西村' })
    const off = await staff.administrator.json<UnitView>('PATCH', `/api/desk/units/${id}`, { disabled: true })
    expect(off.body).toMatchObject({ name: '河西村', disabled: true })
    const actions = board.deps.store.read.audit.ofSubject('unit', id).map((event) => event.action)
    expect(actions).toEqual(['unit.add', 'unit.update', 'unit.update'])
  })

  it('have boards with a name and a place', async () => {
    const { id } = (await add('河西村')).body
    const path = `/api/desk/units/${id}/boards`
    const fields = { name: '村务公开栏', place: '村委会门口', regime: 'VILLAGE' }
    const added = await staff.administrator.post<UnitView>(path, fields)
    expect(added.body.boards).toMatchObject([fields])
    expect((await staff.administrator.post<Refused>(path, fields)).body.code).toBe('unit.name-taken')
    const boardId = added.body.boards[0]?.id ?? ''
    const off = await staff.administrator.json<UnitView>('PATCH', `/api/desk/boards/${boardId}`, {
      disabled: true,
    })
    expect(off.body.boards).toMatchObject([{ name: '村务公开栏', disabled: true }])
    const missing = await staff.administrator.json<Refused>('PATCH', '/api/desk/boards/none', { name: '甲' })
    expect([missing.status, missing.body.code]).toEqual([404, 'board.not-found'])
  })
})
