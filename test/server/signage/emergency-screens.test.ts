import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { programmeAt } from '../../../domain/signage/programme.ts'
import type { EmergencyView } from '../../../server/notice/emergency/views.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'
import { hangScreen, readFeed } from '../../support/screen-flow.ts'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})
afterEach(() => flow.board.close())

const later = (hours: number) =>
  new Date(Date.parse(flow.board.clock.now()) + hours * 3_600_000).toISOString()

async function warn(
  screenIds?: readonly string[],
): Promise<{ emergencyId: string; status: number; code: string }> {
  const { handler } = flow.staff
  const { read } = flow.board.deps.store
  const itemId = read.catalogue.list().flatMap(({ id }) => read.catalogue.items(id))[0]?.id ?? null
  const opened = await handler.post<EmergencyView>('/api/desk/emergencies', {
    ...{ kind: 'RAINSTORM', event: '暴雨', unitId: 'township', itemId, startedAt: null },
  })
  const emergencyId = opened.body.id
  const { status, body } = await handler.post<{ code: string }>(
    `/api/desk/emergencies/${emergencyId}/publish`,
    {
      ...{
        title: '暴雨紧急通告',
        body: paragraphs('示例县气象台发布暴雨红色预警，请立即转移。'),
        reason: '先发布后补审',
      },
      mark: { level: 'RED', issuer: '示例县气象台', issuedAt: later(-1), takeoverUntil: later(10) },
      ...(screenIds && { screenIds }),
    },
  )
  if (status !== 200 && status !== 404) throw new Error(JSON.stringify(body))
  return { emergencyId, status, code: body.code }
}

async function stateOf(id: string): Promise<string> {
  const { body } = await readFeed(flow.board, id)
  return programmeAt(body, body.asOf).state
}

describe('an emergency takes screens over', () => {
  const closedNow = [{ weekdays: [7], from: '08:00', to: '09:00' }]

  it('all of them unless it names some, closed ones too, with who issued the warning and when', async () => {
    const hall = (await hangScreen(flow.staff, { openingHours: closedNow })).screen
    const gate = (await hangScreen(flow.staff, { name: '门口屏' })).screen
    expect([await stateOf(hall.id), await stateOf(gate.id)]).toEqual(['CLOSED', 'RUNNING'])
    await warn()
    expect([await stateOf(hall.id), await stateOf(gate.id)]).toEqual(['TAKEOVER', 'TAKEOVER'])
    const { body } = await readFeed(flow.board, hall.id)
    const [item] = Object.values(body.items)
    expect(item?.emergency).toEqual({ issuer: '示例县气象台', issuedAt: later(-1) })
  })

  it('only those it names, and gives them back when it is declared over before its time', async () => {
    const hall = (await hangScreen(flow.staff)).screen
    const gate = (await hangScreen(flow.staff, { name: '门口屏', openingHours: closedNow })).screen
    const { emergencyId } = await warn([hall.id])
    expect([await stateOf(hall.id), await stateOf(gate.id)]).toEqual(['TAKEOVER', 'CLOSED'])
    await flow.staff.handler.post(`/api/desk/emergencies/${emergencyId}/end`, { reason: '预警解除' })
    expect([await stateOf(hall.id), await stateOf(gate.id)]).toEqual(['RUNNING', 'CLOSED'])
  })

  it('none at all where only the kiosk is meant, and none that is not there', async () => {
    const hall = (await hangScreen(flow.staff)).screen
    await warn([])
    expect(await stateOf(hall.id)).toBe('RUNNING')
    expect((await warn(['no-such-screen'])).code).toBe('screen.not-found')
  })

  it('until its minute, also when the server is away by then', async () => {
    const hall = (await hangScreen(flow.staff)).screen
    await warn()
    const { body } = await readFeed(flow.board, hall.id)
    expect(programmeAt(body, later(9)).state).toBe('TAKEOVER')
    expect(programmeAt(body, later(10)).state).toBe('RUNNING')
  })
})
