import { expect } from 'vitest'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { DepsOptions } from '../../server/create-deps.ts'
import type { PublicNotice } from '../../server/display/views.ts'
import type { EditionTasks, NoticeRecord } from '../../server/notice/archive/views.ts'
import type { NoticeDetail, SavedDraft } from '../../server/notice/views.ts'
import type { Answer } from './desk-client.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  submitAndApprove,
  writeDraft,
} from './publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from './test-board.ts'

/** A refusal as it comes over the wire. */
export type Refused = { readonly code: string; readonly params: Readonly<Record<string, unknown>> }

/** A set-up board and the ways tests of editions go on it. */
export type EditionFlow = {
  readonly board: TestBoard
  readonly staff: Staff
  readonly write: (content?: Partial<DraftContent>) => Promise<{ id: string; revision: number }>
  /** Writes and takes to approval; gives the hash. */
  readonly approve: (content?: Partial<DraftContent>) => Promise<{ id: string; hash: string }>
  readonly publish: (content?: Partial<DraftContent>) => Promise<NoticeDetail>
  /** Opens the next edition with the changes; gives its revision. */
  readonly revise: (id: string, change: Partial<DraftContent>) => Promise<number>
  readonly publishNext: (id: string, change: Partial<DraftContent>) => Promise<NoticeDetail>
  readonly withdraw: (id: string, input: Record<string, unknown>) => Promise<Answer<NoticeDetail & Refused>>
  readonly record: (id: string) => Promise<NoticeRecord>
  readonly tasks: () => Promise<EditionTasks>
  readonly onKiosk: (indexNumber: string | null) => Promise<PublicNotice>
}

/** Opens a board with the village catalogue. */
export async function openEditionFlow(options: Pick<DepsOptions, 'stickRoots'> = {}): Promise<EditionFlow> {
  // Days pass in these tests, and nobody is to sign in again.
  const board = openTestBoard({ idleLockMinutes: 10_000_000, ...options })
  const staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const usual = { title: '停电检修通知', body: paragraphs('因线路检修，河西村停电。'), catalogueItemId }
  const write: EditionFlow['write'] = (content = {}) => writeDraft(staff.handler, { ...usual, ...content })
  const revise: EditionFlow['revise'] = async (id, change) => {
    const revised = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/revise`)
    expect(revised.status, JSON.stringify(revised.body)).toBe(200)
    const { revision, content } = revised.body.draft
    const saved = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
      revision,
      content: { ...content, ...change },
    })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    return saved.body.revision
  }
  return {
    board,
    staff,
    write,
    revise,
    approve: async (content) => {
      const { id, revision } = await write(content)
      return { id, hash: await submitAndApprove(staff, id, revision) }
    },
    publish: async (content) => {
      const { id, revision } = await write(content)
      return publishDraft(staff, id, revision)
    },
    publishNext: async (id, change) => publishDraft(staff, id, await revise(id, change)),
    withdraw: (id, input) =>
      staff.handler.post(`/api/desk/notices/${id}/withdraw`, {
        hideTitle: false,
        note: '内容已变更',
        ...input,
      }),
    record: async (id) => (await staff.handler.get<NoticeRecord>(`/api/desk/notices/${id}/record`)).body,
    tasks: async () => (await staff.handler.get<EditionTasks>('/api/desk/edition-tasks')).body,
    onKiosk: async (indexNumber) =>
      (
        await board
          .visitor()
          .get<PublicNotice>(`/api/public/notice?index=${encodeURIComponent(indexNumber ?? '')}`)
      ).body,
  }
}
