import type { DownwardItemRow } from '../../../db/repos/downward-repo.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { DICTIONARY_KINDS, type DictionaryKind } from '../../../domain/wording/wording-entry.ts'
import { record } from '../../audit/record.ts'
import { takeImport } from '../../catalogue/take-import.ts'
import type { TakeImport } from '../../catalogue/views.ts'
import type { Deps } from '../../deps.ts'
import { takeCalendar, type TakeDecision } from '../../duty/calendar/take-calendar.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { takeDictionary } from '../../wording/take-dictionary.ts'
import { itemView } from './downward-views.ts'
import type { DownwardItemView } from './views.ts'

/** What a person decided after the difference was shown. */
export type ItemTaking =
  | ({ readonly kind: 'CATALOGUE'; readonly importId: string } & TakeImport)
  | ({ readonly kind: 'CALENDAR' } & TakeDecision)
  | { readonly kind: 'DICTIONARY'; readonly digest: string }

/**
 * A thing nobody has decided about. Refuses `downward.item-not-found` and `downward.item-taken`.
 * @example openItem(read, id)
 */
export function openItem(read: Pick<Reads, 'downward'>, id: string): Result<DownwardItemRow> {
  const item = read.downward.byId(id)
  if (!item) return refuse('downward.item-not-found')
  return item.end ? refuse('downward.item-taken') : accept(item)
}

/**
 * Which dictionary an item is of, by its key. Refuses `downward.item-unreadable`.
 * @example dictionaryOf(item) // { ok: true, value: 'MISWRITING' }
 */
export function dictionaryOf({ key, title }: DownwardItemRow): Result<DictionaryKind> {
  const kind = DICTIONARY_KINDS.find((one) => one === key)
  return kind ? accept(kind) : refuse('downward.item-unreadable', { title })
}

/**
 * Puts a catalogue, calendar or dictionary of the county to use as the area itself does, in one transaction with the decision; older
 * versions of it that are still open are overtaken, and all that a county database before a restore gave out. Refuses `downward.item-not-found`, `downward.item-taken`, `request.invalid` for
 * another kind than it is, and what the area refuses.
 * @example await takeItem(deps, handler, id, { kind: 'DICTIONARY', digest })
 */
export async function takeItem(
  deps: Deps,
  principal: Principal,
  id: string,
  taking: ItemTaking,
): Promise<Result<DownwardItemView>> {
  const item = openItem(deps.store.read, id)
  if (!item.ok) return item
  if (item.value.kind !== taking.kind) return refuse('request.invalid', { field: 'kind' })
  const also = (write: Writes, read: Reads) =>
    decide(deps, write, read, principal, { id, how: 'TAKEN', note: '' })
  const taken = await takeByKind(deps, principal, item.value, taking, also)
  return taken.ok ? viewOf(deps, id) : taken
}

async function takeByKind(
  deps: Deps,
  principal: Principal,
  item: DownwardItemRow,
  taking: ItemTaking,
  also: (write: Writes, read: Reads) => Result<unknown>,
): Promise<Result<unknown>> {
  if (taking.kind === 'CATALOGUE') {
    const stored = deps.store.read.catalogue.import(taking.importId)
    // Another file's preview must not be taken in this one's name.
    if (stored && stored.sha256 !== item.sha256) return refuse('catalogue.import-not-found')
    return takeImport(deps, principal, taking.importId, { sheets: taking.sheets }, also)
  }
  const file = { fileName: item.fileName, bytes: await deps.blobs.get(item.sha256) }
  if (taking.kind === 'CALENDAR') {
    const { digest, confirmed, keyName } = taking
    return takeCalendar(
      deps,
      principal,
      file,
      { digest, confirmed, ...(keyName !== undefined && { keyName }) },
      also,
    )
  }
  const kind = dictionaryOf(item)
  if (!kind.ok) return kind
  return takeDictionary(deps, principal, kind.value, file, { digest: taking.digest, source: '' }, also)
}

/**
 * Records that a thing is not taken, or that an instruction was read. Needs HANDLER, DEPUTY_LEADER or ADMINISTRATOR. Refuses
 * `downward.item-not-found`, `downward.item-taken`; reading what is no instruction is `request.invalid`.
 * @example await settleItem(deps, handler, id, { how: 'READ', note: '' })
 */
export async function settleItem(
  deps: Deps,
  principal: Principal,
  id: string,
  decision: { readonly how: 'DECLINED' | 'READ'; readonly note: string },
): Promise<Result<DownwardItemView>> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const settled = deps.store.tx((write, read) => decide(deps, write, read, principal, { id, ...decision }))
  return settled.ok ? viewOf(deps, id) : settled
}

const ACTIONS = { TAKEN: 'downward.take', DECLINED: 'downward.decline', READ: 'downward.read' } as const

function decide(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  decision: { readonly id: string; readonly how: 'TAKEN' | 'DECLINED' | 'READ'; readonly note: string },
): Result<true> {
  const { id, how, note } = decision
  // Asked again inside: of two people who decide at once, the second finds it decided.
  const item = openItem(read, id)
  if (!item.ok) return item
  const { kind, key, version, countyInstanceId, sequence } = item.value
  if ((how === 'READ') !== (kind === 'INSTRUCTION' && how !== 'DECLINED')) {
    return refuse('request.invalid', { field: 'kind' })
  }
  const at = deps.clock.now()
  write.downward.end({ itemId: id, how, note: note.trim(), accountId: principal.id, at })
  if (how !== 'DECLINED') {
    // A county that was restored counts anew: what its former database gave out is older, whatever its number.
    const ofNewest = read.downward.newestCounty() === countyInstanceId
    const older = read.downward
      .versions(kind, key)
      .filter(
        (other) =>
          other.end === null &&
          (other.countyInstanceId === countyInstanceId ? other.version < version : ofNewest),
      )
    for (const { id: itemId } of older)
      write.downward.end({ itemId, how: 'OVERTAKEN', note: '', accountId: principal.id, at })
  }
  record(
    deps,
    write,
    principal,
    ACTIONS[how],
    { kind: 'downward', id },
    { sequence, versionOfCounty: version },
  )
  return accept(true)
}

async function viewOf(deps: Deps, id: string): Promise<Result<DownwardItemView>> {
  const row = deps.store.read.downward.byId(id)
  if (!row) throw new Error('a thing that was decided about is there')
  return accept(await itemView(deps, row))
}
