import type { StoredTable, StoredTaking } from '../../../db/repos/notice-table-repo.ts'
import { sha256 } from '../../../platform/sha256.ts'
import type { Reads } from '../../../db/store.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import type { GateOverride } from '../../../domain/privacy/gate.ts'
import type { GateHit, HitKind } from '../../../domain/privacy/gate-hit.ts'
import { removedHit, removedInContent } from '../../../domain/privacy/removed-hits.ts'
import { holdsBlocks } from '../../../domain/table/place-blocks.ts'
import {
  comparable,
  isSearched,
  removedSearch,
  type RemovedValue,
} from '../../../domain/table/removed-value.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { NamedValue } from './search-file.ts'

/**
 * The name of a removed value outside the office's own table.
 * @example fingerprintOf(fingerprint, { kind: 'NAME', value: '周敏' })
 */
export function fingerprintOf(
  fingerprint: (kind: HitKind, value: string) => string,
  { value }: RemovedValue,
): string {
  return fingerprint('REMOVED_VALUE', comparable(value).text)
}

/**
 * A text to be asked about: a working copy (`frozenAt` null), or one handed in at that revision of the draft, for which
 * nothing counts that was done with a list afterwards.
 */
export type AskedText = {
  readonly content: Pick<PublicContent, 'body'>
  readonly frozenAt: number | null
}

/**
 * The revision at which what is being decided on was handed in; null while nothing is.
 * @example frozenRevision(read, noticeId) // 7
 */
export function frozenRevision(read: Reads, noticeId: string): number | null {
  return read.submission.open(noticeId)?.revision ?? null
}

function takingsOf(read: Reads, table: Pick<StoredTable, 'id'>, { frozenAt }: AskedText) {
  return read.noticeTable
    .takings(table.id)
    .filter(({ draftRevision }) => frozenAt === null || draftRevision <= frozenAt)
}

/**
 * The take-over of a list that a text holds; where it holds none, the newest.
 * @example takingIn(read, table, { content, frozenAt: null })?.taking.derivedSha256
 */
export function takingIn(
  read: Reads,
  table: Pick<StoredTable, 'id'>,
  text: AskedText,
): { readonly taking: StoredTaking; readonly inText: boolean } | null {
  const takings = takingsOf(read, table, text)
  const held = takings.find(({ blocks }) => holdsBlocks(text.content.body, blocks))
  const newest = takings[0]
  if (held) return { taking: held, inText: true }
  return newest ? { taking: newest, inText: false } : null
}

/** The values a text must not hold, and the name of the set. */
export type RemovedSet = { readonly values: readonly NamedValue[]; readonly sha256: string }

function cellsOf(blocks: StoredTaking['blocks']): readonly string[] {
  return blocks.flatMap((block) =>
    block.type === 'table'
      ? block.content.flatMap((row) =>
          row.content.map((cell) => comparable(bodyText({ type: 'doc', content: cell.content })).text),
        )
      : [],
  )
}

/**
 * Everything that was ever taken out of the lists of a notice, those set aside too; null when nothing was. What a checked
 * table in the text prints by the policy is not hidden by an earlier take-over that did not print it.
 * @example removedSet(read, noticeId, { content, frozenAt: null })?.values.length
 */
export function removedSet(read: Reads, noticeId: string, text: AskedText): RemovedSet | null {
  const takings = read.noticeTable.everOfNotice(noticeId).flatMap((table) => takingsOf(read, table, text))
  if (takings.length === 0) return null
  const held = new Set(takings.filter(({ blocks }) => holdsBlocks(text.content.body, blocks)))
  const printed = new Set([...held].flatMap(({ blocks }) => cellsOf(blocks)))
  const values = takings.flatMap((taking) =>
    read.noticeTable
      .removed(taking.sequence)
      .filter((one) => isSearched(one) && (held.has(taking) || !printed.has(comparable(one.value).text))),
  )
  if (values.length === 0) return null
  const names = [...new Set(values.map(({ fingerprint }) => fingerprint))].toSorted()
  return { values, sha256: sha256(names.join('\n')) }
}

