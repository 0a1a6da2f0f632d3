import type { Result } from '../../domain/refusal.ts'

/**
 * The value of a result. The sample texts are ours: what the product refuses in them is a mistake in them, not an answer
 * for the user, so a refusal throws with what it was about.
 * @example must(createNotice(deps, handler, {}), '停电通知')
 */
export function must<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`${what}: ${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}
