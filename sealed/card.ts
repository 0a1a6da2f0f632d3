import { z } from 'zod'
import { COUNTY_CARD_FORMAT, OFFICE_CARD_FORMAT } from '../domain/exchange/card.ts'
import type { CountyCard, OfficeCard } from '../domain/exchange/card.ts'
import type { Result } from '../domain/refusal.ts'
import { instantShape, recipientShape, sha256Shape, usccShape, uuidShape } from './field-shapes.ts'
import type { PackageKey } from './package-key.ts'
import { readSignedDocument, signDocument, type ProvedDocument } from './signed-document.ts'

const RULES = {
  notOne: 'enrolment.not-a-card',
  signatureInvalid: 'enrolment.signature-invalid',
  limit: 64 * 1024,
} as const

const regionCode = z.string().regex(/^[1-9]\d{5}(?:\d{3}){0,2}$/)

/**
 * Shape of an office card, without key and signature.
 * @example officeCardSchema.safeParse(card).success
 */
export const officeCardSchema: z.ZodType<OfficeCard> = z.strictObject({
  format: z.literal(OFFICE_CARD_FORMAT),
  office: z.strictObject({ name: z.string().min(1).max(200), uscc: usccShape, regionCode }),
  instanceId: uuidShape,
  recipient: recipientShape,
  indexTemplate: z.string().max(500),
  claimedAt: instantShape,
})

/**
 * Shape of a county card, without key and signature.
 * @example countyCardSchema.safeParse(card).success
 */
export const countyCardSchema: z.ZodType<CountyCard> = z.strictObject({
  format: z.literal(COUNTY_CARD_FORMAT),
  county: z.strictObject({
    name: z.string().min(1).max(200),
    code: z.string().regex(/^\d{6}$/),
    instanceId: uuidShape,
    recipient: recipientShape,
  }),
  address: z
    .string()
    .max(500)
    .regex(/^https:\/\/[^\s]+$/)
    .nullable(),
  certificate: z
    .string()
    .max(16_384)
    .regex(/^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n?$/)
    .nullable(),
  office: z.strictObject({ uscc: usccShape, keyId: sha256Shape }),
  claimedAt: instantShape,
})

/**
 * Writes an office's card, signed by the key that it names.
 * @example writeOfficeCard(card, deps.packageKey())
 */
export function writeOfficeCard(card: OfficeCard, key: PackageKey): string {
  return signDocument(card, key)
}

/**
 * Reads an office's card. Refuses `enrolment.not-a-card` and `enrolment.signature-invalid`. Whether it is the office's, people say.
 * @example readOfficeCard(text)
 */
export function readOfficeCard(text: string | Uint8Array): Result<ProvedDocument<OfficeCard>> {
  return readSignedDocument(text, officeCardSchema, RULES)
}

/**
 * Writes a county's card for one office, signed by the key that signs its receipts.
 * @example writeCountyCard(card, countyKey)
 */
export function writeCountyCard(card: CountyCard, key: PackageKey): string {
  return signDocument(card, key)
}

/**
 * Reads a county's card. Refuses `enrolment.not-a-card` and `enrolment.signature-invalid`. Whether it is the county's, people say.
 * @example readCountyCard(text)
 */
export function readCountyCard(text: string | Uint8Array): Result<ProvedDocument<CountyCard>> {
  return readSignedDocument(text, countyCardSchema, RULES)
}
