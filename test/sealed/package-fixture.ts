import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type {
  EditionRecord,
  PackageHead,
  WithdrawalRecord,
} from '../../domain/exchange/package-records.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { completeUscc } from '../../domain/office/uscc.ts'
import type { PackageEntry } from '../../sealed/package-entry.ts'

export const USCC = completeUscc('11990000000000001')
export const OFFICE = { name: '示例县云溪镇人民政府', uscc: USCC }

export const HEAD: PackageHead = {
  office: OFFICE,
  instanceId: '01990000-0000-7000-8000-000000000001',
  sequence: 1,
  previous: null,
  createdAt: '2026-11-20T08:00:00.000Z',
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

export function edition(
  serial: number,
  value: PublicContent,
  change: Partial<EditionRecord> = {},
): PackageEntry {
  return {
    kind: 'EDITION',
    edition: {
      format: 'board-edition-record/1',
      indexNumber: `${USCC}/2026-${String(serial).padStart(5, '0')}`,
      editionNumber: 1,
      publishedAt: '2026-11-20T07:00:00.000Z',
      supersedes: null,
      hash: sha256(canonicalContent(value)),
      content: value,
      ...change,
    },
  }
}

export const WITHDRAWAL: WithdrawalRecord = {
  format: 'board-withdrawal/1',
  indexNumber: `${USCC}/2026-00001`,
  editionNumber: 1,
  editionHash: 'ab'.repeat(32),
  title: null,
  withdrawnAt: '2026-11-19T02:00:00.000Z',
  reason: 'PUBLISHED_IN_ERROR',
  note: '内容有误，另行公示。',
}

export const withdrawal = (): PackageEntry => ({ kind: 'WITHDRAWAL', withdrawal: WITHDRAWAL })

export const attachment = (file: Buffer): PackageEntry => ({
  kind: 'ATTACHMENT',
  sha256: sha256(file),
  open: () => Readable.from([file]),
})

export const FILE = Buffer.from('%PDF-1.7 示例附件 '.repeat(40))

/** Two editions, one shared file, one withdrawal. */
export const smallEntries = (): PackageEntry[] => [
  edition(2, content('关于2026年11月最低生活保障审核结果的公示', '经审核，现将名单予以公示。', [FILE])),
  attachment(FILE),
  edition(3, content('关于𬭎镕等生僻字的说明', '姓名中的生僻字按原样保留。', [FILE])),
  attachment(FILE),
  withdrawal(),
]
