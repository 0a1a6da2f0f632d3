import type { DownwardItemsView } from '../../../../server/exchange/downward/views.ts'
import type { EnrolmentView } from '../../../../server/exchange/enrolment/views.ts'
import type { NetworkView } from '../../../../server/exchange/network/views.ts'
import type { ReceiptsView, ReceiptView } from '../../../../server/exchange/receipt/views.ts'
import type { ExchangeTasksView, ExchangeTaskView } from '../../../../server/exchange/task/views.ts'
import type { OutboxView, PackageJobView, PackageView } from '../../../../server/exchange/views.ts'

const ZHOU = { id: 'a-zhou', name: '周敏' }

/** What waits: 41 published and 12 taken down after package 11. */
export const OUTBOX: OutboxView = {
  editions: 41,
  withdrawals: 12,
  heldBack: 0,
  next: { first: 341, last: 393, reason: 'INCREMENT', editions: 41, withdrawals: 12 },
  county: { name: '示例县政务公开办公室', code: '990000', keyId: 'ab'.repeat(32), address: null },
}

/** A package as the server lists it; the parts that matter are given. */
export function packageOf(part: Partial<PackageView> & Pick<PackageView, 'sequence'>): PackageView {
  const { sequence } = part
  return {
    fileName: `board-119900000000000019-${String(sequence).padStart(6, '0')}.zip.age`,
    createdAt: '2026-11-19T07:00:00.000Z',
    createdBy: ZHOU,
    editionCount: 41,
    withdrawalCount: 12,
    statisticCount: 86,
    attachmentCount: 3,
    size: 4_200_000,
    sha256: 'cd'.repeat(32),
    encryptedFor: '示例县政务公开办公室',
    offer: { first: 288, last: 340, heldBack: 0, reason: 'INCREMENT' },
    ofFormerInstance: false,
    state: 'WRITTEN',
    carriages: [],
    daysInTransit: null,
    answer: null,
    ...part,
  }
}

/** It went on a stick on 19 November. */
export const ON_A_STICK: Pick<PackageView, 'carriages'> = {
  carriages: [
    { carrier: 'DRIVE', place: 'KINGSTON', person: '周敏', by: ZHOU, at: '2026-11-19T07:30:00.000Z' },
  ],
}

/** A job of the exchange in the middle of its work. */
export function jobOf(part: Partial<PackageJobView>): PackageJobView {
  return {
    id: 'job-1',
    kind: 'EXPORT',
    startedAt: '2026-11-23T01:42:00.000Z',
    startedBy: ZHOU,
    state: 'RUNNING',
    progress: { step: 'WRITE', done: 12, total: 53, bytes: 1024 },
    sequence: null,
    place: null,
    refusal: null,
    ...part,
  }
}

/** A receipt as the server lists it. */
export function receiptOf(part: Partial<ReceiptView> & Pick<ReceiptView, 'number'>): ReceiptView {
  return {
    id: part.number,
    formerCounty: false,
    formerInstance: false,
    sequence: 11,
    verdict: 'ACCEPTED',
    accepted: 53,
    rejected: 0,
    held: null,
    missingFrom: null,
    waiting: [],
    unknown: [],
    claimedAt: '2026-11-20T01:00:00.000Z',
    cameAs: 'FILE',
    place: 'NEW',
    takenAt: '2026-11-20T02:00:00.000Z',
    takenBy: ZHOU,
    ...part,
  }
}

/** No receipt, no gap. */
export const NO_RECEIPTS: ReceiptsView = { receipts: [], missingNumbers: [], gap: null }

/** A notice with an identity number, rejected. */
export const TASK: ExchangeTaskView = {
  id: 't-1',
  openedAt: '2026-11-20T02:00:00.000Z',
  change: 300,
  kind: 'EDITION',
  notice: {
    id: 'n-1',
    title: '困难群众慰问物资发放名单',
    indexNumber: '119900000000000019/2026-00405',
    editionNumber: 1,
    withdrawn: false,
  },
  receipt: { id: 7, number: 7, sequence: 11 },
  fault: { code: 'record.personal-data', params: { kind: 'RESIDENT_ID', place: 'body' } },
  allowedHere: null,
  end: null,
}

/** Nothing rejected. */
export const NO_TASKS: ExchangeTasksView = { open: [], openCount: 0, ended: [] }

/** An instruction with a day. */
export const ITEMS: DownwardItemsView = {
  open: [
    {
      id: 'i-1',
      kind: 'INSTRUCTION',
      key: 'i1',
      version: 1,
      title: '关于报送第四季度公开台账的通知',
      fileName: 'i1.json',
      size: 300,
      sequence: 2,
      cameAt: '2026-11-20T02:00:00.000Z',
      instruction: {
        format: 'instruction/1',
        title: '关于报送第四季度公开台账的通知',
        text: '请于12月10日前报送。',
        due: '2026-11-20',
      },
      end: null,
    },
  ],
  ended: [],
  missingSequences: [1],
}

/** Nothing sent down. */
export const NO_ITEMS: DownwardItemsView = { open: [], ended: [], missingSequences: [] }

/** An office that knows no county yet. */
export const NOT_ENROLLED: EnrolmentView = {
  office: {
    name: '示例县云溪镇人民政府',
    uscc: '119900000000000019',
    key: { keyId: 'e9'.repeat(32), words: ['渔村', '茶园', '生机', '游鱼'] },
    nextKey: null,
  },
  county: null,
  former: [],
}

/** A county without an address. */
export const NO_NETWORK: NetworkView = {
  address: null,
  certificatePinned: false,
  lastContact: null,
  lastAttempt: null,
  unsent: [],
  schedule: { enabled: false, afterPublishing: false, everyHours: 0 },
  job: null,
}
