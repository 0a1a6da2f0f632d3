import type { z } from 'zod'
import { canonicalJson } from '../domain/exchange/canonical-json.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A value with its text. */
export type CanonicalValue = { readonly text: string; readonly value: unknown }

/**
 * Reads bytes as canonical JSON (RFC 8785), or gives null: only that form has one meaning for every reader, without doubled keys and
 * second spellings.
 * @example readCanonical(Buffer.from('{"a":1}'))?.value // { a: 1 }
 */
export function readCanonical(bytes: Uint8Array): CanonicalValue | null {
  try {
    const text = utf8.decode(bytes)
    const value: unknown = JSON.parse(text)
    return isCanonical(value, text) ? { text, value } : null
  } catch {
    // No UTF-8, no JSON, a lone surrogate, or deeper than the stack: nothing that we wrote.
    return null
  }
}

/**
 * Written back by `JSON.stringify` a text says the same when numbers, signs and doubled keys are as they should be; what is left to see is that keys
 * are in order and no lone surrogate is escaped. Several times faster than writing it canonically, which a text that fails is still tried by: keys
 * that look like numbers change their places when they are read.
 */
function isCanonical(value: unknown, text: string): boolean {
  const plainly = JSON.stringify(value) === text && areKeysOrdered(value) && !text.includes('\\ud')
  return plainly || canonicalJson(value) === text
}

/** UTF-16 units are compared, as RFC 8785 says. */
function areKeysOrdered(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(areKeysOrdered)
  let before: string | null = null
  for (const [key, member] of Object.entries(value)) {
    if ((before !== null && key <= before) || !areKeysOrdered(member)) return false
    before = key
  }
  return true
}

/**
 * Checks a value's shape; null when it has another one.
 * @example shaped(value, manifestSchema)
 */
export function shaped<T>(value: unknown, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : null
  } catch {
    // A body nested deeper than the stack.
    return null
  }
}
