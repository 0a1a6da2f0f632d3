import {
  type CountyDatabase,
  inSuccession,
  wordCountsUpTo,
} from '../../../domain/exchange/county-succession.ts'
import { changeState, nextOffer, type ChangeState } from '../../../domain/exchange/next-offer.ts'
import type { PackageMark } from '../../../domain/exchange/package-place.ts'
import { placePackage } from '../../../domain/exchange/package-place.ts'
import { placeReceipt } from '../../../domain/exchange/receipt-place.ts'
import type { HeldMark, Receipt } from '../../../domain/exchange/receipt.ts'

type ModelRecord = { readonly change: number; readonly content: string }

/** A package of the model: its marks, and what its changes say. */
export type ModelPackage = PackageMark & { readonly records: readonly ModelRecord[] }

let drawn = 0
/** Something nobody else has: an id, a seal, a hash. */
const fresh = (kind: string): string => `${kind}-${String(++drawn)}`

type Filed = { readonly receipt: Receipt; readonly digest: string; readonly late: boolean }

/** An office reduced to numbers: what it published, wrote and was told, by the rules of `domain/exchange` alone. */
export class ModelOffice {
  instance = fresh('office')
  former: string[] = []
  changes: string[] = []
  audit: string[] = [fresh('event')]
  /** What must not leave the office now. */
  closed: string[] = []
  /** Numbers that packages passed over. */
  passed: { readonly instance: string; readonly change: number }[] = []
  packages: ModelPackage[] = []
  sentUpTo: number | null = null
  again = false
  /** A person wants everything offered again, from the first change. */
  whole = false
  filed: Filed[] = []
  county: { instanceId: string; number: number } | null = null
  /** Instance of the county by the card that was taken in last. */
  card: string | null = null

  copy(): ModelOffice {
    return Object.assign(new ModelOffice(), structuredClone({ ...this }))
  }

  publish(content: string): void {
    this.changes.push(content)
    this.audit.push(fresh('event'))
  }

  /** After a restore, or when the disk was found to have gone back. */
  takeNewInstance(): void {
    this.former.push(this.instance)
    this.instance = fresh('office')
    this.sentUpTo = null
    this.again = false
  }

  isPassed(change: number, instance = this.instance): boolean {
    return this.passed.some((one) => one.change === change && one.instance === instance)
  }

  /** The newest number under which a content is offered. */
  numberOf(content: string): number {
    return this.changes.lastIndexOf(content) + 1
  }

