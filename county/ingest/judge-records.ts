import { indexNumberPattern } from '../../domain/exchange/index-number-pattern.ts'
import { indexFault, judgeEdition, type EditionRules } from '../../domain/exchange/judge-edition.ts'
import type { EditionRecord, WithdrawalRecord } from '../../domain/exchange/package-records.ts'
import { parseIndexTemplate } from '../../domain/notice/index-number.ts'
import { detect } from '../../domain/privacy/detect.ts'
import type { OpenPackage, WrittenEdition } from '../../sealed/open-package.ts'
import type { JudgedBatch, JudgedEdition, JudgedWithdrawal, JudgingRules } from './judged.ts'

/** Rows of one batch: large enough that a statement is worth its way, small enough that memory stays flat. */
const BATCH = 500
/** UTF-16 units of content in one batch; a few very long notices make a batch of their own. */
const BATCH_UNITS = 4_000_000
const DAY_MS = 86_400_000

/**
 * Makes the rules ready for judging. A template that cannot be read any more fits nothing.
 * @example const rules = editionRules(travelled)
 */
export function editionRules(rules: JudgingRules): EditionRules {
  return {
    patterns: rules.indexTemplates.flatMap((template) => {
      const parsed = parseIndexTemplate(template)
      return parsed.ok ? [{ template, pattern: indexNumberPattern(parsed.value, rules.office) }] : []
    }),
    catalogues: new Map(rules.catalogues.map(([name, lines]) => [name, new Set(lines)])),
    latest: new Date(Date.parse(rules.now) + DAY_MS).toISOString(),
    today: rules.today,
    allowed: new Map(rules.allowed),
  }
}

/**
 * Judges the records of a package one by one and gives them in batches: editions, then withdrawals, then statistics.
 * @example for await (const batch of judgedBatches(opened, rules)) …
 */
export async function* judgedBatches(
  opened: Pick<OpenPackage, 'records' | 'editions'>,
  rules: EditionRules,
): AsyncGenerator<JudgedBatch> {
  let editions: JudgedEdition[] = []
  let units = 0
  for await (const written of opened.editions()) {
    const judged = judgedEdition(written, rules)
    editions.push(judged)
    units += judged.content.length
    if (editions.length < BATCH && units < BATCH_UNITS) continue
    yield { kind: 'EDITION', rows: editions }
    editions = []
    units = 0
  }
  if (editions.length > 0) yield { kind: 'EDITION', rows: editions }
  for await (const rows of inBatches(opened.records('WITHDRAWAL'))) {
    yield { kind: 'WITHDRAWAL', rows: rows.map((row) => judgedWithdrawal(row, rules)) }
  }
  for await (const rows of inBatches(opened.records('STATISTIC'))) yield { kind: 'STATISTIC', rows }
}

async function* inBatches<T>(records: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let rows: T[] = []
  for await (const record of records) {
    rows.push(record)
    if (rows.length < BATCH) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/**
 * A withdrawal is never refused for its words, because what it names would stay up: words in which personal data is found are left out, and
 * it takes down all the same.
 */
function judgedWithdrawal(record: WithdrawalRecord, rules: EditionRules): JudgedWithdrawal {
  const isBlocked = (text: string) => detect(text).some(({ severity }) => severity === 'BLOCK')
  const { title, note } = record
  return {
    ...record,
    title: title !== null && isBlocked(title) ? null : title,
    note: isBlocked(note) ? '' : note,
    fault: indexFault(record.indexNumber, rules),
  }
}

/** The parts of an edition that are kept, or only its numbers when it is rejected. */
function judgedEdition({ record, content: text }: WrittenEdition, rules: EditionRules): JudgedEdition {
  const { change, indexNumber, editionNumber, hash, supersedes, publishedAt, content } = record
  const { fault, remarks, found } = judgementOf(record, rules)
  const numbers = { change, indexNumber, editionNumber, hash, supersedes, publishedAt, fault, remarks, found }
  if (fault !== null) return { ...numbers, ...NOTHING }
  const { catalogue } = content
  return {
    ...numbers,
    title: content.title,
    unit: content.unit?.name ?? content.office.name,
    unitKind: content.unit?.kind ?? 'TOWNSHIP',
    noticeKind: content.noticeKind,
    catalogue: catalogue?.name ?? null,
    level1: catalogue?.level1 ?? null,
    level2: catalogue?.level2 ?? null,
    documentNumber: content.documentNumber,
    documentDate: content.documentDate,
    issueDate: content.issueDate,
    expiresAt: content.expiresAt ?? null,
    changeKind: content.change?.kind ?? null,
    content: text,
    attachments: content.attachments,
  }
}

/** What was rejected must not get further than this thread. */
const NOTHING = {
  title: '',
  unit: '',
  unitKind: '',
  noticeKind: '',
  catalogue: null,
  level1: null,
  level2: null,
  documentNumber: '',
  documentDate: null,
  issueDate: null,
  expiresAt: null,
  changeKind: null,
  content: '',
  attachments: [],
} as const

/** A body that has the right nodes in impossible places can stop a detector; it is no notice then, and no reason to stop the package. */
function judgementOf(record: EditionRecord, rules: EditionRules): ReturnType<typeof judgeEdition> {
  try {
    return judgeEdition(record, rules)
  } catch {
    return { fault: { code: 'record.unreadable', params: {} }, remarks: [], found: [] }
  }
}
