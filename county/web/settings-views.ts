/** The county as its settings page shows it. */
export type CountySettings = {
  readonly name: string
  readonly code: string
  readonly instanceId: string
  /** Where offices hand in over a network, `https://…`; null when they cannot. */
  readonly address: string | null
  readonly keyId: string
  readonly words: string
  readonly dataFolder: string
  /** Embedded, or a PostgreSQL of its own. */
  readonly embedded: boolean
  /** SHA-256 of the certificate the address shows; null when it is not listening. */
  readonly certificate: string | null
  readonly version: string
}
