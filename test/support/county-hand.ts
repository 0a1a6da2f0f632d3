import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COUNTY_CARD_FORMAT } from '../../domain/exchange/card.ts'
import { type Receipt, type ReceiptItem, RECEIPT_FORMAT } from '../../domain/exchange/receipt.ts'
import { decryptFile } from '../../sealed/age-file.ts'
import { loadAgeIdentity } from '../../sealed/age-identity.ts'
import { readOfficeCard, writeCountyCard } from '../../sealed/card.ts'
import { type DownwardPart, writeDownwardPackage } from '../../sealed/downward-package.ts'
import { openPackage } from '../../sealed/open-package.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { PACKAGE_LIMITS } from '../../sealed/package-limits.ts'
import { writeReceipt } from '../../sealed/receipt.ts'

/** What the county finds wrong with one index number. */
export type HandFault = Pick<NonNullable<ReceiptItem['fault']>, 'code' | 'params'>

/** A county as one person with a pen would be it: cards, receipts and packages made by the functions both sides share. */
export type CountyHand = {
  readonly name: string
  /** The county's card for an office, from the office's card. */
  readonly card: (officeCard: string, address?: string | null) => string
  /** The receipt for a package; what `faults` names by index number is rejected. With `hold` the package waits for an earlier one. */
  readonly receipt: (
    packagePath: string,
    options?: { readonly faults?: ReadonlyMap<string, HandFault>; readonly hold?: number },
  ) => Promise<{ readonly number: number; readonly text: string; readonly indexNumbers: readonly string[] }>
  /** Leaves a number of receipts out, as one that got lost. */
  readonly lose: () => void
  /** Writes a package of the county to a path. */
  readonly send: (target: string, items: readonly DownwardPart[]) => Promise<number>
  readonly close: () => void
}

/** Sets a county up. `now` is what its clock says. */
export async function countyHand(name: string, now: string): Promise<CountyHand> {
  const folder = mkdtempSync(join(tmpdir(), 'county-hand-'))
  const key = createPackageKey()
  const age = await loadAgeIdentity(folder, 'county-age.txt')
  const instance = { id: randomUUID(), former: [] }
  const code = '990000'
  let office = { name: '', uscc: '', keyId: '' }
  let number = 0
  let sequence = 0
  let held: Receipt['held'] = null
  return {
    name,
    card: (officeCard, address = null) => {
      const read = readOfficeCard(officeCard)
      if (!read.ok) throw new Error(read.code)
      const { document, keyId } = read.value
      office = { name: document.office.name, uscc: document.office.uscc, keyId }
      return writeCountyCard(
        {
          format: COUNTY_CARD_FORMAT,
          county: { name, code, instanceId: instance.id, recipient: age.recipient },
          address,
          certificate: null,
          office: { uscc: office.uscc, keyId },
          claimedAt: now,
        },
        key,
      )
    },
    receipt: async (packagePath, { faults = new Map<string, HandFault>(), hold } = {}) => {
      const plain = join(folder, 'package.zip')
      rmSync(plain, { force: true })
      const opened = await decryptFile(packagePath, plain, age.identity, { limit: PACKAGE_LIMITS.bytes })
      if (!opened.ok) throw new Error(opened.code)
      const pack = await openPackage(plain)
      if (!pack.ok) throw new Error(pack.code)
      const { manifest, seal, keyId } = pack.value
      const items: ReceiptItem[] = []
      const indexNumbers: string[] = []
      const judge = (
        item: Pick<ReceiptItem, 'change' | 'kind' | 'indexNumber' | 'editionNumber' | 'hash'>,
      ) => {
        indexNumbers.push(item.indexNumber)
        const fault = faults.get(item.indexNumber) ?? null
        items.push({ ...item, result: fault === null ? 'ACCEPTED' : 'REJECTED', fault, remarks: [] })
      }
      for await (const one of pack.value.records('EDITION')) {
        const { change, indexNumber, editionNumber, hash } = one
        judge({ change, kind: 'EDITION', indexNumber, editionNumber, hash })
      }
      for await (const one of pack.value.records('WITHDRAWAL')) {
        const { change, indexNumber, editionNumber, editionHash } = one
        judge({ change, kind: 'WITHDRAWAL', indexNumber, editionNumber, hash: editionHash })
      }
      await pack.value.close()
      const rejected = items.filter(({ result }) => result === 'REJECTED').length
      if (hold === undefined) {
        held = {
          instanceId: manifest.instance.id,
          sequence: manifest.sequence,
          seal,
          change: manifest.changes.last,
        }
      }
      number += 1
      const text = writeReceipt(
        {
          format: RECEIPT_FORMAT,
          county: { name, code, instance },
          office: { name: office.name, uscc: office.uscc },
          number,
          claimedAt: now,
          package: {
            instanceId: manifest.instance.id,
            sequence: manifest.sequence,
            seal,
            changes: { first: manifest.changes.first, last: manifest.changes.last },
          },
          verdict: hold !== undefined ? 'HELD' : rejected > 0 ? 'PARTLY_REJECTED' : 'ACCEPTED',
          counts: {
            ...manifest.counts,
            accepted: hold === undefined ? items.length - rejected : 0,
            rejected: hold === undefined ? rejected : 0,
          },
          items: hold === undefined ? items.toSorted((one, other) => one.change - other.change) : [],
          held,
          waiting: hold === undefined ? [] : [manifest.sequence],
          missingFrom: hold ?? null,
          unknown: [],
          officeKeyId: keyId,
        },
        key,
      )
      return { number, text, indexNumbers }
    },
    lose: () => {
      number += 1
    },
    send: async (target, items) => {
      sequence += 1
      await writeDownwardPackage({
        target,
        head: {
          county: { name, code, instanceId: instance.id },
          office: { name: office.name, uscc: office.uscc },
          sequence,
          claimedAt: now,
        },
        items,
        key,
      })
      return sequence
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Puts a file on a stick. */
export function putOn(stick: string, name: string, content: string | Uint8Array): void {
  writeFileSync(join(stick, name), content)
}
