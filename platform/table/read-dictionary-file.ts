import { z } from 'zod'
import { refuse, type Result, accept } from '../../domain/refusal.ts'
import { checkEntries, readDictionaryGrid } from '../../domain/wording/read-dictionary-grid.ts'
import { WORDING_SEVERITIES, type WordingEntry } from '../../domain/wording/wording-entry.ts'
import { CATALOGUE_FILE_LIMIT, readSheets } from './read-catalogue-file.ts'
import { decodeText } from './read-csv.ts'

/** A dictionary as read from a file: who compiled it, as far as the file says, and its entries. */
export type DictionaryReading = { readonly source: string; readonly entries: readonly WordingEntry[] }

const text = z.string().transform((value) => value.normalize('NFC').trim())
const jsonFile = z.strictObject({
  format: z.literal('board-dictionary/1'),
  source: text.default(''),
  entries: z.array(
    z.strictObject({
      word: text,
      suggestion: text.default(''),
      severity: z.enum(WORDING_SEVERITIES).default('CHECK'),
      note: text.default(''),
      exceptions: z.array(text).default([]),
    }),
  ),
})

function readJson(bytes: Uint8Array): Result<DictionaryReading> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  let value: unknown
  try {
    value = JSON.parse(decoded.value.replace(/^\ufeff/u, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('catalogue.file-damaged')
  }
  const parsed = jsonFile.safeParse(value)
  if (!parsed.success) return refuse('wording.not-a-dictionary')
  const checked = checkEntries(parsed.data.entries)
  return checked.ok ? accept({ source: parsed.data.source, entries: checked.value }) : checked
}

/**
 * Reads a dictionary from JSON (`board-dictionary/1`), XLSX or CSV, judged by content; the first sheet that holds one
 * counts. Refuses what `readSheets` and `readDictionaryGrid` refuse; a file with one fault is refused whole.
 * @example await readDictionaryFile(bytes) // { ok: true, value: { source: '', entries: […] } }
 */
export async function readDictionaryFile(bytes: Uint8Array): Promise<Result<DictionaryReading>> {
  if (bytes.length > CATALOGUE_FILE_LIMIT) return refuse('catalogue.file-too-large')
  const head = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 64))
    .replace(/^\ufeff/u, '')
    .trimStart()
  if (head.startsWith('{')) return readJson(bytes)
  const sheets = await readSheets(bytes)
  if (!sheets.ok) return sheets
  for (const { rows } of sheets.value) {
    const reading = readDictionaryGrid(rows)
    if (reading.ok) return accept({ source: '', entries: reading.value })
    if (reading.code !== 'wording.not-a-dictionary') return reading
  }
  return refuse('wording.not-a-dictionary')
}
