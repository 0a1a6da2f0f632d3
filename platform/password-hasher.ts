import { hash, verify } from '@node-rs/argon2'

/** Turns passwords into Argon2id hashes and checks them. */
export type PasswordHasher = {
  readonly hash: (password: string) => Promise<string>
  readonly verify: (stored: string, password: string) => Promise<boolean>
}

/**
 * Argon2id with 19 MiB and two passes, the first recommendation of RFC 9106 for small machines (OWASP 2024).
 * @example await argon2Hasher().verify(stored, 'yunxi-2026')
 */
export function argon2Hasher(): PasswordHasher {
  const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
  return {
    hash: (password) => hash(password.normalize('NFKC'), options),
    verify: (stored, password) => verify(stored, password.normalize('NFKC')),
  }
}
