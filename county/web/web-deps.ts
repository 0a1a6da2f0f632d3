import type { PasswordHasher } from '../../platform/password-hasher.ts'
import type { SessionStore } from '../../platform/sessions.ts'
import type { CountyDeps } from '../deps.ts'

/** What the county's pages need beside the county itself. */
export type CountyWebDeps = CountyDeps & {
  readonly sessions: SessionStore
  readonly passwords: PasswordHasher
  readonly version: string
  /** The embedded database, or a PostgreSQL of its own. */
  readonly embedded: boolean
  /** SHA-256 of the certificate offices see over the network; null while nothing listens there. */
  readonly certificate: string | null
  /** Called when a package was taken in. */
  readonly takenIn: () => void
  readonly logger: { readonly error: (detail: object, text: string) => void }
}
