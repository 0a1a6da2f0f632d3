import { type KeyObject } from 'node:crypto'
import type { CountyCard } from '../../domain/exchange/card.ts'
import type { DownwardManifest } from '../../domain/exchange/downward.ts'
import type { RecordFaultCode } from '../../domain/exchange/record-fault.ts'
import { RECEIPT_FORMAT, type Receipt, type ReceiptItem } from '../../domain/exchange/receipt.ts'
import { writeCountyCard } from '../../sealed/card.ts'
import { createPackageKey, type PackageKey } from '../../sealed/package-key.ts'
import { writeReceipt } from '../../sealed/receipt.ts'
import { type DownwardPart, writeDownwardPackage } from '../../sealed/downward-package.ts'
import type { Deps } from '../../server/deps.ts'
import type { CountyCardPreview } from '../../server/exchange/enrolment/views.ts'
import type { ReceiptOutcome, ReceiptsTaken } from '../../server/exchange/receipt/views.ts'
import type { DeskClient } from './desk-client.ts'

/** age recipient of a county nobody opens packages at; real in form. */
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

/** A county made for a test: it signs what the test tells it to, and holds nothing of its own. */
export class CountySide {
  readonly key: PackageKey
  readonly name: string
  instance: { id: string; former: string[] }
  #number = 0

  constructor(name = '示例县', key = createPackageKey()) {
    this.name = name
    this.key = key
    this.instance = { id: crypto.randomUUID(), former: [] }
  }

  get publicKey(): KeyObject {
    return this.key.publicKey
  }

  /** Its database was restored: another id, and its numbers begin anew. */
  restore(): void {
    this.instance = { id: crypto.randomUUID(), former: [...this.instance.former, this.instance.id] }
    this.#number = 0
  }

  card(deps: Deps, change: Partial<CountyCard> = {}): string {
    const uscc = deps.store.read.office.office()?.uscc ?? ''
    const card: CountyCard = {
      format: 'board-county-card/1',
      county: { name: this.name, code: '110119', instanceId: this.instance.id, recipient: RECIPIENT },
      address: 'https://192.168.1.2:8640',
      certificate: null,
      office: { uscc, keyId: deps.packageKey().keyId },
      claimedAt: '2026-11-22T01:00:00.000Z',
      ...change,
    }
    return writeCountyCard(card, this.key)
  }

  /** The receipt for a package of this office; every change is accepted that is not rejected. */
  receipt(
    deps: Deps,
    sequence: number,
    rejected: ReadonlyMap<number, RecordFaultCode> = new Map(),
    change: Partial<Receipt> = {},
  ): Receipt {
    const { read } = deps.store
    const office = read.office.office()
    const stored = read.exchange.bySequence(sequence)
    const offer = read.exchange.offerOf(sequence)
    if (!office || !stored || !offer) throw new Error(`package ${sequence} was not written`)
    const range = { first: offer.firstChange, last: offer.lastChange }
    const rows = read.exchange.changes(sequence, range, { from: 0, limit: offer.lastChange })
    const changes = read.receipt.changes(rows.map(({ change: number }) => number))
    const items = rows
      .filter(({ heldBack }) => heldBack === 0)
      .map(({ change: number }): ReceiptItem => {
        const own = changes.get(number)
        if (!own) throw new Error('a change of the outbox is there')
        const { kind, indexNumber, editionNumber, hash } = own
        const code = rejected.get(number)
        const named = { change: number, kind, indexNumber, editionNumber, hash, remarks: [] }
        return code
          ? { ...named, result: 'REJECTED', fault: { code, params: {} } }
          : { ...named, result: 'ACCEPTED', fault: null }
      })
    const held = {
      instanceId: offer.instanceId,
      sequence,
      seal: stored.sealSha256,
      change: offer.lastChange,
    }
    const count = items.filter(({ result }) => result === 'REJECTED').length
    return {
      format: RECEIPT_FORMAT,
      county: { name: this.name, code: '110119', instance: this.instance },
      office: { name: office.name, uscc: office.uscc },
      number: ++this.#number,
      claimedAt: '2026-11-22T02:00:00.000Z',
      package: {
        instanceId: offer.instanceId,
        sequence,
        seal: stored.sealSha256,
        changes: { first: offer.firstChange, last: offer.lastChange },
      },
      verdict: count > 0 ? 'PARTLY_REJECTED' : 'ACCEPTED',
      counts: {
        editions: stored.editionCount,
        withdrawals: stored.withdrawalCount,
        statistics: offer.statisticCount,
        attachments: offer.attachmentCount,
        accepted: items.length - count,
        rejected: count,
      },
      items,
      held,
      waiting: [],
      missingFrom: null,
      unknown: [],
      officeKeyId: deps.packageKey().keyId,
      ...change,
    }
  }

  /** The file of a receipt, as it lies on the stick. */
  sign(receipt: Receipt): Buffer {
    return Buffer.from(writeReceipt(receipt, this.key), 'utf8')
  }

  /** A package down to an office, at a path. */
  async sendDown(
    deps: Deps,
    target: string,
    sequence: number,
    items: readonly DownwardPart[],
    change: Partial<Omit<DownwardManifest, 'format' | 'items'>> = {},
  ): Promise<string> {
    const office = deps.store.read.office.office()
    if (!office) throw new Error('the office is set up')
    const head = {
      county: { name: this.name, code: '110119', instanceId: this.instance.id },
      office: { name: office.name, uscc: office.uscc },
      sequence,
      claimedAt: '2026-11-22T03:00:00.000Z',
      ...change,
    }
    await writeDownwardPackage({ target, head, items, key: this.key })
    return target
  }
}

/** Takes a county's card in at the desk, both steps. */
export async function enrolCounty(
  administrator: DeskClient,
  deps: Deps,
  county: CountySide,
): Promise<CountyCardPreview> {
  const bytes = Buffer.from(county.card(deps), 'utf8')
  const path = '/api/desk/county-card'
  const shown = await administrator.upload<CountyCardPreview>(path, 'card.json', bytes)
  const { keyId } = shown.body.card.key
  const fields = { confirm: 'true', keyId, replace: 'true' }
  return (await administrator.upload<CountyCardPreview>(path, 'card.json', bytes, fields)).body
}

/** Hands receipts in at the desk; gives what became of each. */
export async function handIn(
  desk: DeskClient,
  ...files: readonly Uint8Array[]
): Promise<readonly ReceiptOutcome[]> {
  const form = new FormData()
  files.forEach((bytes, at) =>
    form.append('file', new File([new Uint8Array(bytes)], `receipt-${at + 1}.json`)),
  )
  const response = await desk.raw('POST', '/api/desk/receipts', { body: form })
  return ((await response.json()) as ReceiptsTaken).results
}
