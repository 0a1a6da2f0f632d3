import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSecretOnce } from '../platform/secret-file.ts'

/** The key by which a program opens what was encrypted for it (age, X25519). */
export type AgeIdentity = {
  /** `AGE-SECRET-KEY-1…`; never leaves the data folder. */
  readonly identity: string
  /** `age1…`, what others encrypt to. */
  readonly recipient: string
}

/**
 * Reads the identity from `<data>/keys/<name>`, or makes it on the first call. The file is one that `age --identity` takes too.
 * Throws when the file is there but holds no identity: with a new one in its place nothing sent so far could be opened any more.
 * @example await loadAgeIdentity('/var/lib/board')
 */
export async function loadAgeIdentity(dataFolder: string, name = 'office-age.txt'): Promise<AgeIdentity> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const file = join(dataFolder, 'keys', name)
  if (!existsSync(file)) {
    const made = await generateX25519Identity()
    writeSecretOnce(file, `# public key: ${await identityToRecipient(made)}\n${made}\n`)
  }
  const identity = readFileSync(file, 'utf8')
    .split('\n')
    .find((line) => line.startsWith('AGE-SECRET-KEY-1'))
    ?.trim()
  if (identity === undefined) throw new Error(`${file} holds no age identity`)
  return { identity, recipient: await identityToRecipient(identity) }
}
