import canonicalize from 'canonicalize'

/** What happened, as written into the log: codes and counts, never personal data. */
export type AuditEntry = {
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string }
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

/** The hash before the first event. */
export const CHAIN_START = '0'.repeat(64)

/**
 * The text whose SHA-256 is an event's hash: canonical JSON (RFC 8785) of the event, its number and the hash
 * before it, so that no event can be changed, left out or moved without breaking every later one.
 * @example chainText(entry, 1, CHAIN_START) // '{"action":"notice.publish",…}'
 */
export function chainText(entry: AuditEntry, sequence: number, previousHash: string): string {
  const text = canonicalize({ ...entry, sequence, previousHash })
  if (text === undefined) throw new Error('an audit entry is always JSON')
  return text
}
