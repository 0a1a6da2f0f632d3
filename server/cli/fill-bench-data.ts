import { Temporal } from 'temporal-polyfill'
import type { Reads, Writes } from '../../db/store.ts'
import { sha256 } from '../../platform/sha256.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import { indexSeries, parseIndexTemplate, renderIndexNumber } from '../../domain/notice/index-number.ts'
import type { IndexTemplate } from '../../domain/notice/index-number.ts'
import { TOWNSHIP_UNIT_ID } from '../../domain/office/unit.ts'
import { publicContent } from '../../domain/notice/public-content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { dictionaryInUse } from '../display/initials/reading-dictionary.ts'
import { readingToStore } from '../display/initials/read-title.ts'
import { groupFor, searchableText } from '../notice/public-listing.ts'
import { SAMPLE_OFFICE } from '../sample/sample-office.ts'
import { bulkInserts, type BulkInserts } from './bulk-inserts.ts'
import { benchDraft, BENCH_ITEMS } from './bench-text.ts'

const IN_ONE_TRANSACTION = 2000
const TEMPLATE = sampleTemplate()
const HANDLER = { id: '01990000-0000-7000-8000-0000000000b1', name: '周敏' }
const DECIDERS = [
  { kind: 'REVIEW', role: 'REVIEWER', id: '01990000-0000-7000-8000-0000000000b2', name: '韩立' },
  {
    kind: 'SECRECY_REVIEW',
    role: 'SECRECY_REVIEWER',
    id: '01990000-0000-7000-8000-0000000000b3',
    name: '王芳',
  },
] as const
const CATALOGUE = { id: '01990000-0000-7000-8000-0000000000c1', name: '测速目录' }

/**
 * Fills an empty board with published notices of about 800 Chinese characters. It writes the rows that publishing writes
 * (notice, submission, decisions, edition, index number, search, heading, outbox, audit), but many in one transaction
 * and without the privacy gate: for measuring only. Refuses `office.already-set-up`.
 * @example await fillWithBenchData(deps, 100_000)
 */
export async function fillWithBenchData(deps: Deps, notices: number): Promise<Result<true>> {
  const ready = deps.store.tx((write, read): Result<true> => {
    if (read.office.office()) return refuse('office.already-set-up')
    setUpOffice(deps, write)
    return accept(true)
  })
  if (!ready.ok) return ready
  const insert = bulkInserts(deps.store.database)
  for (let from = 0; from < notices; from += IN_ONE_TRANSACTION) {
    const to = Math.min(notices, from + IN_ONE_TRANSACTION)
    deps.store.tx((write, read) => {
      for (let serial = from; serial < to; serial++) publishOne(deps, insert, write, read, serial, notices)
    })
    // Lets a Ctrl-C through between the transactions.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return accept(true)
}

function setUpOffice(deps: Deps, write: Writes): void {
  const now = deps.clock.now()
  write.office.insertInstance({ id: deps.ids.next(), createdAt: now })
  write.office.saveOffice(SAMPLE_OFFICE, now)
  for (const { id, name, role } of [{ ...HANDLER, role: 'HANDLER' } as const, ...DECIDERS]) {
    // No password fits this: nobody signs in to a board for measuring.
    write.office.insertAccount({
      id,
      name,
      roles: [role],
      passwordHash: '!',
      disabled: false,
      createdAt: now,
    })
  }
  write.catalogue.insert(
    { ...CATALOGUE, regime: 'GOV', createdAt: now },
    { id: 'bench-version', sourceFile: 'bench', columns: [] },
    BENCH_ITEMS.map(([itemLevel1, itemLevel2], position) => ({
      id: itemId(position),
      catalogueId: CATALOGUE.id,
      position,
      serial: String(position + 1),
      itemLevel1,
      itemLevel2,
      itemLevel3: '',
      contentElements: '',
      legalBasis: '',
      deadlineText: '20个工作日内',
      deadlineRule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
      deadlineRuleSet: false,
      displayPeriod: null,
      publishingUnit: SAMPLE_OFFICE.name,
      channels: ['公开栏'],
      audience: 'ALL',
      audienceNote: '',
      disclosureScope: 'PUBLIC',
      disclosureMode: 'PROACTIVE',
      levels: ['乡级'],
      extra: {},
      sourceSheet: '',
      sourceRow: 0,
    })),
    [TOWNSHIP_UNIT_ID],
  )
}

function sampleTemplate(): IndexTemplate {
  const template = parseIndexTemplate(SAMPLE_OFFICE.indexTemplate)
  if (!template.ok) throw new Error('the sample office has a good template')
  return template.value
}

function itemId(position: number): string {
  return `bench-item-${position}`
}

/** Publications are spread over the three years before 2026-11-20, in order. */
function instantOf(serial: number, notices: number): string {
  const start = Temporal.Instant.from('2023-11-20T01:00:00Z')
  const seconds = Math.floor((serial * 3 * 365 * 86_400) / notices)
  return start.add({ seconds }).toString({ smallestUnit: 'millisecond' })
}

function publishOne(
  deps: Deps,
  insert: BulkInserts,
  write: Writes,
  read: Reads,
  serial: number,
  notices: number,
): void {
  const at = instantOf(serial, notices)
  const publishDate = civilDateOf(at)
  const position = serial % BENCH_ITEMS.length
  const [level1, level2] = BENCH_ITEMS[position] ?? ['', '']
  const draft = { ...benchDraft(serial, publishDate), catalogueItemId: itemId(position) }
  const content = publicContent({
    draft,
    office: SAMPLE_OFFICE,
    item: { catalogueName: CATALOGUE.name, itemLevel1: level1, itemLevel2: level2 },
    attachments: [],
  })
  const text = canonicalContent(content)
  const hash = sha256(text)
  const values = {
    uscc: SAMPLE_OFFICE.uscc,
    regionCode: SAMPLE_OFFICE.regionCode,
    classCode: '',
    date: publishDate,
  }
  const serialNumber = insert.serial(indexSeries(TEMPLATE, values))
  const indexNumber = renderIndexNumber(TEMPLATE, values, serialNumber)
  const noticeId = deps.ids.next()
  const submissionId = deps.ids.next()
  insert.notice({ id: noticeId, indexNumber, draft, handlerId: HANDLER.id, at })
  insert.submission({
    id: submissionId,
    noticeId,
    hash,
    text,
    by: HANDLER.id,
    at,
    itemId: draft.catalogueItemId,
  })
  for (const { kind, id, name } of DECIDERS) {
    insert.approval(submissionId, kind, id, at)
    insert.audit({
      at,
      actor: { id, name },
      action: 'notice.approve',
      subjectKind: 'notice',
      subjectId: noticeId,
      detail: { kind, hash },
    })
  }
  const groupId = groupFor(read, write, content, 'GOV')
  const editionId = insert.edition({
    noticeId,
    hash,
    text,
    indexNumber,
    submissionId,
    by: HANDLER.id,
    at,
    publishDate,
    title: content.title,
    kind: content.noticeKind,
    documentNumber: content.documentNumber,
    groupId,
  })
  write.search.add(editionId, content.title, searchableText(content, indexNumber))
  write.titleReading.put(
    editionId,
    readingToStore(
      { title: content.title, indexNumber, documentNumber: content.documentNumber },
      dictionaryInUse(read),
    ),
  )
  insert.audit({
    at,
    actor: HANDLER,
    action: 'notice.publish',
    subjectKind: 'notice',
    subjectId: noticeId,
    detail: { hash, indexNumber, editionNumber: 1 },
  })
}
