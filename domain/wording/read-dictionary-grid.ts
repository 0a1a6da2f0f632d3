import { accept, refuse, type Result } from '../refusal.ts'
import type { WordingEntry } from './wording-entry.ts'

/** Columns of a dictionary as a table, in the order in which it is handed out. */
export const DICTIONARY_COLUMNS = ['word', 'suggestion', 'severity', 'note', 'exceptions'] as const
/** One of them. */
export type DictionaryColumn = (typeof DICTIONARY_COLUMNS)[number]

/** Longest text of a cell, in characters; longer ones are no words. */
export const LONGEST_WORD = 40
const LONGEST_NOTE = 200
/** Most entries of one dictionary. */
export const MOST_ENTRIES = 20_000

const HEADINGS: Readonly<Record<DictionaryColumn, RegExp>> = {
  word: /^(?:词语|词|错误|错误词|错词|易错词|敏感词|姓名|word)$/iu,
  suggestion: /^(?:正确|正确词|建议|改为|应为|替换为|规范表述|职务|suggestion)$/iu,
  severity: /^(?:程度|级别|类型|severity)$/iu,
  note: /^(?:说明|备注|注|note)$/iu,
  exceptions: /^(?:例外|例外语境|不提示|exceptions)$/iu,
}
const SEARCHED_FOR_HEAD = 6
const FIX = /^(?:错|错误|必改|改正|fix)$/iu
const CHECK = /^(?:核对|提示|疑似|建议核对|check|)$/iu

const clean = (text: string | undefined): string => (text ?? '').normalize('NFC').trim()

/**
 * Checks the entries of a dictionary as a whole: nothing empty, nothing twice, nothing that would be put in its own place.
 * One fault refuses the file, `wording.entry-invalid` with its row from 1 and what is wrong, since half a dictionary would
 * pass for a whole one. Refuses `wording.file-empty`, `wording.too-many-entries` too.
 * @example checkEntries([{ word: '按装', suggestion: '按装', severity: 'FIX', note: '', exceptions: [] }]).ok // false
 */
export function checkEntries(entries: readonly WordingEntry[]): Result<readonly WordingEntry[]> {
  if (entries.length === 0) return refuse('wording.file-empty')
  if (entries.length > MOST_ENTRIES) return refuse('wording.too-many-entries', { most: MOST_ENTRIES })
  const known = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    const row = index + 1
    const fault = faultOf(entry)
    if (fault !== null) return refuse('wording.entry-invalid', { row, fault })
    if (known.has(entry.word)) return refuse('wording.entry-invalid', { row, fault: 'TWICE' })
    known.set(entry.word, row)
  }
  return accept(entries)
}

function faultOf({ word, suggestion, note, exceptions }: WordingEntry): string | null {
  if (word === '') return 'WORD_MISSING'
  const longest = Math.max(...[word, suggestion, ...exceptions].map((text) => text.length))
  if (longest > LONGEST_WORD || note.length > LONGEST_NOTE) return 'TOO_LONG'
  if (/[\p{Cc}\p{Cf}]/u.test(word + suggestion + note + exceptions.join(''))) return 'CONTROL'
  // One Han character stands in thousands of words, and mending it would tear them all.
  if (word.length < 2) return 'TOO_SHORT'
  // What contains itself would be mended for ever: 部 → 部署.
  if (suggestion.includes(word)) return 'SELF'
  if (exceptions.some((context) => !context.includes(word))) return 'EXCEPTION'
  return null
}

/**
 * Reads a dictionary from a table with headings: 词语, 正确, 程度, 说明, 例外 (exceptions joined by 、 or commas). Without 程度 an entry
 * that has a right form is an error and one that has none is to be checked. Refuses `wording.not-a-dictionary` when there is
 * no heading for the word, and what `checkEntries` refuses.
 * @example readDictionaryGrid([['词语', '正确'], ['按装', '安装']]).ok // true
 */
export function readDictionaryGrid(rows: readonly (readonly string[])[]): Result<readonly WordingEntry[]> {
  // The title of a table may be called like a column, so the row with most headings is the head.
  const known = rows
    .slice(0, SEARCHED_FOR_HEAD)
    .map((row) =>
      row.some((text) => HEADINGS.word.test(clean(text)))
        ? DICTIONARY_COLUMNS.filter((name) => row.some((text) => HEADINGS[name].test(clean(text)))).length
        : 0,
    )
  const most = Math.max(0, ...known)
  const head = known.indexOf(most)
  if (most === 0) return refuse('wording.not-a-dictionary')
  const labels = (rows[head] ?? []).map(clean)
  const column = (name: DictionaryColumn) => labels.findIndex((label) => HEADINGS[name].test(label))
  const at = {
    word: column('word'),
    suggestion: column('suggestion'),
    severity: column('severity'),
    note: column('note'),
    exceptions: column('exceptions'),
  }
  const entries: WordingEntry[] = []
  for (const row of rows.slice(head + 1)) {
    const cell = (index: number) => (index === -1 ? '' : clean(row[index]))
    if (row.every((text) => clean(text) === '')) {
      // An empty line is a fault of no entry; its number must stay counted.
      entries.push(EMPTY_LINE)
      continue
    }
    const severity = cell(at.severity)
    if (!FIX.test(severity) && !CHECK.test(severity)) {
      return refuse('wording.entry-invalid', { row: entries.length + head + 2, fault: 'SEVERITY' })
    }
    const suggestion = cell(at.suggestion)
    const named = severity === '' ? suggestion !== '' : FIX.test(severity)
    entries.push({
      word: cell(at.word),
      suggestion,
      severity: named ? 'FIX' : 'CHECK',
      note: cell(at.note),
      exceptions: cell(at.exceptions)
        .split(/[、，,;；]/u)
        .map(clean)
        .filter((text) => text !== ''),
    })
  }
  while (entries.at(-1) === EMPTY_LINE) entries.pop()
  const checked = checkEntries(entries.filter((entry) => entry !== EMPTY_LINE))
  if (checked.ok || checked.code !== 'wording.entry-invalid') return checked
  // Told by the row of the file, with its heading and its empty lines.
  const numbers = entries.flatMap((entry, index) => (entry === EMPTY_LINE ? [] : [index + head + 2]))
  const row = numbers[Number(checked.params['row']) - 1] ?? 0
  return refuse('wording.entry-invalid', { ...checked.params, row })
}

const EMPTY_LINE: WordingEntry = { word: '', suggestion: '', severity: 'CHECK', note: '', exceptions: [] }
