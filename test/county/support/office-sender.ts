import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { canonicalJson } from '../../../domain/exchange/canonical-json.ts'
import { OFFICE_CARD_FORMAT } from '../../../domain/exchange/card.ts'
import type { DutyStatistic } from '../../../domain/exchange/duty-statistic.ts'
import { packageFileName } from '../../../domain/exchange/package-name.ts'
import type {
  ChangeRange,
  EditionRecord,
  NextKey,
  WithdrawalRecord,
} from '../../../domain/exchange/package-records.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { writeOfficeCard } from '../../../sealed/card.ts'
import { createPackageKey, type PackageKey } from '../../../sealed/package-key.ts'
import { writePackage, type PackageWritten } from '../../../sealed/write-package.ts'
import { encryptFile } from '../../../sealed/age-file.ts'
import { randomIds } from '../../../platform/ids.ts'

/** Recipient of an age identity that nobody needs here. */
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
const OFFICE_NAME = '示例县云溪镇人民政府'

/** What a package shall hold; everything else is as an office would write it. */
export type Sending = {
  readonly editions?: Iterable<EditionRecord>
  readonly withdrawals?: readonly WithdrawalRecord[]
  readonly statistics?: readonly DutyStatistic[]
  readonly changes: { readonly first: number; readonly last: number; readonly heldBack?: number }
  readonly files?: ReadonlyMap<string, Buffer>
  readonly nextKey?: NextKey
  readonly key?: PackageKey
  /** age recipients; not encrypted without. */
  readonly recipients?: readonly string[]
  /** Instead of the next number. */
  readonly sequence?: number
  /** What the office's clock says. */
  readonly claimedAt?: string
}

/** An office as the county knows it: by what it sends. */
export type OfficeSender = ReturnType<typeof officeSender>

/**
 * An office that writes real packages into a folder, without a database behind it.
 * @example const sent = await officeSender(folder).send({ editions: [edition(1)], changes: { first: 1, last: 1 } })
 */
export function officeSender(folder: string, uscc = '11990000000000001G', name = OFFICE_NAME) {
  mkdirSync(folder, { recursive: true })
  const ids = randomIds(() => Date.now())
  const key = createPackageKey()
  const state = { instance: ids.next(), former: [] as string[], sequence: 0, audit: 0 }
  let chain: { sequence: number; seal: string }[] = []
  const send = async (sending: Sending): Promise<PackageWritten & { readonly file: string }> => {
    state.sequence = sending.sequence ?? state.sequence + 1
    state.audit += 1
    const { first, last, heldBack = 0 } = sending.changes
    const changes: ChangeRange = { first, last, heldBack }
    const before = chain.filter(({ sequence }) => sequence < state.sequence)
    const plain = join(folder, `${ids.next()}-${packageFileName(uscc, state.sequence, false)}`)
    const written = await writePackage({
      target: plain,
      head: {
        producer: { name: 'disclosure-board', version: '0.1.0' },
        office: { name, uscc },
        instance: { id: state.instance, former: state.former },
        sequence: state.sequence,
        previous: before.at(-1)?.seal ?? null,
        chain: before.slice(-100),
        changes,
        claimedAt: sending.claimedAt ?? '2026-11-20T08:00:00.000Z',
        lastReceipt: null,
        nextKey: sending.nextKey ?? null,
        auditHead: {
          sequence: state.audit,
          hash: createHash('sha256').update(`${state.audit}`).digest('hex'),
        },
      },
      editions: sending.editions ?? [],
      withdrawals: sending.withdrawals ?? [],
      statistics: sending.statistics ?? [],
      openAttachment: (sha256) => Readable.from([sending.files?.get(sha256) ?? Buffer.alloc(0)]),
      key: sending.key ?? key,
    })
    chain = [...before, { sequence: state.sequence, seal: written.seal }]
    if (sending.recipients === undefined) return { ...written, file: plain }
    await encryptFile(plain, `${plain}.age`, sending.recipients)
    return { ...written, file: `${plain}.age` }
  }
  return {
    uscc,
    name,
    key,
    send,
    card: (recipient = RECIPIENT) =>
      writeOfficeCard(
        {
          format: OFFICE_CARD_FORMAT,
          office: { name, uscc, regionCode: '990000' },
          instanceId: state.instance,
          recipient,
          indexTemplate: '{uscc}/{yyyy}-{seq:5}',
          claimedAt: '2026-11-20T08:00:00.000Z',
        },
        key,
      ),
    /** As after a restore from a backup: a new instance that goes on from the number the backup had. */
    restore: (sequence: number) => {
      state.former = [...state.former, state.instance]
      state.instance = ids.next()
      state.sequence = sequence
      chain = []
    },
    /** A copy of the disk from before: the same instance, its packages from then on unknown to it. */
    goBack: (sequence: number) => {
      state.sequence = sequence
      state.audit = sequence
      chain = chain.filter((link) => link.sequence <= sequence)
    },
    instance: () => state.instance,
    /** An edition of this office; `serial` is its number of the year. */
    edition: (serial: number, change: number, more: Partial<PublicContent> = {}, number = 1) =>
      editionRecord({ uscc, name }, serial, change, more, number),
    withdrawal: (edition: EditionRecord, change: number): WithdrawalRecord => ({
      format: 'board-withdrawal/2',
      change,
      indexNumber: edition.indexNumber,
      editionNumber: edition.editionNumber,
      editionHash: edition.hash,
      title: null,
      withdrawnAt: '2026-11-19T02:00:00.000Z',
      reason: 'PUBLISHED_IN_ERROR',
      note: '',
    }),
  }
}

/**
 * An edition as an office would publish it.
 * @example editionRecord(office, 12, 3, { title: '通知' })
 */
export function editionRecord(
  office: { readonly uscc: string; readonly name: string },
  serial: number,
  change: number,
  more: Partial<PublicContent> = {},
  editionNumber = 1,
): EditionRecord {
  const content: PublicContent = {
    format: 'board-edition/1',
    office: { name: office.name, uscc: office.uscc },
    catalogue: { name: '社会救助', level1: '最低生活保障', level2: '办事指南' },
    title: `关于2026年第${serial}号事项的通知`,
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `逢周一受理，第${serial}次。` }] }],
    },
    noticeKind: 'NOTIFICATION',
    documentNumber: '',
    documentDate: '2026-11-18',
    issueDate: '2026-11-19',
    disclosureMode: 'PROACTIVE',
    audience: 'PUBLIC',
    addressee: '',
    signature: '',
    attachments: [],
    ...more,
  }
  return {
    format: 'board-edition-record/2',
    change,
    indexNumber: `${office.uscc}/2026-${String(serial).padStart(5, '0')}`,
    editionNumber,
    publishedAt: '2026-11-20T07:58:00.000Z',
    supersedes: null,
    hash: createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex'),
    content,
  }
}
