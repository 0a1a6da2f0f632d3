import canonicalize from 'canonicalize'
import type { PublicContent } from './content.ts'

/**
 * Writes public content as RFC 8785 canonical JSON: the text whose UTF-8 bytes are hashed with SHA-256 to give the
 * edition's hash, on every machine and in every language the same. Throws on a lone surrogate, because RFC 8785
 * has no form for it and a hash that only we can compute proves nothing.
 * @example canonicalContent(content) // '{"addressee":"","attachments":[],…}'
 */
export function canonicalContent(content: PublicContent): string {
  const text = canonicalize(content)
  if (text === undefined) throw new Error('public content has no JSON form')
  return text
}
