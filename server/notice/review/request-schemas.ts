import { z } from 'zod'
import { REGIMES } from '../../../domain/catalogue/catalogue-item.ts'
import { NOTICE_LANGUAGES } from '../../../domain/notice/language.ts'
import { NOTICE_KINDS } from '../../../domain/notice/notice-kind.ts'
import { DECISION_KINDS } from '../../../domain/notice/notice-state.ts'
import { REFERRAL_RESULTS } from '../../../domain/notice/referral.ts'
import { REMARK_FIELDS } from '../../../domain/notice/review-remark.ts'
import { civilDateSchema } from '../content-schema.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const submissionId = z.string().min(1).max(100)
const words = z.string().max(2000)
const names = z.string().max(500)
const path = z.array(z.int().min(0).max(100_000)).min(1).max(50).readonly()

/** A decision as it is sent. */
export const decisionSchema = z.strictObject({
  kind: z.enum(DECISION_KINDS),
  // One the submission does not hold is refused as not needed.
  language: z.string().max(20).default(''),
  decision: z.enum(['APPROVED', 'RETURNED']),
  reason: words,
  submissionHash: hash,
  submissionId: submissionId.optional(),
  unreadAcknowledged: z.boolean().default(false),
  exceptionReason: words.default(''),
})

/** The fields of a form that enters a committee's signed slip. */
export const slipFieldsSchema = z.strictObject({
  decision: z.enum(['APPROVED', 'RETURNED']),
  reason: words.default(''),
  submissionHash: hash,
  submissionId: submissionId.optional(),
  signedBy: names,
  signedOn: civilDateSchema,
})

/** The place of a remark, as in `RemarkPlace`. */
const placeSchema = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('WHOLE') }),
  z.strictObject({ part: z.literal('TITLE') }),
  z.strictObject({ part: z.literal('FIELD'), field: z.enum(REMARK_FIELDS) }),
  z.strictObject({ part: z.literal('BODY'), path }),
  z.strictObject({
    part: z.literal('LANGUAGE'),
    language: z.enum(NOTICE_LANGUAGES),
    path: path.nullable(),
  }),
  z.strictObject({ part: z.literal('ATTACHMENT'), attachmentId: z.string().min(1).max(100) }),
])

/** A remark as it is sent. */
export const remarkSchema = z.strictObject({
  submissionHash: hash,
  place: placeSchema,
  quote: words.default(''),
  text: words,
})

/** What the author says of a remark that was dealt with; may be empty. */
export const settledSchema = z.strictObject({ note: words.default('') })

/** A referral as it is sent. */
export const referralSchema = z.strictObject({ submissionHash: hash, referredTo: names, question: words })

/** The fields of a form that enters the answer; the file beside them is optional. */
export const answerFieldsSchema = z.strictObject({
  result: z.enum(REFERRAL_RESULTS),
  text: words,
  answeredBy: names,
  answeredOn: civilDateSchema,
})

/** A setting of a chain as it is sent. */
export const chainSchema = z.strictObject({
  regime: z.enum(REGIMES).nullable(),
  noticeKind: z.enum(NOTICE_KINDS).nullable(),
  chain: z
    .array(z.array(z.enum(DECISION_KINDS)).max(DECISION_KINDS.length).readonly())
    .max(DECISION_KINDS.length)
    .readonly()
    .nullable(),
  reason: words,
})

/** The two-person exception as it is sent. */
export const exceptionSchema = z.strictObject({ active: z.boolean(), reason: words })
