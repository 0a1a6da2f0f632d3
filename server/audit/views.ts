/** One line of the audit log as the desk shows it. */
export type AuditEventView = {
  readonly sequence: number
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string }
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
  readonly hash: string
}

/** Result of proving the chain. */
export type AuditProof = {
  readonly intact: boolean
  readonly events: number
  readonly firstBroken: number | null
}
