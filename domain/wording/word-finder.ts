import type { WordingEntry } from './wording-entry.ts'

/** A word of a dictionary in a text; UTF-16 offsets. */
export type FoundWord = { readonly start: number; readonly end: number; readonly entry: WordingEntry }

type Node = { readonly next: Map<string, Node>; entry: WordingEntry | null }

/** Looks words up in texts. */
export type WordFinder = (text: string) => readonly FoundWord[]

/** Says whether what stands at `start` is part of a longer text in which it is right. */
function excepted(text: string, start: number, entry: WordingEntry): boolean {
  return entry.exceptions.some((context) => {
    // The word may stand anywhere in its context, also more than once.
    for (let at = context.indexOf(entry.word); at !== -1; at = context.indexOf(entry.word, at + 1)) {
      if (text.startsWith(context, start - at) && start >= at) return true
    }
    return false
  })
}

/**
 * Builds a finder over a dictionary: a tree of characters, walked once from every place of a text, so that the time hangs
 * on the text and the longest word and not on the number of entries. The longest word at a place counts, words never
 * overlap, and what stands in one of its exceptions is passed over. Of two entries for one word the later one holds.
 * @example wordFinder([{ word: '布署', suggestion: '部署', severity: 'FIX', note: '', exceptions: ['发布署名'] }])('发布署名') // []
 */
export function wordFinder(entries: readonly WordingEntry[]): WordFinder {
  const root: Node = { next: new Map(), entry: null }
  for (const entry of entries) {
    let node = root
    for (let at = 0; at < entry.word.length; at += 1) {
      const sign = entry.word.charAt(at)
      let child = node.next.get(sign)
      if (!child) node.next.set(sign, (child = { next: new Map(), entry: null }))
      node = child
    }
    if (node !== root) node.entry = entry
  }
  return (text) => {
    const found: FoundWord[] = []
    for (let start = 0; start < text.length;) {
      let longest: FoundWord | null = null
      let node = root.next.get(text.charAt(start))
      for (let end = start + 1; node; end += 1) {
        if (node.entry && !excepted(text, start, node.entry)) longest = { start, end, entry: node.entry }
        node = end < text.length ? node.next.get(text.charAt(end)) : undefined
      }
      if (longest) found.push(longest)
      start = longest?.end ?? start + 1
    }
    return found
  }
}
