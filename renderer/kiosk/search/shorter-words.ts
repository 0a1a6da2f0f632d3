/**
 * Shorter words to offer when nothing was found: the parts between spaces, or head and tail of a long word.
 * Two characters are enough for the search, and most official words are made of such pairs.
 * @example shorterWords('低保公示名单') // ['低保', '名单']
 */
export function shorterWords(query: string): readonly string[] {
  const parts = query.split(/[\s，。、；：,.;:]+/u).filter((part) => part !== '')
  if (parts.length > 1) return unique(parts, query)
  const letters = [...(parts[0] ?? '')]
  if (letters.length < 3) return []
  return unique([letters.slice(0, 2).join(''), letters.slice(-2).join('')], query)
}

function unique(words: readonly string[], query: string): readonly string[] {
  return [...new Set(words)].filter((word) => word !== query && [...word].length >= 2).slice(0, 4)
}
