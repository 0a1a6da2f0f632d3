import { join } from 'node:path'
import { type BlobStore, openBlobStore } from '../../platform/blob-store.ts'
import { openDatabase } from '../../db/open.ts'
import { sha256 } from '../../platform/sha256.ts'
import { type Store, storeOver, type Writes } from '../../db/store.ts'
import type { CatalogueItem } from '../../domain/catalogue/catalogue-item.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import type { DraftContent, PublicAttachment } from '../../domain/notice/content.ts'
import { emptyDraft } from '../../domain/notice/empty-draft.ts'
import { ownPlacement } from '../../domain/notice/placement.ts'
import { publicContent } from '../../domain/notice/public-content.ts'
import { randomIds } from '../../platform/ids.ts'
import { paragraphs } from '../support/publish-flow.ts'
import { OFFICE } from '../support/test-board.ts'

const NOW = '2026-11-20T01:00:00.000Z'
const ids = randomIds(() => Date.now())

/** People of the prepared folder, by id. */
export const PEOPLE = {
  handler: 'handler',
  reviewer: 'reviewer',
  secrecyReviewer: 'secrecy-reviewer',
} as const

const ITEM: CatalogueItem = {
  id: 'item',
  catalogueId: 'catalogue',
  position: 0,
  serial: '1',
  itemLevel1: '公共服务',
  itemLevel2: '停水停电',
  itemLevel3: '',
  contentElements: '',
  legalBasis: '',
  deadlineText: '',
  publishingUnit: '',
  channels: [],
  audience: 'ALL',
  audienceNote: '',
  disclosureMode: 'PROACTIVE',
  levels: [],
  extra: {},
  deadlineRule: null,
  deadlineRuleSet: false,
  displayPeriod: null,
  disclosureScope: 'PUBLIC',
  sourceSheet: '',
  sourceRow: 0,
}

/** Opens the store of a data folder as the server does. */
export function openStore(dataFolder: string): Store {
  const opened = openDatabase(join(dataFolder, 'board.sqlite3'))
  if (!opened.ok) throw new Error(opened.code)
  return storeOver(opened.value)
}

/** Writes an office with its people and one catalogue row, or several, without the HTTP API: the faults come later. */
export function prepareOffice(store: Store, items: readonly string[] = [ITEM.id]): void {
  store.tx((write) => {
    write.office.insertInstance({ id: ids.next(), createdAt: NOW })
    write.office.saveOffice(OFFICE, NOW)
  })
  prepareWork(store, ['周敏', '韩立', '王芳'], items)
}

/** The people and the catalogue rows in an office that is there. */
export function prepareWork(
  store: Store,
  names: readonly [string, string, string] = ['周敏', '韩立', '王芳'],
  items: readonly string[] = [ITEM.id],
): void {
  store.tx((write) => {
    for (const [id, name, role] of [
      [PEOPLE.handler, names[0], 'HANDLER'],
      [PEOPLE.reviewer, names[1], 'REVIEWER'],
      [PEOPLE.secrecyReviewer, names[2], 'SECRECY_REVIEWER'],
    ] as const) {
      write.office.insertAccount({
        id,
        name,
        roles: [role],
        passwordHash: 'none',
        disabled: false,
        createdAt: NOW,
      })
    }
    const head = {
      id: 'catalogue',
      name: '村务公开目录',
      regime: 'VILLAGE',
      createdAt: NOW,
    } as const
    const rows = items.map((id, position) => ({ ...ITEM, id, position, serial: String(position + 1) }))
    write.catalogue.insert(head, { id: 'version', sourceFile: 'a.csv', columns: [] }, rows, ['township'])
  })
}

function insertApproved(
  write: Writes,
  number: number,
  files: readonly PublicAttachment[],
  itemId: string,
): void {
  const id = ids.next()
  const title = `关于第${number}次停电检修的通知`
  const draft: DraftContent = {
    ...emptyDraft(itemId),
    ...{
      title,
      body: paragraphs(`因线路检修，河西村停电。批次甲${number}乙。`),
      noticeKind: 'NOTIFICATION',
      catalogueItemId: itemId,
    },
    ...{
      documentNumber: '',
      documentDate: null,
      issueDate: null,
      disclosureMode: 'PROACTIVE',
      disclosureModeReason: '',
    },
    ...{ audience: 'PUBLIC', addressee: '', signature: '' },
  }
  const item = { catalogueName: '村务公开目录', itemLevel1: '公共服务', itemLevel2: '停水停电' }
  const attachments = files.map((file) => ({ ...file, id: ids.next() }))
  const content = canonicalContent(publicContent({ draft, office: OFFICE, item, attachments }))
  const at = { createdAt: NOW, updatedAt: NOW }
  const who = { handlerId: PEOPLE.handler, updatedBy: PEOPLE.handler }
  write.notice.insert({
    id,
    state: 'APPROVED',
    indexNumber: null,
    content: draft,
    title,
    catalogueItemId: itemId,
    revision: 2,
    ...who,
    ...at,
  })
  write.notice.addAuthor(id, PEOPLE.handler)
  attachments.forEach((file, position) =>
    write.attachment.insert({
      ...{ id: file.id, noticeId: id, position, role: file.role, name: file.name, mediaType: file.mediaType },
      ...{
        originalSha256: file.sha256,
        originalSize: file.size,
        publicSha256: file.sha256,
        publicSize: file.size,
      },
      ...{
        stripped: [],
        passages: [],
        textRead: true,
        masks: [],
        maskedCount: 0,
        removed: false,
        createdAt: NOW,
      },
    }),
  )
  const submissionId = ids.next()
  const submission = {
    id: submissionId,
    noticeId: id,
    hash: sha256(content),
    content,
    submittedBy: PEOPLE.handler,
    submittedAt: NOW,
    closed: false,
    revision: 2,
    catalogueItemId: itemId,
    placement: ownPlacement(),
    authorIds: [PEOPLE.handler],
  }
  write.submission.insert(submission)
  for (const [kind, accountId] of [
    ['REVIEW', PEOPLE.reviewer],
    ['SECRECY_REVIEW', PEOPLE.secrecyReviewer],
  ] as const) {
    write.submission.decide({
      submissionId,
      kind,
      language: '',
      decision: 'APPROVED',
      accountId,
      reason: '',
      at: NOW,
    })
  }
}

/** Puts so many notices into the folder that wait for nothing but publication; every fourth has a file. */
export async function prepareApproved(
  store: Store,
  dataFolder: string,
  from: number,
  count: number,
  mediaType = 'application/pdf',
  bytes = Buffer.from(`名单${from}`),
  itemId = ITEM.id,
): Promise<void> {
  const blobs: BlobStore = openBlobStore(dataFolder)
  const hash = await blobs.put(bytes)
  const file: PublicAttachment = {
    id: '',
    name: '名单.pdf',
    mediaType,
    size: bytes.byteLength,
    sha256: hash,
    role: 'ATTACHMENT',
  }
  store.tx((write) => {
    for (let number = from; number < from + count; number++)
      insertApproved(write, number, number % 4 === 0 ? [file] : [], itemId)
  })
}
