import { expect } from 'vitest'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { DeskClient } from '../support/desk-client.ts'
import type { MountedBoard, MountKind } from '../support/mounts.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'
import { addressOf, appRoutes, type AppRoute } from './app-routes.ts'

/** A set-up board behind one mount, with one published notice; every part of the contract is asked of it. */
export type ContractBoard = {
  readonly board: MountedBoard
  readonly staff: Staff
  readonly routes: readonly AppRoute[]
  readonly deskRoutes: readonly AppRoute[]
  readonly published: NoticeDetail
  readonly anyHost: boolean
}

/** Opens such a board. */
export async function openContractBoard({ open, anyHost }: MountKind): Promise<ContractBoard> {
  const board = await open()
  const staff = await setUpOffice(board.desk)
  const routes = appRoutes(board.deps)
  const deskRoutes = routes.filter(({ path }) => path.startsWith('/api/desk/'))
  const item = await importVillageCatalogue(staff.handler)
  const { id, revision } = await writeDraft(staff.handler, {
    title: '关于停电检修的通知',
    body: paragraphs('河西村停电。'),
    catalogueItemId: item.id,
  })
  const published = await publishDraft(staff, id, revision)
  return { board, staff, routes, deskRoutes, published, anyHost }
}

/** A refusal as it comes over the wire. */
export type RefusalBody = { code: string; params: object; requestId: string }

/** Reads a refusal and proves its form. */
export async function refusalOf(response: Response): Promise<RefusalBody> {
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  const body = (await response.json()) as RefusalBody
  expect(Object.keys(body).sort()).toEqual(['code', 'params', 'requestId'])
  expect(body.requestId).toBe(response.headers.get('x-request-id'))
  return body
}

/** Proves the headers that every answer carries. */
export function expectSafeHeaders(response: Response, what: string): void {
  const headers = Object.fromEntries(response.headers)
  expect(headers, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  const policy = headers['content-security-policy'] ?? ''
  expect(policy, what).toMatch(/default-src '(self|none)'/)
  expect(policy, what).not.toMatch(/script-src[^;]*'unsafe|unsafe-eval|default-src[^;]*\*/)
  expect(headers, what).toHaveProperty('cache-control')
  expect(headers, what).not.toHaveProperty('access-control-allow-origin')
}

/** A route in one line, for messages. */
export const line = ({ method, path }: AppRoute) => `${method} ${path}`

/** Asks a route, with an empty JSON body where it writes. */
export function call(client: DeskClient, route: AppRoute): Promise<Response> {
  const write = !['GET', 'HEAD'].includes(route.method)
  return client.raw(route.method, addressOf(route), {
    ...(write && { body: '{}', headers: { 'content-type': 'application/json' } }),
  })
}
