import canonicalize from 'canonicalize'

/**
 * Writes a value as RFC 8785 canonical JSON, the only form in which JSON stands in a package.
 * Throws when the value has no JSON form.
 * @example canonicalJson({ b: 1, a: 2 }) // '{"a":2,"b":1}'
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('value has no JSON form')
  return text
}
