import { z } from 'zod'

/** Where the county's listener answers; all below its address. */
export const EXCHANGE_PATHS = {
  challenge: '/exchange/challenge',
  session: '/exchange/session',
  uploads: '/exchange/uploads',
  packages: '/exchange/packages',
  receipts: '/exchange/receipts',
  downward: '/exchange/downward',
} as const

const usccSchema = z.string().regex(/^[0-9A-Z]{18}$/u)
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u)
const count = z.int().min(0)

/** Body of `POST /exchange/challenge`. */
export const challengeAskedSchema = z.strictObject({ uscc: usccSchema })

/** Its answer. */
export const challengeSchema = z.object({
  countyInstanceId: z.string().min(1).max(64),
  nonce: z.string().min(16).max(256),
})

/** Body of `POST /exchange/session`. */
export const sessionAskedSchema = z.strictObject({
  uscc: usccSchema,
  keyId: sha256Schema,
  nonce: z.string().max(256),
  signature: z.string().regex(/^[0-9a-f]{128}$/u),
})

/** Its answer; the token goes with every further request as `authorization: Bearer …`. */
export const sessionSchema = z.object({ token: z.string().min(16).max(256) })

/** What an upload says of the package before its first byte; upload metadata of tus, each a text. */
export const uploadMetadataSchema = z.object({
  sequence: z.coerce.number().int().min(1),
  sha256: sha256Schema,
  size: z.coerce.number().int().min(1),
})

/** Answer of `GET /exchange/packages/:sha256`: how the county stands to this file. */
export const arrivalSchema = z.discriminatedUnion('state', [
  /** Nothing of it is here. */
  z.object({ state: z.literal('ABSENT') }),
  /** The first `offset` bytes are here; go on at `location`. */
  z.object({ state: z.literal('UPLOADING'), location: z.string().max(512), offset: count }),
  /** The whole file is here and is being proved and taken in; ask again. */
  z.object({ state: z.literal('PROCESSING') }),
  /** The file came whole, its SHA-256 is right, and it is taken in (or held); this receipt answers it. */
  z.object({ state: z.literal('TAKEN_IN'), receiptNumber: z.int().min(1) }),
  /** The file came whole and the county refuses what is in it. */
  z.object({
    state: z.literal('REFUSED'),
    code: z.string().max(100),
    params: z.record(z.string(), z.union([z.string().max(1000), z.number(), z.boolean()])),
  }),
])
/** How the county stands to a file. */
export type Arrival = z.infer<typeof arrivalSchema>

/** Answer of `GET /exchange/receipts?after=n`: numbers of receipts, oldest first; ask again after the last while there are any. */
export const receiptListSchema = z.object({ numbers: z.array(z.int().min(1)).max(1000) })

/** Answer of `GET /exchange/downward?after=n`: packages from the county, oldest first. */
export const downwardListSchema = z.object({
  packages: z
    .array(z.object({ sequence: z.int().min(1), sha256: sha256Schema, size: z.int().min(1) }))
    .max(1000),
})

/** A refusal as the listener sends it. */
export const refusalSchema = z.object({
  code: z.string().max(100),
  params: z.record(z.string(), z.union([z.string().max(1000), z.number(), z.boolean()])).optional(),
})
