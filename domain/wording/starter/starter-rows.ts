import type { WordingEntry } from '../wording-entry.ts'

/**
 * Reads the shipped lists: a line is `wrong right exceptions # note`, exceptions joined by commas; `?` before it makes it
 * a CHECK, a missing right form is written `-`.
 * @example starterRows('?既使 即使 # 也可能是“既使……又使……”')[0]?.severity // 'CHECK'
 */
export function starterRows(lines: string): readonly WordingEntry[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [words = '', note = ''] = line.split(' # ')
      const [marked = '', right = '', exceptions = ''] = words.split(' ')
      return {
        word: marked.replace('?', ''),
        suggestion: right === '-' ? '' : right,
        severity: marked.startsWith('?') ? 'CHECK' : 'FIX',
        note,
        exceptions: exceptions === '' ? [] : exceptions.split(','),
      }
    })
}