  /** What was passed over and may go gets a new number, as `releasedChanges` has it. */
  #queueReleased(): void {
    for (const content of new Set(this.changes))
      if (this.isPassed(this.numberOf(content)) && !this.closed.includes(content)) this.changes.push(content)
  }

  get newestSequence(): number {
    return this.packages.at(-1)?.sequence ?? 0
  }

  get #current(): Filed | undefined {
    return this.filed.find(
      ({ receipt }) =>
        receipt.county.instance.id === this.county?.instanceId && receipt.number === this.county.number,
    )
  }

  get held(): HeldMark | null {
    return this.#current?.receipt.held ?? null
  }

  export(): ModelPackage | null {
    this.#queueReleased()
    const state = {
      instanceId: this.instance,
      newestChange: this.changes.length,
      sentUpTo: this.sentUpTo,
      held: this.held,
      again: this.again,
    }
    const first = this.whole && this.sentUpTo !== null ? 1 : nextOffer(state).first
    this.whole = false
    if (first > this.changes.length && !this.again) return null
    const own = this.packages.filter(({ instance }) => instance.id === this.instance)
    const range = this.changes
      .map((content, index) => ({ change: index + 1, content }))
      .filter(({ change }) => change >= first)
    const goes = ({ change, content }: ModelRecord): boolean =>
      change === this.numberOf(content) && !this.isPassed(change) && !this.closed.includes(content)
    const since = own.findLastIndex(({ sequence }) => sequence === this.held?.sequence)
    const written: ModelPackage = {
      instance: { id: this.instance, former: [...this.former] },
      sequence: this.newestSequence + 1,
      previous: own.at(-1)?.seal ?? null,
      chain: own.slice(Math.max(0, since)).map(({ sequence, seal }) => ({ sequence, seal })),
      seal: fresh('seal'),
      changes: { first, last: this.changes.length },
      auditHead: { sequence: this.audit.length, hash: this.audit.at(-1) ?? '' },
      records: range.filter(goes),
    }
    for (const { change } of range.filter((one) => !goes(one)))
      if (!this.isPassed(change)) this.passed.push({ instance: this.instance, change })
    this.packages.push(written)
    this.sentUpTo = this.changes.length
    this.again = false
    this.audit.push(fresh('event'))
    return written
  }

  /** Gives the code of a refusal, or null. */
  take(receipt: Receipt, digest: string): string | null {
    const placed = placeReceipt(
      {
        uscc: 'office',
        instance: { id: this.instance, former: this.former },
        newestSequence: this.newestSequence,
        newestChange: this.changes.length,
        sealOf: (sequence) =>
          this.packages.find(
            (written) => written.sequence === sequence && written.instance.id === this.instance,
          )?.seal,
        county: this.county,
        cardInstanceId: this.card,
        formerCountyInstances: this.#current?.receipt.county.instance.former ?? [],
        digestOf: (instance, number) =>
          this.filed.find(
            (filed) => filed.receipt.county.instance.id === instance && filed.receipt.number === number,
          )?.digest,
      },
      receipt,
      digest,
    )
    if (!placed.ok) return placed.code
    if (placed.value.place === 'KNOWN') return null
    this.filed.push({ receipt, digest, late: placed.value.place === 'LATE' })
    if (placed.value.place === 'LATE') return null
    if (placed.value.place === 'COUNTY_RESTORED') {
      this.again = this.sentUpTo !== null
    }
    this.county = { instanceId: receipt.county.instance.id, number: receipt.number }
    return null
  }

  /** The county's databases by the receipts on record, as `db/repos/receipt-repo.ts` reads them. */
  #databases(): readonly CountyDatabase[] {
    const ids = [...new Set(this.filed.map(({ receipt }) => receipt.county.instance.id))]
    return ids.map((id) => {
      const of = this.filed.filter(({ receipt }) => receipt.county.instance.id === id)
      const byNumber = of.toSorted((a, b) => a.receipt.number - b.receipt.number)
      const first = this.filed.findIndex(({ receipt, late }) => receipt.county.instance.id === id && !late)
      return {
        id,
        former: byNumber.at(-1)?.receipt.county.instance.former ?? [],
        established: first < 0 ? null : first,
        held: byNumber[0]?.receipt.held ?? null,
        unheard: byNumber[0] !== undefined && this.#isUnheard(byNumber[0].receipt),
      }
    })
  }

  #isUnheard({ county, number, verdict, package: about }: Receipt): boolean {
    const { former } = county.instance
    if (former.length === 0 || number === 1) return false
    return !this.filed.some(
      ({ receipt: before }) =>
        before.number === number - 1 &&
        former.includes(before.county.instance.id) &&
        (verdict === 'HELD' ||
          about.changes.first === 1 ||
          (before.held?.instanceId === about.instanceId && before.held.change + 1 >= about.changes.first)),
    )
  }

  /** The newest word of a receipt about a change that still counts. */
  item(change: number): 'ACCEPTED' | 'REJECTED' | null {
    const order = inSuccession(this.#databases())
    const place = ({ receipt }: Filed) => order.findIndex(({ id }) => id === receipt.county.instance.id)
    return (
      this.filed
        .filter(({ receipt }) => receipt.package.instanceId === this.instance)
        .filter(({ receipt }) => receipt.items.some((item) => item.change === change))
        .filter((filed) => {
          const limit = wordCountsUpTo(order, place(filed), this.instance)
          return limit === Number.POSITIVE_INFINITY || (change <= limit && !this.isPassed(change))
        })
        .sort((a, b) => place(a) - place(b) || a.receipt.number - b.receipt.number)
        .at(-1)
        ?.receipt.items.find((item) => item.change === change)?.result ?? null
    )
  }

  state(change: number): ChangeState {
    return changeState({
      change,
      sentUpTo: this.sentUpTo,
      heldBack: this.isPassed(change),
      passedOver: this.isPassed(change),
      item: this.item(change),
      held: this.held?.instanceId === this.instance ? this.held : null,
    })
  }
}

type County = {
  instance: string
  former: string[]
  held: (HeldMark & { auditHead: PackageMark['auditHead'] }) | null
  formerInstances: string[]
  expected: string | null
  /** By instance and sequence: taken in or waiting. */
  known: ModelPackage[]
  waiting: ModelPackage[]
  /** Content by the office's instance and change, and everything it ever held. */
  contents: string[]
  receipts: { receipt: Receipt; digest: string }[]
}

