import { accept, refuse } from '../refusal.ts'
import type { Result } from '../refusal.ts'

/** The fewest characters of a password, counted as people count them. */
export const PASSWORD_MINIMUM = 8

/**
 * Checks that a password is long enough; what it is made of is left to the person, length is what protects.
 * The password comes back exactly as typed. Refuses `office.password-too-short` with `minimum`.
 * @example checkPassword('12345') // refuses with { minimum: 8 }
 */
export function checkPassword(text: string): Result<string> {
  // Blanks at the ends do not count: eight spaces would be no password at all.
  const length = Array.from(text.trim()).length
  if (length < PASSWORD_MINIMUM) return refuse('office.password-too-short', { minimum: PASSWORD_MINIMUM })
  return accept(text)
}
