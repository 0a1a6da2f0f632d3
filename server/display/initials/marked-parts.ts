import type { ExcerptPart } from '../views.ts'

/**
 * Cuts characters into parts, marked where they were hit.
 * @example markedParts([...'低保公示'], [2, 3]) // [{ text: '低保', hit: false }, { text: '公示', hit: true }]
 */
export function markedParts(characters: readonly string[], marks: readonly number[]): ExcerptPart[] {
  const marked = new Set(marks)
  const found: { text: string; hit: boolean }[] = []
  for (const [at, character] of characters.entries()) {
    const hit = marked.has(at)
    const last = found.at(-1)
    if (last?.hit === hit) last.text += character
    else found.push({ text: character, hit })
  }
  return found
}
