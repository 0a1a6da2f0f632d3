import { sha256 } from '../../../platform/sha256.ts'
import { BODY_LIMITS, bodyFault } from '../../../domain/notice/body-check.ts'
import { blocksWords, placeBlocks } from '../../../domain/table/place-blocks.ts'
import { TABLE_WORDS, tableBlocks, type TableWords } from '../../../domain/table/table-block.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { sentencesIn } from '../../../platform/sentence.ts'
import { writeDraft } from '../edit-notice.ts'
import { fingerprintWith } from '../fingerprint.ts'
import { editableTable } from './edit-table.ts'
import { fingerprintOf } from './removed-values.ts'
import { deriveStored, tableDetail } from './table-detail.ts'
import { policyOf } from './table-policy.ts'
import type { TakenTable } from './table-views.ts'

function officialWords(): TableWords {
  const { say } = sentencesIn('zh-Hans')
  return Object.fromEntries(TABLE_WORDS.map((word) => [word, say(`table:paper.${word}`)])) as TableWords
}

/**
 * Takes a list over into the text, in place of what it brought before, else behind the block `after`; evidence, removed
 * values and the new text in one transaction. Needs HANDLER. Refuses the list's first fault (`table.*`),
 * `notice.draft-conflict`, `table.changed-meanwhile`, `table.lines-changed` where a part of what it brought was
 * reworded, `table.too-many-rows` where the text cannot hold it.
 * @example takeTable(deps, handler, noticeId, id, { revision: 2, draftRevision: 5, after: null })
 */
export function takeTable(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  tableId: string,
  input: { readonly revision: number; readonly draftRevision: number; readonly after: number | null },
): Result<TakenTable> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const today = civilDateOf(deps.clock.now())
  const fingerprint = fingerprintWith(deps.fingerprintKey())
  return deps.store.tx((write, read): Result<TakenTable> => {
    const found = editableTable(read, noticeId, tableId, input.revision)
    if (!found.ok) return found
    const table = found.value
    const derived = deriveStored(read, table, today)
    const [fault] = derived.faults
    if (fault) return refuse(fault.code, fault.params)
    const blocks = tableBlocks(derived, table.reading, officialWords())
    const notice = read.notice.byId(noticeId)
    if (!notice) throw new Error('a list belongs to a notice')
    const [former] = read.noticeTable.takings(tableId)
    const body = placeBlocks(notice.content.body, former?.blocks ?? null, blocks, input.after)
    if (!body) return refuse('table.lines-changed', { file: table.fileName })
    const width = Math.max(1, derived.header.length)
    if (bodyFault(body) !== null || Buffer.byteLength(JSON.stringify(body)) > BODY_LIMITS.jsonBytes) {
      return refuse('table.too-many-rows', { most: Math.floor(BODY_LIMITS.tableBlocks / width) - 100 })
    }
    const draft = writeDraft(deps, write, read, principal, noticeId, {
      revision: input.draftRevision,
      content: { ...notice.content, body },
    })
    if (!draft.ok) return draft
    const { policy, number } = policyOf(read, table.reading.listType)
    const derivedSha256 = sha256(blocksWords(blocks))
    const at = deps.clock.now()
    write.noticeTable.take(
      {
        tableId,
        reading: table.reading,
        corrections: table.corrections,
        policy,
        policyNumber: number,
        draftRevision: draft.value.revision,
        blocks,
        derivedSha256,
        proof: derived.columns,
        takenBy: principal.id,
        takenAt: at,
      },
      derived.removed.map((value) => ({ ...value, fingerprint: fingerprintOf(fingerprint, value) })),
    )
    write.noticeTable.update(tableId, {
      state: 'IN_TEXT',
      revision: table.revision + 1,
      updatedBy: principal.id,
      updatedAt: at,
    })
    const detail = {
      table: tableId,
      rows: derived.cells.length,
      removed: derived.removed.length,
      sha256: derivedSha256,
      policyNumber: number,
    }
    record(deps, write, principal, 'notice.take-table', { kind: 'notice', id: noticeId }, detail)
    const shown = tableDetail(read, principal, noticeId, tableId, today)
    return shown.ok ? accept({ table: shown.value, draft: draft.value }) : shown
  })
}
