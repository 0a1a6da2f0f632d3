import { detect } from '../../../domain/privacy/detect.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'

/**
 * Words that the public will read, or that stand on a certificate: not empty, and nothing in them that the privacy gate
 * blocks. Refuses `display.reason-required` and `display.privacy-hit`.
 * @example requirePublicWords(' 公开栏被风刮倒 ') // { ok: true, value: '公开栏被风刮倒' }
 */
export function requirePublicWords(typed: string): Result<string> {
  const words = typed.trim()
  if (words === '') return refuse('display.reason-required')
  const found = detect(words).filter(({ severity }) => severity === 'BLOCK')
  return found.length === 0
    ? accept(words)
    : refuse('display.privacy-hit', { count: found.length, kind: found[0]?.kind ?? '' })
}
