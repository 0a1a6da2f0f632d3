import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { DutyStatistic } from '../../domain/exchange/duty-statistic.ts'
import type { EditionRecord, PackageHead, WithdrawalRecord } from '../../domain/exchange/package-records.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { completeUscc } from '../../domain/office/uscc.ts'
import type { PackageKey } from '../../sealed/package-key.ts'
import type { PackageInput } from '../../sealed/write-package.ts'

export const USCC = completeUscc('11990000000000001')
export const OFFICE = { name: '示例县云溪镇人民政府', uscc: USCC }

export const HEAD: PackageHead = {
  producer: { name: 'disclosure-board', version: '1.0.0' },
  office: OFFICE,
  instance: { id: '01990000-0000-7000-8000-000000000001', former: [] },
  sequence: 1,
  previous: null,
  chain: [],
  changes: { first: 1, last: 20_000, heldBack: 0 },
  claimedAt: '2026-11-20T08:00:00.000Z',
  lastReceipt: null,
  nextKey: null,
  auditHead: { sequence: 40, hash: '5e'.repeat(32) },
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function content(title: string, text: string, files: readonly Buffer[] = []): PublicContent {
  return {
    format: 'board-edition/1',
    office: OFFICE,
    catalogue: { name: '社会救助', level1: '最低生活保障', level2: '办事指南' },
    title,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    noticeKind: 'PUBLIC_DISPLAY',
    documentNumber: '',
    documentDate: '2026-11-18',
    issueDate: null,
    disclosureMode: 'PROACTIVE',
    audience: 'PUBLIC',
    addressee: '',
    signature: OFFICE.name,
    attachments: files.map((file, index) => ({
      id: `file-${index}`,
      name: `附件${index + 1}.pdf`,
      mediaType: 'application/pdf',
      size: file.length,
      sha256: sha256(file),
      role: 'ATTACHMENT',
    })),
  }
}

/** The edition that is change number `change`. */
export function edition(
  change: number,
  value: PublicContent,
  other: Partial<EditionRecord> = {},
): EditionRecord {
  return {
    format: 'board-edition-record/2',
    change,
    indexNumber: `${USCC}/2026-${String(change).padStart(5, '0')}`,
    editionNumber: 1,
    publishedAt: '2026-11-20T07:00:00.000Z',
    supersedes: null,
    hash: sha256(canonicalContent(value)),
    content: value,
    ...other,
  }
}

export const WITHDRAWAL: WithdrawalRecord = {
  format: 'board-withdrawal/2',
  change: 4,
  indexNumber: `${USCC}/2026-00001`,
  editionNumber: 1,
  editionHash: 'ab'.repeat(32),
  title: null,
  withdrawnAt: '2026-11-19T02:00:00.000Z',
  reason: 'PUBLISHED_IN_ERROR',
  note: '内容有误，另行公示。',
}

export const STATISTIC: DutyStatistic = {
  format: 'board-duty-statistic/1',
  dutyId: '01990000-0000-7000-8000-0000000000d1',
  regime: 'GOV',
  catalogue: { name: '社会救助', level1: '最低生活保障', level2: '审核结果' },
  unit: OFFICE.name,
  title: '最低生活保障审核结果',
  period: '2026-10',
  due: '2026-11-10',
  state: 'DONE',
  closedOn: '2026-11-09',
  indexNumber: `${USCC}/2026-00002`,
}

export const FILE = Buffer.from('%PDF-1.7 示例附件 '.repeat(40))

/** Opens files that are at hand; what is not throws as a file does that is gone. */
export function openFrom(...files: readonly Buffer[]): (hash: string) => Readable {
  const known = new Map(files.map((file) => [sha256(file), file]))
  return (hash) => {
    const file = known.get(hash)
    if (file !== undefined) return Readable.from([file])
    return new Readable({
      read() {
        this.destroy(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
      },
    })
  }
}

/** What goes into a package where a test says nothing else: nothing. */
export function input(target: string, key: PackageKey, other: Partial<PackageInput> = {}): PackageInput {
  return {
    target,
    key,
    head: HEAD,
    editions: [],
    withdrawals: [],
    statistics: [],
    openAttachment: openFrom(),
    ...other,
  }
}

/** Two editions that share a file, one withdrawal, one statistic. */
export function small(target: string, key: PackageKey, other: Partial<PackageInput> = {}): PackageInput {
  return input(target, key, {
    editions: [
      edition(2, content('关于2026年11月最低生活保障审核结果的公示', '经审核，现将名单予以公示。', [FILE])),
      edition(3, content('关于𬭎镕等生僻字的说明', '姓名中的生僻字按原样保留。', [FILE])),
    ],
    withdrawals: [WITHDRAWAL],
    statistics: [STATISTIC],
    openAttachment: openFrom(FILE),
    ...other,
  })
}
