import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskStatus } from '../../server/office/views.ts'
import { MOUNTS, type MountedBoard } from '../support/mounts.ts'
import { answerContract } from './answer-contract.ts'
import { appRoutes } from './app-routes.ts'
import { call, type ContractBoard, line, openContractBoard, refusalOf } from './contract-board.ts'
import { refusalContract } from './refusal-contract.ts'
import { trustContract } from './trust-contract.ts'

describe.each(MOUNTS)('over $name, before the office is set up', ({ open }) => {
  let board: MountedBoard
  beforeAll(async () => {
    board = await open()
  })
  afterAll(() => board.close())

  it('nothing public answers', async () => {
    for (const route of appRoutes(board.deps).filter(({ path }) => path.startsWith('/api/public/'))) {
      const response = await call(board.visitor(), route)
      expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([
        503,
        'office.not-set-up',
      ])
    }
  })

  it('the desk tells its own browser that it is not set up, and lets nobody else know anything', async () => {
    const desk = await board.desk()
    const status = await desk.get<DeskStatus>('/api/desk/status')
    expect(status.body).toMatchObject({ setUp: false, office: null, people: [], session: null })
    expect((await desk.raw('GET', '/api/desk/notices')).status).toBe(401)
    expect((await board.stranger().raw('GET', '/api/desk/status')).status).toBe(401)
  })
})

describe.each(MOUNTS)('over $name', (mount) => {
  let contract: ContractBoard
  beforeAll(async () => {
    contract = await openContractBoard(mount)
  })
  afterAll(() => contract.board.close())

  describe('trust', () => trustContract(() => contract))
  describe('answers', () => answerContract(() => contract))
  describe('refusals', () => refusalContract(() => contract))
})
