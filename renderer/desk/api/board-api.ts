import type { PhotoMoment, PhotoView } from '../../../domain/posting/posting-state.ts'
import type { PostingRule } from '../../../domain/posting/posting-rule.ts'
import type {
  BoardView,
  PhotoTicketView,
  PostingRulesView,
  PostingView,
  PostingWork,
  SheetSpot,
  StickPhoto,
} from '../../../server/posting/views.ts'
import { send, sendForm } from '../../shared/request.ts'
import { type Progress, upload } from '../notice/upload.ts'

const DESK = '/api/desk'
const name = encodeURIComponent

async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await send(`${DESK}${path}`, signal === undefined ? {} : { signal })).json()) as T
}

async function tell<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
  const response = await send(`${DESK}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}

/** Every board with what hangs and is to hang on it. */
export const getBoards = (signal?: AbortSignal): Promise<readonly BoardView[]> => ask('/boards', signal)

/** One board. */
export const getBoard = (id: string, signal?: AbortSignal): Promise<BoardView> =>
  ask(`/boards/${name(id)}`, signal)

/** A panel as it is written: without an id it is new. */
export type PanelInput = {
  readonly id: string | null
  readonly name: string
  readonly width: number
  readonly height: number
}

/** Writes the panels of a board, in their order. */
export const savePanels = (
  id: string,
  set: { readonly revision: number; readonly panels: readonly PanelInput[] },
): Promise<BoardView> => tell('PUT', `/boards/${name(id)}/panels`, set)

/** Keeps a photograph of the board itself. */
export function saveBoardPhoto(id: string, file: File): Promise<BoardView> {
  const form = new FormData()
  form.set('file', file)
  return sendForm(`${DESK}/boards/${name(id)}/photo`, form)
}

/** What a morning asks for. */
export const getPostingWork = (signal?: AbortSignal): Promise<PostingWork> => ask('/posting-work', signal)

/** The sheets of a notice, wherever they hang or hung. */
export const getPostingsOf = (notice: string, signal?: AbortSignal): Promise<readonly PostingView[]> =>
  ask(`/postings?notice=${name(notice)}`, signal)

/** Plans a sheet: of the edition in force, or of the one with that hash. */
export const planPosting = (plan: {
  readonly noticeId?: string
  readonly hash?: string
  readonly boardId: string
  readonly plannedOn: string
  readonly spot: SheetSpot | null
}): Promise<PostingView> => tell('POST', '/postings', plan)

/** Lays a sheet on a panel, or takes it off the plan of the board. */
export const laySheet = (id: string, spot: SheetSpot | null): Promise<PostingView> =>
  tell('POST', `/postings/${name(id)}/spot`, { spot })

/** What can happen to a sheet, with what is written of it. */
export type PostingAct =
  | { readonly act: 'posted'; readonly on: string; readonly witness: string; readonly note: string }
  | { readonly act: 'checked' | 'damaged' | 'reposted'; readonly on: string; readonly note: string }
  | { readonly act: 'removed'; readonly on: string; readonly reason: string; readonly note: string }
  | { readonly act: 'cancelled'; readonly reason: string }

/** Writes down what happened. */
export const recordAct = (id: string, { act, ...said }: PostingAct): Promise<PostingView> =>
  tell('POST', `/postings/${name(id)}/${act}`, said)

/** Marks a sheet, or one of its photographs, as entered in error. */
export const markInError = (id: string, photoId: string | null, reason: string): Promise<PostingView> =>
  tell('POST', `/postings/${name(id)}${photoId === null ? '' : `/photos/${name(photoId)}`}/error`, { reason })

/** Hands in a photograph from a file. */
export function uploadPhoto(
  id: string,
  file: File,
  of: { readonly moment: PhotoMoment; readonly view: PhotoView },
  progress?: Progress,
): Promise<PostingView> {
  const form = new FormData()
  form.set('moment', of.moment)
  form.set('view', of.view)
  form.set('source', 'FILE')
  form.set('file', file)
  return upload(`${DESK}/postings/${name(id)}/photos`, form, progress)
}

/** Where a photograph is read from. */
export const photoAddress = (sha256: string): string => `${DESK}/photos/${name(sha256)}`

/** Opens a page for a phone. */
export const openPhotoTicket = (id: string, moment: PhotoMoment): Promise<PhotoTicketView> =>
  tell('POST', `/postings/${name(id)}/photo-ticket`, { moment })

/** What has come from the phone. */
export const getPhotoTicket = (id: string, signal?: AbortSignal): Promise<PhotoTicketView> =>
  ask(`/postings/${name(id)}/photo-ticket`, signal)

/** Ends the page for the phone: nobody at the desk looks at it any more. */
export async function endPhotoTicket(id: string): Promise<void> {
  await send(`${DESK}/postings/${name(id)}/photo-ticket`, { method: 'DELETE' })
}

/** Takes a photograph from the phone, or refuses it. */
export const decidePhonePhoto = (
  id: string,
  photoId: string,
  decision: { readonly take: boolean; readonly view: PhotoView },
): Promise<PostingView> => tell('POST', `/postings/${name(id)}/photo-ticket/${name(photoId)}`, decision)

/** Pictures on the sticks in this computer, newest first. */
export const getStickPhotos = (signal?: AbortSignal): Promise<readonly StickPhoto[]> =>
  ask('/stick-photos', signal)

/** Takes a picture from a stick. */
export const takeStickPhoto = (
  id: string,
  photo: { readonly token: string; readonly moment: PhotoMoment; readonly view: PhotoView },
): Promise<PostingView> => tell('POST', `/postings/${name(id)}/stick-photo`, photo)

/** Local rules of how long sheets stay up. */
export const getPostingRules = (signal?: AbortSignal): Promise<PostingRulesView> =>
  ask('/posting-rules', signal)

/** Sets one from a day on. */
export const setPostingRule = (rule: PostingRule): Promise<PostingRulesView> =>
  tell('PUT', '/posting-rules', rule)
