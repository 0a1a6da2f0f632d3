import { argon2Hasher } from '../../platform/password-hasher.ts'

/** Argon2id at its least cost: the people of the tests sign in thousands of times. */
export const quickPasswords = argon2Hasher({ memoryCost: 8, timeCost: 1 })
