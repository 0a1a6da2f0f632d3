import type { RefusalCode } from './refusal-code.ts'

/** Values that fill the sentence of a refusal; never personal data, because refusals are logged and printed. */
export type RefusalParams = Readonly<Record<string, string | number | boolean>>

/**
 * An expected "no": a value, not an exception, so that every caller has to look at it.
 * The screen turns `code` into the sentence `errors.<code>`; bugs throw instead.
 */
export type Refusal = {
  readonly ok: false
  readonly code: RefusalCode
  readonly params: RefusalParams
}

/** Either the value asked for or the refusal that says why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal

/**
 * Wraps a value as an accepted result.
 * @example accept(5) // { ok: true, value: 5 }
 */
export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

/**
 * Makes a refusal.
 * @example refuse('notice.not-found', {})
 */
export function refuse(code: RefusalCode, params: RefusalParams = {}): Refusal {
  return { ok: false, code, params }
}
