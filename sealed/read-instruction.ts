import { z } from 'zod'
import type { Instruction } from '../domain/exchange/downward.ts'

const schema: z.ZodType<Instruction> = z.strictObject({
  format: z.literal('instruction/1'),
  title: z.string().min(1).max(200),
  text: z.string().max(20_000),
  due: z.iso.date().nullable(),
})

/** Bytes of the longest instruction a person would read. */
export const INSTRUCTION_LIMIT = 256 * 1024

/**
 * Reads the file of an instruction; null when it is none, so that it can be shown as unreadable and be declined.
 * @example readInstruction(bytes)?.due // '2026-12-31'
 */
export function readInstruction(bytes: Uint8Array): Instruction | null {
  if (bytes.length > INSTRUCTION_LIMIT) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    // No UTF-8 or no JSON.
    return null
  }
}
