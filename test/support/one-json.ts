/** What a command printed with `--json`: one object on one line and nothing else, else it throws. */
export function oneJson(out: string): Record<string, unknown> {
  const value: unknown = JSON.parse(out)
  if (!/^\{.*\}\n$/u.test(out) || typeof value !== 'object' || value === null) {
    throw new Error(`not one object on one line: ${out}`)
  }
  return value as Record<string, unknown>
}
