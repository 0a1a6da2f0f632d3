import type { WholeFile } from '../../platform/blob-store.ts'
import type { Reads } from '../../db/store.ts'
import { photoClaim } from '../../domain/posting/photo-claim.ts'
import type { PhotoMoment, PhotoSource, PhotoView } from '../../domain/posting/posting-state.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { clockDoubtful } from './clock-doubt.ts'
import type { CleanPhoto } from './clean-photo.ts'
import { sheetState } from './sheet-standing.ts'

const MEGABYTE = 1024 * 1024
const MOST_MEGABYTES = 20
/** Photographs a sheet may have: each moment far and near, and some to spare. */
const MOST_OF_SHEET = 40

/** Bytes a photograph may have as it comes from the camera. */
export const PHOTO_LIMIT = MOST_MEGABYTES * MEGABYTE

/** What a photograph of a sheet shows. */
export type SheetMoment = Exclude<PhotoMoment, 'BOARD'>

/** A photograph that is drawn anew, with when it came. */
export type ReceivedPhoto = CleanPhoto & { readonly receivedAt: string; readonly clockDoubtful: boolean }

/**
 * Takes a photograph in: held to its size, known by its bytes, drawn anew in the worker. Nothing is stored yet. Refuses
 * `photo.too-large`, `photo.type-unknown`, `photo.damaged`.
 * @example await receivePhoto(deps, bytes)
 */
export async function receivePhoto(
  deps: Pick<Deps, 'work' | 'clock' | 'store'>,
  bytes: Uint8Array,
): Promise<Result<ReceivedPhoto>> {
  if (bytes.byteLength > PHOTO_LIMIT) return refuse('photo.too-large', { megabytes: MOST_MEGABYTES })
  const receivedAt = deps.clock.now()
  const doubtful = clockDoubtful(deps)
  const clean = await deps.work.run('cleanPhoto', bytes)
  return clean.ok ? accept({ ...clean.value, receivedAt, clockDoubtful: doubtful }) : clean
}

/** A photograph shows a step that was recorded: one of the removal while the sheet hangs would prove nothing. */
function requireMoment(read: Reads, id: string, moment: SheetMoment): Result<true> {
  const [sheet] = read.posting.sheets([id])
  if (!sheet || sheet.postedOn === null) return refuse('posting.not-found')
  const events = read.posting.events([id])
  const state = sheetState(sheet, events)
  if (state === 'ENTERED_IN_ERROR') return refuse('posting.wrong-state', { state, action: 'PHOTO' })
  const reached =
    moment === 'POSTED' ||
    (moment === 'REMOVED' ? state === 'REMOVED' : events.some(({ kind }) => kind === moment))
  if (!reached) return refuse('photo.moment-not-reached')
  return read.posting.photos([id]).length < MOST_OF_SHEET
    ? accept(true)
    : refuse('photo.too-many', { most: MOST_OF_SHEET })
}

async function rowOf(deps: Deps, principal: Principal, photo: ReceivedPhoto, source: PhotoSource) {
  const { bytes, width, height, receivedAt } = photo
  return {
    id: deps.ids.next(),
    // On the disk before a row names it.
    sha256: await deps.blobs.put(bytes),
    size: bytes.byteLength,
    width,
    height,
    source,
    receivedAt,
    ...photoClaim(photo.claimedAt, receivedAt),
    clockDoubtful: photo.clockDoubtful,
    accountId: principal.id,
  }
}

/**
 * Keeps a photograph of a sheet: of a step that was recorded, for the office only. Needs HANDLER or DEPUTY_LEADER. Gives the id of the
 * sheet. Refuses `posting.not-found`, `posting.wrong-state` for one entered in error, `photo.moment-not-reached`, `photo.too-many`.
 * @example await keepPhoto(deps, handler, id, photo, { moment: 'POSTED', view: 'DISTANT', source: 'FILE' })
 */
export async function keepPhoto(
  deps: Deps,
  principal: Principal,
  id: string,
  photo: ReceivedPhoto,
  as: { readonly moment: SheetMoment; readonly view: PhotoView; readonly source: PhotoSource },
): Promise<Result<string>> {
  const allowed = mayPhotograph(deps, principal, id, as.moment)
  if (!allowed.ok) return allowed
  const row = await rowOf(deps, principal, photo, as.source)
  return deps.store.tx((write, read): Result<string> => {
    const fits = requireMoment(read, id, as.moment)
    if (!fits.ok) return fits
    write.posting.photo({ ...row, postingId: id, moment: as.moment, view: as.view })
    const rowSha256 = read.posting.rowHash('PHOTO', row.id)
    const detail = { photoMoment: as.moment, sha256: row.sha256, photo: row.id, rowSha256 }
    record(deps, write, principal, 'posting.photo', { kind: 'posting', id }, detail)
    return accept(id)
  })
}

/**
 * Whether a person may add a photograph of this step; asked before the heavy part. Refuses like `keepPhoto`.
 * @example mayPhotograph(deps, handler, id, 'POSTED').ok
 */
export function mayPhotograph(
  deps: Pick<Deps, 'store'>,
  principal: Principal,
  id: string,
  moment: SheetMoment,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  return allowed.ok ? requireMoment(deps.store.read, id, moment) : allowed
}

/**
 * Keeps a photograph of a board itself; the newest is shown. Needs HANDLER, DEPUTY_LEADER or ADMINISTRATOR. Refuses
 * `board.not-found` and what `receivePhoto` refuses.
 * @example await addBoardPhoto(deps, handler, boardId, bytes)
 */
export async function addBoardPhoto(
  deps: Deps,
  principal: Principal,
  boardId: string,
  bytes: Uint8Array,
): Promise<Result<true>> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  if (!deps.store.read.unit.boards().some(({ id }) => id === boardId)) return refuse('board.not-found')
  const photo = await receivePhoto(deps, bytes)
  if (!photo.ok) return photo
  const row = await rowOf(deps, principal, photo.value, 'FILE')
  return deps.store.tx((write, read): Result<true> => {
    write.board.photo({ ...row, boardId })
    const rowSha256 = read.posting.rowHash('BOARD_PHOTO', row.id)
    const detail = { sha256: row.sha256, photo: row.id, rowSha256 }
    record(deps, write, principal, 'board.photo', { kind: 'board', id: boardId }, detail)
    return accept(true)
  })
}

/**
 * The file of a photograph, by its hash: only of one that a sheet or board names, so that no other file of the office is read this
 * way. Refuses `photo.not-found`.
 * @example await photoFileOf(deps, sha256)
 */
export async function photoFileOf(
  deps: Pick<Deps, 'store' | 'blobs'>,
  sha256: string,
): Promise<Result<WholeFile>> {
  if (!/^[0-9a-f]{64}$/.test(sha256) || !deps.store.read.posting.namesPhoto(sha256)) {
    return refuse('photo.not-found')
  }
  return accept(await deps.blobs.whole(sha256))
}