/**
 * Hits of values that were taken out of the lists of a notice and stand in it again: in everything written, and in its
 * files as they were last read from their bytes.
 * @example removedHits(read, noticeId, content, overrides, null).length // 0
 */
export function removedHits(
  read: Reads,
  noticeId: string,
  content: PublicContent,
  overrides: readonly GateOverride[],
  frozenAt: number | null,
): readonly GateHit[] {
  const set = removedSet(read, noticeId, { content, frozenAt })
  if (!set) return []
  const names = new Map(set.values.map(({ kind, value, fingerprint }) => [`${kind}\n${value}`, fingerprint]))
  const written = removedInContent(
    content,
    removedSearch(set.values),
    ({ kind, value }) => names.get(`${kind}\n${value}`) ?? '',
  )
  const files = new Map(content.attachments.map(({ id, sha256: hash }) => [id, hash]))
  const inFiles = read.noticeTable
    .searches(noticeId, set.sha256)
    .filter(({ attachmentId, fileSha256 }) => files.get(attachmentId) === fileSha256)
    .flatMap(({ finds }) => finds)
  const known = new Set<string>()
  return [
    ...written.map(({ maskable, ...find }) => removedHit(find, overrides, maskable)),
    ...inFiles.map((find) => removedHit(find, overrides, false)),
  ].filter(({ id }) => !known.has(id) && known.add(id))
}

/**
 * Refuses `table.files-unsearched` while a file of the public content was not read again and searched for what was taken
 * out of the lists.
 * @example requireSearched(read, noticeId, content, null)
 */
export function requireSearched(
  read: Reads,
  noticeId: string,
  content: PublicContent,
  frozenAt: number | null,
): Result<true> {
  const set = removedSet(read, noticeId, { content, frozenAt })
  if (!set) return accept(true)
  const searched = new Set(
    read.noticeTable
      .searches(noticeId, set.sha256)
      .map(({ attachmentId, fileSha256 }) => `${attachmentId} ${fileSha256}`),
  )
  const open = content.attachments.filter(({ id, sha256: hash }) => !searched.has(`${id} ${hash}`))
  return open.length === 0 ? accept(true) : refuse('table.files-unsearched', { count: open.length })
}

/**
 * Reads every public file of a notice again from its bytes and searches it for what was taken out of the lists, where
 * that has not been done for these bytes and these values. The heavy part, before any transaction. Refuses what reading
 * a file refuses.
 * @example await searchFiles(deps, noticeId)
 */
export async function searchFiles(
  deps: Pick<Deps, 'store' | 'blobs' | 'work' | 'clock'>,
  noticeId: string,
): Promise<Result<true>> {
  const { read } = deps.store
  const notice = read.notice.byId(noticeId)
  if (!notice) return accept(true)
  const submission = read.submission.open(noticeId)
  const texts: AskedText[] = [{ content: notice.content, frozenAt: null }]
  if (submission) {
    const content = JSON.parse(submission.content) as PublicContent
    texts.push({ content, frozenAt: submission.revision })
  }
  for (const text of texts) {
    const set = removedSet(read, noticeId, text)
    if (!set) continue
    const known = read.noticeTable.searches(noticeId, set.sha256)
    for (const file of read.attachment.everOfNotice(noticeId)) {
      const done = known.some((one) => one.attachmentId === file.id && one.fileSha256 === file.publicSha256)
      if (done) continue
      const found = await deps.work.run('searchFile', {
        attachmentId: file.id,
        mediaType: file.mediaType,
        bytes: await deps.blobs.get(file.publicSha256),
        values: set.values,
      })
      if (!found.ok) return found
      deps.store.tx((write) =>
        write.noticeTable.search({
          noticeId,
          attachmentId: file.id,
          fileSha256: file.publicSha256,
          valuesSha256: set.sha256,
          textRead: found.value.textRead,
          finds: found.value.finds,
          searchedAt: deps.clock.now(),
        }),
      )
    }
  }
  return accept(true)
}
