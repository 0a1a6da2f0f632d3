import { hash, verify } from '@node-rs/argon2'

/** Turns passwords into Argon2id hashes and checks them. */
export type PasswordHasher = {
  readonly hash: (password: string) => Promise<string>
  readonly verify: (stored: string, password: string) => Promise<boolean>
}

/** What a hash costs: memory in KiB, and passes over it. */
export type Argon2Cost = { readonly memoryCost: number; readonly timeCost: number }

const USUAL: Argon2Cost = { memoryCost: 19_456, timeCost: 2 }

/**
 * Argon2id with 19 MiB and two passes, the first recommendation of RFC 9106 for small machines (OWASP 2024). Only tests, whose people sign
 * in thousands of times, ask for less.
 * @example await argon2Hasher().verify(stored, 'yunxi-2026')
 */
export function argon2Hasher(cost: Argon2Cost = USUAL): PasswordHasher {
  const options = { ...cost, parallelism: 1 }
  return {
    hash: (password) => hash(password.normalize('NFKC'), options),
    verify: (stored, password) => verify(stored, password.normalize('NFKC')),
  }
}
