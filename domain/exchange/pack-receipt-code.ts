import { Temporal } from 'temporal-polyfill'
import type { ReceiptCode } from './receipt-code.ts'
import { RECEIPT_VERDICTS, type HeldMark, type Receipt } from './receipt.ts'
import { RECORD_FAULT_CODES } from './record-fault.ts'
import { ByteReader, ByteWriter } from './short-bytes.ts'

const VERSION = 1
const FORMER_AT_MOST = 3
const WAITING_AT_MOST = 10
const HELD = { NOTHING: 0, SAME_INSTANCE: 1, OTHER_INSTANCE: 2, THIS_PACKAGE: 3 } as const
/** 9999-12-31; behind it an instant has another form. */
const LAST_SECOND = 253_402_300_799
/** For the number of the rejected changes that are listed; a code never lists more than fit three bytes. */
const ROOM_FOR_COUNT = 3

/**
 * Packs a receipt into the bytes of its code, `room` at most (docs/receipt-format.md); rejected changes that have no room are left out.
 * @example packReceiptCode(receipt, 331)
 */
export function packReceiptCode(receipt: Receipt, room: number): Uint8Array {
  const { county, package: about, counts } = receipt
  const out = new ByteWriter()
  out.byte(VERSION)
  out.uuid(county.instance.id)
  const former = county.instance.former.slice(-FORMER_AT_MOST)
  out.number(former.length)
  for (const id of former) out.uuid(id)
  out.ascii(receipt.office.uscc)
  out.number(receipt.number)
  out.number(Math.floor(Temporal.Instant.from(receipt.claimedAt).epochMilliseconds / 1000))
  out.uuid(about.instanceId)
  out.number(about.sequence)
  out.hex(about.seal)
  out.number(about.changes.first)
  out.number(about.changes.last)
  out.byte(RECEIPT_VERDICTS.indexOf(receipt.verdict))
  for (const count of [counts.editions, counts.withdrawals, counts.statistics]) out.number(count)
  for (const count of [counts.attachments, counts.accepted, counts.rejected]) out.number(count)
  packHeld(out, receipt)
  out.number(receipt.missingFrom ?? 0)
  const waiting = receipt.waiting.slice(0, WAITING_AT_MOST)
  out.number(waiting.length)
  for (const sequence of waiting) out.number(sequence)
  out.number(receipt.unknown.length)
  out.hex(receipt.officeKeyId)
  packRejected(out, receipt, room)
  return out.bytes()
}

function packHeld(out: ByteWriter, { held, package: about }: Receipt): void {
  if (held === null) return out.byte(HELD.NOTHING)
  const sameInstance = held.instanceId === about.instanceId
  const samePackage = held.sequence === about.sequence && held.seal === about.seal
  if (sameInstance && samePackage && held.change === about.changes.last) return out.byte(HELD.THIS_PACKAGE)
  out.byte(sameInstance ? HELD.SAME_INSTANCE : HELD.OTHER_INSTANCE)
  if (!sameInstance) out.uuid(held.instanceId)
  out.number(held.sequence)
  out.hex(held.seal)
  out.number(held.change)
}

function packRejected(out: ByteWriter, { items }: Receipt, room: number): void {
  const rejected = items
    .flatMap(({ change, fault }) => (fault === null ? [] : [{ change, code: fault.code }]))
    .sort((a, b) => a.change - b.change)
  const list = new ByteWriter()
  let before = 0
  let listed = 0
  for (const { change, code } of rejected) {
    const one = new ByteWriter()
    one.number(change - before)
    one.byte(RECORD_FAULT_CODES.indexOf(code) + 1)
    if (out.size + ROOM_FOR_COUNT + list.size + one.size > room) break
    list.append(one)
    before = change
    listed += 1
  }
  out.number(listed)
  out.append(list)
}

/**
 * Reads the bytes of a receipt code; null when they are none.
 * @example unpackReceiptCode(packReceiptCode(receipt, 331))?.number // 7
 */
export function unpackReceiptCode(bytes: Uint8Array): ReceiptCode | null {
  const from = new ByteReader(bytes)
  if (from.byte() !== VERSION) return null
  const id = from.uuid()
  const former = from.list(FORMER_AT_MOST, () => from.uuid())
  const uscc = from.ascii(18)
  const number = from.number()
  const seconds = from.number()
  const about = {
    instanceId: from.uuid(),
    sequence: from.number(),
    seal: from.hex(32),
    changes: { first: from.number(), last: from.number() },
  }
  const verdict = RECEIPT_VERDICTS[from.byte()]
  const counts = {
    editions: from.number(),
    withdrawals: from.number(),
    statistics: from.number(),
    attachments: from.number(),
    accepted: from.number(),
    rejected: from.number(),
  }
  const held = unpackHeld(from, about)
  const missingFrom = from.number() || null
  const waiting = from.list(WAITING_AT_MOST, () => from.number())
  const unknown = from.number()
  const officeKeyId = from.hex(32)
  const rejected = unpackRejected(from)
  if (!from.ended() || verdict === undefined || seconds > LAST_SECOND) return null
  if (rejected.length > counts.rejected) return null
  return {
    county: { id, former },
    uscc,
    number,
    claimedAt: Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString(),
    package: about,
    verdict,
    counts,
    held,
    missingFrom,
    waiting,
    unknown,
    officeKeyId,
    rejected,
    leftOut: counts.rejected - rejected.length,
  }
}

function unpackHeld(from: ByteReader, about: ReceiptCode['package']): HeldMark | null {
  const how = from.byte()
  const { instanceId, sequence, seal, changes } = about
  switch (how) {
    case HELD.NOTHING:
      return null
    case HELD.THIS_PACKAGE:
      return { instanceId, sequence, seal, change: changes.last }
    case HELD.SAME_INSTANCE:
    case HELD.OTHER_INSTANCE:
      return {
        instanceId: how === HELD.OTHER_INSTANCE ? from.uuid() : instanceId,
        sequence: from.number(),
        seal: from.hex(32),
        change: from.number(),
      }
    default:
      from.fail()
      return null
  }
}

function unpackRejected(from: ByteReader): ReceiptCode['rejected'] {
  let change = 0
  return from.list(Number.POSITIVE_INFINITY, () => {
    change += from.number()
    const code = RECORD_FAULT_CODES[from.byte() - 1]
    // From a newer county: this program would not know what to say.
    if (code === undefined) from.fail()
    return { change, code: code ?? RECORD_FAULT_CODES[0] }
  })
}
