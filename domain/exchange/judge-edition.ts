import type { PublicAttachment, PublicContent } from '../notice/content.ts'
import { isCivilDate } from '../notice/notice-dates.ts'
import type { EditionRecord } from './package-records.ts'
import { coversFindings, type PrivacyFinding, privacyFindings } from './privacy-finding.ts'
import type { RecordFaultCode, RecordRemarkCode } from './record-fault.ts'

/** Why a change is rejected. */
export type RecordFault = {
  readonly code: RecordFaultCode
  readonly params: Readonly<Record<string, string | number>>
}

/** By what the county judges an office's editions without looking at what it holds. */
export type EditionRules = {
  /** Forms of index number agreed for the office, the one that counts first, as written. */
  readonly patterns: readonly { readonly template: string; readonly pattern: RegExp }[]
  /** Lines of all versions of each catalogue the county has given out, by `itemKey`; a catalogue that is not in it is not judged. */
  readonly catalogues: ReadonlyMap<string, ReadonlySet<string>>
  /** A day after the county's own clock, UTC; who says to have published later has a wrong clock. */
  readonly latest: string
  /** Civil date of the county's own clock in Asia/Shanghai. */
  readonly today: string
  /** What the county has allowed of this office's editions, by their hash; nothing is allowed without it. */
  readonly allowed?: ReadonlyMap<string, readonly PrivacyFinding[]>
}

/** What the edition by itself allows to say. */
export type EditionJudgement = {
  readonly fault: RecordFault | null
  readonly remarks: readonly RecordRemarkCode[]
  /** Personal data that was found, allowed or not. */
  readonly found: readonly PrivacyFinding[]
}

/** Longer than any honest one; a longer one would not fit into an index. */
const INDEX_NUMBER_LIMIT = 200
const ATTACHMENT_ID_LIMIT = 100

/** 政府信息公开条例 came into force on the first of May 2008. */
const FIRST_DAY = '2008-05-01'

/** Kinds of files that are taken in, and the names they may have; anything else could run on a reader's computer. */
const FILE_TYPES: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/csv': ['csv'],
  'application/json': ['json'],
}

/**
 * Names a line of a catalogue, for comparing: 一级事项 and 二级事项 without the spaces around them.
 * @example itemKey('最低生活保障', '办事指南') // '最低生活保障\n办事指南'
 */
export function itemKey(level1: string, level2: string): string {
  return `${level1.trim()}\n${level2.trim()}`
}

/**
 * Judges an edition by its own text: does it hold personal data by the product's own detectors, is it for the public, does its index number have
 * the agreed form, do its dates agree, is its item in the catalogue the county gave out (in any version: the office may not have had the newest
 * yet), and are its files of a kind that is taken in. The first fault counts. Personal data comes first: other faults quote what was written,
 * and of a text with personal data nothing may be quoted. What a person at the county has allowed by the edition's hash is no fault; every
 * other rule holds all the same.
 * Source: domain book §5.5, §7.4.
 * @example judgeEdition(record, rules) // { fault: null, remarks: [], found: [] }
 */
export function judgeEdition(record: EditionRecord, rules: EditionRules): EditionJudgement {
  const { content } = record
  const remarks: RecordRemarkCode[] = isClaimDoubtful(record.publishedAt, rules.latest)
    ? ['remark.clock']
    : []
  const found = privacyFindings(content, rules.today)
  const fault =
    privacyFault(found, rules.allowed?.get(record.hash) ?? []) ??
    notPublic(content) ??
    indexFault(record.indexNumber, rules) ??
    dateFault(content) ??
    catalogueFault(content, rules) ??
    fileFault(content.attachments) ??
    unstorable(content.attachments)
  return { fault, remarks, found }
}

/**
 * Judges an index number alone, as a withdrawal names it; null when it has an agreed form.
 * @example indexFault('113708280043326001/2026-00042', rules) // null
 */
export function indexFault(
  indexNumber: string,
  { patterns }: Pick<EditionRules, 'patterns'>,
): RecordFault | null {
  const fits = patterns.some(({ pattern }) => pattern.test(indexNumber))
  if (fits && indexNumber.length <= INDEX_NUMBER_LIMIT) return null
  return { code: 'record.index-number', params: { pattern: patterns[0]?.template ?? '' } }
}

/** Instants of one form compare as text. */
function isClaimDoubtful(publishedAt: string, latest: string): boolean {
  return publishedAt > latest || publishedAt < FIRST_DAY
}

function notPublic({ disclosureMode, audience }: PublicContent): RecordFault | null {
  return disclosureMode === 'PROACTIVE' && audience === 'PUBLIC'
    ? null
    : { code: 'record.not-public', params: {} }
}

function dateFault(content: PublicContent): RecordFault | null {
  const { documentDate, issueDate, validity, consultation, display } = content
  const dates = {
    documentDate,
    issueDate,
    validityFrom: validity?.from ?? null,
    validityTo: validity?.to ?? null,
    opensOn: consultation?.opensOn ?? null,
    closesOn: consultation?.closesOn ?? null,
    startsOn: display?.startsOn ?? null,
  }
  for (const [field, date] of Object.entries(dates)) {
    if (date !== null && !isCivilDate(date)) return { code: 'record.dates', params: { field } }
  }
  for (const [earlier, later] of [
    ['documentDate', 'issueDate'],
    ['validityFrom', 'validityTo'],
    ['opensOn', 'closesOn'],
  ] as const) {
    const [one, other] = [dates[earlier], dates[later]]
    if (one !== null && other !== null && one > other)
      return { code: 'record.dates', params: { field: later } }
  }
  return null
}

function catalogueFault({ catalogue }: PublicContent, { catalogues }: EditionRules): RecordFault | null {
  if (catalogue === null) return null
  const lines = catalogues.get(catalogue.name.trim())
  if (lines === undefined || lines.has(itemKey(catalogue.level1, catalogue.level2))) return null
  return {
    code: 'record.catalogue-item',
    params: { item: `${catalogue.level1} ${catalogue.level2}`.trim().slice(0, 200) },
  }
}

function fileFault(attachments: readonly PublicAttachment[]): RecordFault | null {
  for (const { name, mediaType } of attachments) {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
    if (FILE_TYPES[mediaType]?.includes(extension)) continue
    // Only the name, which the detectors have read; nobody has read what the office calls its kind.
    return { code: 'record.file-type', params: { name: name.slice(0, 200) } }
  }
  return null
}

/** The name of a file within its edition is part of a key; no board gives out one that is half as long. */
function unstorable(attachments: readonly PublicAttachment[]): RecordFault | null {
  const tooLong = attachments.some(({ id }) => id.length > ATTACHMENT_ID_LIMIT)
  return tooLong ? { code: 'record.unreadable', params: {} } : null
}

/** The first find that nobody has allowed stands for all; the value never goes into a receipt. */
function privacyFault(
  found: readonly PrivacyFinding[],
  allowed: readonly PrivacyFinding[],
): RecordFault | null {
  const first = found.find((one) => !coversFindings(allowed, [one]))
  if (first === undefined) return null
  return { code: 'record.personal-data', params: { kind: first.kind, place: first.place } }
}
