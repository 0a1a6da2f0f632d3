import { z } from 'zod'
import { RECEIPT_FORMAT, RECEIPT_VERDICTS } from '../domain/exchange/receipt.ts'
import type { Receipt } from '../domain/exchange/receipt.ts'
import { RECORD_FAULT_CODES, RECORD_REMARK_CODES } from '../domain/exchange/record-fault.ts'
import type { Result } from '../domain/refusal.ts'
import {
  fromOneShape,
  instantShape,
  officeShape,
  sha256Shape,
  uuidShape,
  wholeShape,
} from './field-shapes.ts'
import type { PackageKey } from './package-key.ts'
import { readSignedDocument, signDocument, type ProvedDocument } from './signed-document.ts'

/** Some 350 bytes for each change: a receipt for all an office ever published stays under it. */
const RECEIPT_LIMIT = 256 * 1024 * 1024

const instance = z.strictObject({ id: uuidShape, former: z.array(uuidShape) })

const item = z.strictObject({
  change: fromOneShape,
  kind: z.enum(['EDITION', 'WITHDRAWAL']),
  indexNumber: z.string().min(1),
  editionNumber: fromOneShape,
  hash: sha256Shape,
  result: z.enum(['ACCEPTED', 'REJECTED']),
  fault: z
    .strictObject({
      code: z.enum(RECORD_FAULT_CODES),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
  remarks: z.array(z.enum(RECORD_REMARK_CODES)),
})

/**
 * Shape of a receipt, without key and signature.
 * @example receiptSchema.safeParse(receipt).success
 */
export const receiptSchema: z.ZodType<Receipt> = z
  .strictObject({
    format: z.literal(RECEIPT_FORMAT),
    county: z.strictObject({ name: z.string().min(1), code: z.string().regex(/^\d{6}$/), instance }),
    office: officeShape,
    number: fromOneShape,
    claimedAt: instantShape,
    package: z.strictObject({
      instanceId: uuidShape,
      sequence: fromOneShape,
      seal: sha256Shape,
      changes: z.strictObject({ first: fromOneShape, last: wholeShape }),
    }),
    verdict: z.enum(RECEIPT_VERDICTS),
    counts: z.strictObject({
      editions: wholeShape,
      withdrawals: wholeShape,
      statistics: wholeShape,
      attachments: wholeShape,
      accepted: wholeShape,
      rejected: wholeShape,
    }),
    items: z.array(item),
    held: z
      .strictObject({
        instanceId: uuidShape,
        sequence: fromOneShape,
        seal: sha256Shape,
        change: wholeShape,
      })
      .nullable(),
    waiting: z.array(fromOneShape),
    missingFrom: fromOneShape.nullable(),
    unknown: z.array(
      z.strictObject({
        indexNumber: z.string().min(1),
        editionNumber: fromOneShape,
        hash: sha256Shape,
      }),
    ),
    officeKeyId: sha256Shape,
  })
  .refine(agreesWithItself)

/** Verdict, counts and items say the same; a receipt that does not is nobody's answer. */
function agreesWithItself({ verdict, counts, items }: Receipt): boolean {
  const rejected = items.filter(({ result }) => result === 'REJECTED').length
  const faultsFit = items.every(({ result, fault }) => (result === 'REJECTED') === (fault !== null))
  const counted = counts.rejected === rejected && counts.accepted === items.length - rejected
  if (!faultsFit || !counted) return false
  switch (verdict) {
    case 'HELD':
      return items.length === 0
    case 'ACCEPTED':
      return rejected === 0
    case 'PARTLY_REJECTED':
      return rejected > 0
  }
}

/**
 * Writes a receipt, signed by the county's key.
 * @example writeReceipt(receipt, countyKey)
 */
export function writeReceipt(receipt: Receipt, key: PackageKey): string {
  return signDocument(receipt, key)
}

/**
 * Reads a receipt. Refuses `receipt.not-a-receipt` and `receipt.signature-invalid`. Whether its key is the county's, the caller asks.
 * @example readReceipt(text)
 */
export function readReceipt(text: string | Uint8Array): Result<ProvedDocument<Receipt>> {
  return readSignedDocument(text, receiptSchema, {
    notOne: 'receipt.not-a-receipt',
    signatureInvalid: 'receipt.signature-invalid',
    limit: RECEIPT_LIMIT,
  })
}
