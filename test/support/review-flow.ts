import { expect } from 'vitest'
import type { DecisionKind } from '../../domain/notice/notice-state.ts'
import type { Role } from '../../domain/office/role.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { AccountView } from '../../server/office/views.ts'
import type { Answer, DeskClient } from './desk-client.ts'
import { firstSignIn, GIVEN_PASSWORD, type Staff, type TestBoard } from './test-board.ts'

/** An answer as both a notice and a refusal, so that a test can ask for either. */
export type NoticeAnswer = Answer<NoticeDetail & { readonly code: string; readonly params: object }>

/** A person more, signed in at a browser of their own. */
export async function hire(
  board: TestBoard,
  staff: Staff,
  name: string,
  roles: readonly Role[],
): Promise<DeskClient> {
  const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
    name,
    roles,
    password: GIVEN_PASSWORD,
  })
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  const client = await board.desk()
  await firstSignIn(client, added.body.id)
  return client
}

/** Acts on one notice as the screens do. */
export function onNotice(id: string) {
  const at = `/api/desk/notices/${id}`
  type Body = NoticeAnswer['body']
  const detail = async (desk: DeskClient) => (await desk.get<Body>(at)).body
  return {
    detail,
    hash: async (desk: DeskClient) => (await detail(desk)).submission?.hash ?? '',
    submit: async (desk: DeskClient): Promise<NoticeAnswer> =>
      desk.post<Body>(`${at}/submit`, { revision: (await detail(desk)).draft.revision }),
    decide: async (
      desk: DeskClient,
      kind: DecisionKind,
      more: Readonly<Record<string, unknown>> = {},
    ): Promise<NoticeAnswer> =>
      desk.post<Body>(`${at}/decisions`, {
        ...{ kind, decision: 'APPROVED', reason: '', unreadAcknowledged: true },
        submissionHash: (await detail(desk)).submission?.hash ?? '',
        ...more,
      }),
    remark: async (desk: DeskClient, remark: Readonly<Record<string, unknown>>): Promise<NoticeAnswer> =>
      desk.post<Body>(`${at}/remarks`, {
        submissionHash: (await detail(desk)).submission?.hash ?? '',
        ...remark,
      }),
    refer: async (desk: DeskClient, referredTo: string, question: string): Promise<NoticeAnswer> =>
      desk.post<Body>(`${at}/referral`, {
        ...{ referredTo, question },
        submissionHash: (await detail(desk)).submission?.hash ?? '',
      }),
    publish: async (desk: DeskClient): Promise<NoticeAnswer> =>
      desk.post<Body>(`${at}/publish`, { submissionHash: (await detail(desk)).submission?.hash ?? '' }),
    post: (desk: DeskClient, step: string, body: unknown = {}): Promise<NoticeAnswer> =>
      desk.post<Body>(`${at}/${step}`, body),
    upload: (
      desk: DeskClient,
      step: string,
      name: string,
      bytes: Uint8Array,
      fields: Record<string, string>,
    ): Promise<NoticeAnswer> => desk.upload<Body>(`${at}/${step}`, name, bytes, fields),
  }
}

/** The beginning of a PDF: as much as the sniffing of a scan looks at. */
export const SCAN = new TextEncoder().encode('%PDF-1.7\n审核单扫描件')
