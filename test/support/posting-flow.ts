import { expect } from 'vitest'
import type { BoardView, PostingView } from '../../server/posting/views.ts'
import type { Answer, DeskClient } from './desk-client.ts'
import type { Refused } from './edition-flow.ts'
import { phonePhoto } from './photo-files.ts'
import type { Staff } from './test-board.ts'

/** Registers a board of a unit; gives its id. */
export async function addBoard(staff: Staff, unitId: string, name: string, regime = 'GOV'): Promise<string> {
  const added = await staff.administrator.post<{ boards: readonly { id: string; name: string }[] }>(
    `/api/desk/units/${unitId}/boards`,
    { name, place: '门口', regime },
  )
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  return added.body.boards.find((board) => board.name === name)?.id ?? ''
}

/** Sets one panel of 1.2 × 0.9 m out on a board; gives the board. */
export async function onePanel(desk: DeskClient, boardId: string): Promise<BoardView> {
  const { panelsRevision } = (await desk.get<BoardView>(`/api/desk/boards/${boardId}`)).body
  const set = await desk.json<BoardView>('PUT', `/api/desk/boards/${boardId}/panels`, {
    revision: panelsRevision,
    panels: [{ id: null, name: '左栏', width: 1200, height: 900 }],
  })
  expect(set.status, JSON.stringify(set.body)).toBe(200)
  return set.body
}

type Sheet = Answer<PostingView & Refused>

/** Plans a sheet. */
export function plan(
  desk: DeskClient,
  noticeId: string,
  boardId: string,
  plannedOn: string,
  spot: object | null = null,
): Promise<Sheet> {
  return desk.post('/api/desk/postings', { noticeId, boardId, plannedOn, spot })
}

/** Does something to a sheet. */
export function act(desk: DeskClient, id: string, step: string, body: object): Promise<Sheet> {
  return desk.post(`/api/desk/postings/${id}/${step}`, body)
}

/** Plans a sheet for a day and puts it up on it; gives it. */
export async function hang(
  desk: DeskClient,
  noticeId: string,
  boardId: string,
  on: string,
  witness = '',
): Promise<PostingView> {
  const planned = await plan(desk, noticeId, boardId, on)
  expect(planned.status, JSON.stringify(planned.body)).toBe(200)
  const posted = await act(desk, planned.body.id, 'posted', { on, witness, note: '' })
  expect(posted.status, JSON.stringify(posted.body)).toBe(200)
  return posted.body
}

/** Hands a photograph in from a file. */
export async function photograph(
  desk: DeskClient,
  id: string,
  moment: string,
  view = 'DISTANT',
  bytes?: Uint8Array,
): Promise<Sheet> {
  const picture = bytes ?? (await phonePhoto())
  return desk.upload(`/api/desk/postings/${id}/photos`, '照片.jpg', picture, { moment, view, source: 'FILE' })
}
