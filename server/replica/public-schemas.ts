import { z } from 'zod'
import { type PairingAnswer, type ReportAcknowledged, type SignedManifest, JOURNAL_KINDS } from './views.ts'

const base64 = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(/^[A-Za-z0-9+/]+=*$/u)
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/u)

/** What a computer says that asks to be paired; strangers on the network send this. */
export const pairingRequestSchema = z.strictObject({
  offer: z.strictObject({
    format: z.literal('board-pairing/1'),
    name: z.string().trim().min(1).max(40),
    publicKey: base64(40, 120),
    nonce: base64(43, 44),
  }),
  proof: base64(43, 44),
})

/** What the office answers. */
export const pairingAnswerSchema = z.strictObject({
  acceptance: z.strictObject({
    replicaId: z.string().min(1).max(64),
    instanceId: z.string().min(1).max(64),
    office: z.strictObject({ name: z.string().max(200), uscc: z.string().max(64) }),
    begunAt: z.iso.datetime(),
    publicKey: base64(40, 120),
  }),
  proof: base64(43, 44),
}) satisfies z.ZodType<PairingAnswer>

/** A manifest as it travels; the replica holds the office to the same bounds. */
export const signedManifestSchema = z.strictObject({
  manifest: z.strictObject({
    format: z.literal('board-snapshot/1'),
    office: z.strictObject({ name: z.string().max(200), uscc: z.string().max(64) }),
    instanceId: z.string().min(1).max(64),
    schema: z.int().min(1).max(9999),
    sequence: z.int().min(1),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime(),
    pieces: z
      .array(
        z.strictObject({
          kind: z.enum(['ROWS', 'FILE']),
          table: z.string().regex(/^[a-z_]{0,64}$/u),
          sha256: sha256Hex,
          size: z
            .int()
            .min(0)
            .max(512 * 1024 * 1024),
          rows: z.int().min(0).max(100_000),
        }),
      )
      .max(500_000),
  }),
  signature: base64(86, 88),
}) satisfies z.ZodType<SignedManifest>

/** What a replica reports. */
export const replicaReportSchema = z.strictObject({
  snapshotSequence: z.int().min(1).nullable(),
  programVersion: z.string().max(40),
  lost: z.int().min(0),
  entries: z
    .array(
      z.strictObject({
        run: z.string().min(1).max(64),
        sequence: z.int().min(1),
        kind: z.enum(JOURNAL_KINDS),
        at: z.iso.datetime(),
        clockTrusted: z.boolean(),
        payload: z.unknown(),
      }),
    )
    .max(200),
})

/** What the office answers to it. */
export const reportAcknowledgedSchema = z.strictObject({
  acknowledged: z.int().min(0),
  now: z.string(),
}) satisfies z.ZodType<ReportAcknowledged>
