import { createHmac, randomBytes } from 'node:crypto'
import { sameSecret } from '../../platform/same-secret.ts'
import type { Clock } from '../../platform/clock.ts'

/** Numbers for one use, by which an office proves itself. */
export type Nonces = {
  readonly make: (uscc: string) => string
  /** True once, for the office it was made for, within two minutes. To be called when the signature was found right. */
  readonly use: (nonce: string, uscc: string) => boolean
}

const LIFE_MS = 120_000
const MOST = 10_000

/**
 * Opens a source of nonces. Making one keeps nothing: whoever asks for millions of them fills no memory. Only used ones are kept, and
 * using one takes the signature of an enrolled office.
 * @example const nonces = openNonces(clock); nonces.use(nonces.make(uscc), uscc) // true
 */
export function openNonces(clock: Pick<Clock, 'elapsed'>): Nonces {
  const secret = randomBytes(32)
  const used = new Map<string, number>()
  const mark = (text: string, uscc: string): string =>
    createHmac('sha256', secret).update(`${text}.${uscc}`).digest('base64url')
  return {
    make: (uscc) => {
      const text = `${randomBytes(16).toString('base64url')}.${Math.floor(clock.elapsed() + LIFE_MS)}`
      return `${text}.${mark(text, uscc)}`
    },
    use: (nonce, uscc) => {
      const [random = '', until = '', made = ''] = nonce.split('.')
      const now = clock.elapsed()
      if (!sameSecret(made, mark(`${random}.${until}`, uscc)) || Number(until) < now) return false
      for (const [one, end] of used) {
        if (end >= now) break
        used.delete(one)
      }
      if (used.has(random) || used.size >= MOST) return false
      used.set(random, Number(until))
      return true
    },
  }
}