/** A county reduced to numbers. */
export class ModelCounty {
  data: County = {
    instance: fresh('county'),
    former: [],
    held: null,
    formerInstances: [],
    expected: null,
    known: [],
    waiting: [],
    contents: [],
    receipts: [],
  }

  copy(): ModelCounty {
    return Object.assign(new ModelCounty(), { data: structuredClone(this.data) })
  }

  /** Its database was restored, which its mark file has shown. */
  takeNewInstance(): void {
    this.data.former.push(this.data.instance)
    this.data.instance = fresh('county')
  }

  /** Gives the code of a refusal, or null. */
  take(arrived: ModelPackage): string | null {
    const { data } = this
    const placed = placePackage(
      {
        held: data.held,
        formerInstances: data.formerInstances,
        expectedInstance: data.expected,
        sealOf: (instanceId, sequence) =>
          data.known.find((known) => known.instance.id === instanceId && known.sequence === sequence)?.seal,
      },
      arrived,
    )
    if (!placed.ok) return placed.code
    switch (placed.value.place) {
      case 'KNOWN':
        return null
      case 'WAITING':
        data.known.push(arrived)
        data.waiting.push(arrived)
        this.#receipt(arrived, 'HELD', placed.value.missingFrom)
        return null
      case 'NEW_INSTANCE':
        if (data.held) data.formerInstances.push(data.held.instanceId)
        data.waiting = data.waiting.filter((waits) => waits.instance.id === arrived.instance.id)
        break
      case 'NEXT':
        break
    }
    data.known.push(arrived)
    this.#apply(arrived)
    this.#takeWaiting()
    return null
  }

  #takeWaiting(): void {
    const { data } = this
    for (const waits of [...data.waiting].sort((a, b) => a.sequence - b.sequence)) {
      const others = data.known.filter((known) => known !== waits)
      const placed = placePackage(
        {
          held: data.held,
          formerInstances: data.formerInstances,
          expectedInstance: data.expected,
          sealOf: (instanceId, sequence) =>
            others.find((known) => known.instance.id === instanceId && known.sequence === sequence)?.seal,
        },
        waits,
      )
      if (placed.ok && placed.value.place === 'WAITING') continue
      data.waiting = data.waiting.filter((other) => other !== waits)
      if (placed.ok && placed.value.place === 'NEXT') this.#apply(waits)
    }
  }

  #apply(arrived: ModelPackage): void {
    const { data } = this
    for (const { content } of arrived.records)
      if (!data.contents.includes(content)) data.contents.push(content)
    data.held = {
      instanceId: arrived.instance.id,
      sequence: arrived.sequence,
      seal: arrived.seal,
      change: arrived.changes.last,
      auditHead: arrived.auditHead,
    }
    this.#receipt(arrived, 'ACCEPTED', null)
  }

  #receipt(about: ModelPackage, verdict: 'ACCEPTED' | 'HELD', missingFrom: number | null): void {
    const { data } = this
    const { held } = data
    data.receipts.push({
      digest: fresh('digest'),
      receipt: {
        format: 'board-receipt/1',
        county: { name: 'county', code: '990000', instance: { id: data.instance, former: [...data.former] } },
        office: { name: 'office', uscc: 'office' },
        number: data.receipts.length + 1,
        claimedAt: '2026-11-20T08:00:00.000Z',
        package: {
          instanceId: about.instance.id,
          sequence: about.sequence,
          seal: about.seal,
          changes: about.changes,
        },
        verdict,
        counts: { editions: 0, withdrawals: 0, statistics: 0, attachments: 0, accepted: 0, rejected: 0 },
        items:
          verdict === 'HELD'
            ? []
            : about.records.map(({ change, content }) => ({
                change,
                kind: 'EDITION',
                indexNumber: content,
                editionNumber: 1,
                hash: content,
                result: 'ACCEPTED',
                fault: null,
                remarks: [],
              })),
        held: held && {
          instanceId: held.instanceId,
          sequence: held.sequence,
          seal: held.seal,
          change: held.change,
        },
        waiting: data.waiting.map(({ sequence }) => sequence),
        missingFrom,
        unknown: [],
        officeKeyId: 'key',
      },
    })
  }
}
