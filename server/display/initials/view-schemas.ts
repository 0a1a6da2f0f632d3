import { z } from 'zod'
import type { InitialsAnswer, SpelledWords } from '../initials-view.ts'
import { publicPageSchema } from '../view-schemas.ts'

const parts = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }))

/**
 * Shape of `GET /api/public/search/initials`.
 * @example initialsAnswerSchema.safeParse(answer).success
 */
export const initialsAnswerSchema = z.strictObject({
  keys: z.string(),
  items: z.array(publicPageSchema.shape.items.element.extend({ titleParts: parts, numberParts: parts })),
  more: z.boolean(),
  incomplete: z.boolean(),
}) satisfies z.ZodType<InitialsAnswer>

/**
 * Shape of `GET /api/public/search/words`.
 * @example spelledWordsSchema.safeParse(answer).success
 */
export const spelledWordsSchema = z.strictObject({
  keys: z.string(),
  words: z.array(z.string()),
}) satisfies z.ZodType<SpelledWords>
