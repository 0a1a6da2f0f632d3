import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ColumnChoice, ScreensView, ScreenView } from '../../../server/signage/views.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { hangScreen, subscribed, television } from '../../support/screen-flow.ts'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})
afterEach(() => flow.board.close())

type Said = ScreenView & Refused
const add = (definition: object) => flow.staff.administrator.post<Said>('/api/desk/screens', definition)
const change = (id: string, body: object) =>
  flow.staff.administrator.json<Said>('PUT', `/api/desk/screens/${id}`, body)
const list = async () => (await flow.staff.handler.get<ScreensView>('/api/desk/screens')).body

describe('the register of screens', () => {
  it('a screen is added, changed version by version, and ended; only an administrator does', async () => {
    const { screen, version } = await hangScreen(flow.staff)
    expect([version, (await list()).mayChange]).toEqual([1, false])
    expect((await flow.staff.handler.post<Said>('/api/desk/screens', television())).body.code).toBe(
      'trust.role-missing',
    )
    const renamed = await change(screen.id, { version: 1, definition: television({ name: '大厅北侧电视' }) })
    expect(renamed.body).toMatchObject({ version: 2, screen: { id: screen.id, name: '大厅北侧电视' } })
    const stale = await change(screen.id, { version: 1, definition: television({ name: '别的' }) })
    expect(stale.body.code).toBe('screen.changed-meanwhile')
    const same = await change(screen.id, { version: 2, definition: television({ name: '大厅北侧电视 ' }) })
    expect(same.body.code).toBe('screen.nothing-changed')
    const end = (reason: string) =>
      flow.staff.administrator.post<Said>(`/api/desk/screens/${screen.id}/end`, { reason })
    expect((await end(' ')).body.code).toBe('screen.reason-required')
    expect((await end('屏幕损坏')).status).toBe(200)
    expect((await end('再次')).body.code).toBe('screen.not-found')
    expect((await list()).screens).toEqual([])
  })

  it('what cannot be kept is refused with the field and its limit', async () => {
    const tall = television()
    expect((await add({ ...tall, geometry: { ...tall.geometry, pixelHeight: 99_999 } })).body).toMatchObject({
      ...{ code: 'screen.out-of-range', params: { field: 'pixelHeight', least: 16, most: 16_384 } },
    })
    const unknown = subscribed({ column: { kind: 'UNIT', unitId: 'nobody', regime: null } })
    expect((await add(television({ subscriptions: [subscribed({ id: 'x' }), unknown] }))).body).toMatchObject(
      {
        ...{ code: 'screen.column-unknown', params: { number: 2 } },
      },
    )
    expect((await add(television({ unitId: 'nobody' }))).body.code).toBe('unit.not-found')
    await hangScreen(flow.staff)
    expect((await add(television())).body.code).toBe('screen.name-taken')
    expect((await add({ ...television({ name: '二号' }), colour: 'red' })).body).toMatchObject({
      ...{ code: 'request.invalid', params: { field: 'colour' } },
    })
  })

  it('a record is never rewritten: what a screen was to show last month can be told', async () => {
    const { screen } = await hangScreen(flow.staff)
    await change(screen.id, { version: 1, definition: television({ name: '新名' }) })
    const { database } = flow.board.deps.store
    for (const statement of [
      'UPDATE screen_version SET unit_id = unit_id',
      'DELETE FROM screen_version',
      'DELETE FROM screen',
      'UPDATE screen SET created_at = created_at',
    ]) {
      expect(() => database.exec(statement)).toThrow()
    }
  })

  it('a short address leads to its page, which a remote control can type', async () => {
    const { screen, number } = await hangScreen(flow.staff)
    const visitor = flow.board.visitor()
    const led = await visitor.raw('GET', `/s/${String(number)}`)
    expect([led.status, led.headers.get('location')]).toEqual([302, `/signage/${screen.id}`])
    for (const wrong of ['2', '0', '-1', '1e3', '99999999999999999999']) {
      expect((await visitor.raw('GET', `/s/${wrong}`)).status, wrong).toBe(404)
    }
  })

  it('columns are offered with what the public sees in them', async () => {
    await flow.publish({ noticeKind: 'ANNOUNCEMENT' })
    const columns = (await flow.staff.handler.get<ColumnChoice[]>('/api/desk/screen-columns')).body
    expect(columns[0]).toEqual({ column: { kind: 'ALL' }, name: '全部公开信息', count: 1 })
    const kinds = columns.flatMap(({ column }) => (column.kind === 'NOTICE_KIND' ? [column.noticeKind] : []))
    expect(kinds).toEqual(['ANNOUNCEMENT'])
    const units = columns.filter(({ column }) => column.kind === 'UNIT')
    expect(units.map(({ name, count }) => [name, count])).toEqual([
      ['示例县云溪镇人民政府', 1],
      ['示例县云溪镇人民政府·村务公开', 1],
    ])
  })
})
