import type { StoredTable } from '../../../db/repos/notice-table-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { deriveTable } from '../../../domain/table/derive-table.ts'
import { proofCell } from '../../../domain/table/proof-sample.ts'
import { isSearched } from '../../../domain/table/removed-value.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import { draftAsPublic } from '../draft-as-public.ts'
import { findNotice } from '../find-notice.ts'
import { frozenRevision, removedHits, removedSet, takingIn } from './removed-values.ts'
import { sheetOf } from './table-detail.ts'
import type { TableProof } from './table-views.ts'

const SAMPLES = 3

function samplesOf(
  table: StoredTable,
  held: NonNullable<ReturnType<typeof takingIn>>,
): Pick<TableProof, 'samples' | 'rows' | 'leftOut'> {
  const { taking } = held
  const { reading, corrections, policy } = taking
  const derived = deriveTable({
    sheet: sheetOf({ sheets: table.sheets, reading }),
    reading,
    corrections,
    policy,
    today: civilDateOf(taking.takenAt),
  })
  // First, middle and last: a slip in the columns shows in one of them.
  const last = derived.cells.length - 1
  const picked = [...new Set([0, Math.floor(last / 2), last])].slice(0, SAMPLES).filter((at) => at >= 0)
  return {
    rows: derived.cells.length,
    leftOut: derived.rows.leftOut.length + derived.rows.hidden.length,
    samples: picked.map((at) => ({
      before: (derived.rows.data[at]?.cells ?? []).map((text, column) =>
        proofCell(reading.columns[column]?.kind ?? 'OTHER', text),
      ),
      after: derived.header.map((_, column) =>
        proofCell(derived.kinds[column] ?? 'OTHER', derived.cells[at]?.[column] ?? ''),
      ),
    })),
  }
}

/** The frozen text while one is being decided on, else the working copy as it would go public. */
function contentOf(read: Reads, noticeId: string): Result<PublicContent> {
  const notice = findNotice(read, noticeId, null)
  if (!notice.ok) return notice
  const submission = read.submission.open(noticeId)
  return accept(
    submission
      ? (JSON.parse(submission.content) as PublicContent)
      : draftAsPublic(read, notice.value, notice.value.content),
  )
}

/**
 * What was done with each list of a notice, those set aside after a take-over too, and what the search for removed values came to: for whoever decides, without
 * a value of a person in clear. Refuses `notice.not-found`.
 * @example tableProofs(read, noticeId).value[0]?.search.found // 0
 */
export function tableProofs(read: Reads, noticeId: string): Result<readonly TableProof[]> {
  const found = contentOf(read, noticeId)
  if (!found.ok) return found
  const content = found.value
  const frozenAt = frozenRevision(read, noticeId)
  const hits = removedHits(read, noticeId, content, [], frozenAt)
  const set = removedSet(read, noticeId, { content, frozenAt })
  const searches = set ? read.noticeTable.searches(noticeId, set.sha256) : []
  return accept(
    read.noticeTable.everOfNotice(noticeId).flatMap((table): TableProof[] => {
      const held = takingIn(read, table, { content, frozenAt })
      if (!held) return []
      const { taking, inText } = held
      const removed = read.noticeTable.removed(taking.sequence)
      const names = new Set(removed.map(({ fingerprint }) => fingerprint))
      return [
        {
          id: table.id,
          fileName: table.fileName,
          fileSha256: table.fileSha256,
          listType: taking.reading.listType,
          nameRule: taking.reading.nameRule,
          policyNumber: taking.policyNumber,
          setAside: table.state === 'DISCARDED',
          takenBy: { id: taking.takenBy, name: read.office.accountById(taking.takenBy)?.name ?? '' },
          takenAt: taking.takenAt,
          sha256: taking.derivedSha256,
          inText,
          corrections: taking.corrections.length,
          columns: taking.proof,
          ...samplesOf(table, held),
          search: {
            values: removed.length,
            searched: removed.filter(isSearched).length,
            found: hits.filter(({ fingerprint }) => names.has(fingerprint)).length,
            files: content.attachments.map(({ id, name, sha256 }) => {
              const one = searches.find((each) => each.attachmentId === id && each.fileSha256 === sha256)
              return { name, textRead: one?.textRead ?? false, searched: one !== undefined }
            }),
          },
        },
      ]
    }),
  )
}
