import { basename } from 'node:path'
import type { DownwardKind, Instruction } from '../../domain/exchange/downward.ts'
import { isCivilDate } from '../../domain/notice/notice-dates.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { DICTIONARY_KINDS } from '../../domain/wording/wording-entry.ts'
import { readCalendarFile } from '../../platform/table/read-calendar-file.ts'
import { readCatalogueFile } from '../../platform/table/read-catalogue-file.ts'
import { readDictionaryFile } from '../../platform/table/read-dictionary-file.ts'
import { readInstruction } from '../../sealed/read-instruction.ts'

/** What a person wants to send down. */
export type WantedItem =
  | {
      readonly kind: Exclude<DownwardKind, 'INSTRUCTION'>
      readonly fileName: string
      readonly bytes: Uint8Array
      /** The same in all versions; a catalogue's and a calendar's may be left out, a dictionary's is its kind. */
      readonly key?: string | undefined
      readonly title?: string | undefined
    }
  | {
      readonly kind: 'INSTRUCTION'
      readonly title: string
      readonly text: string
      /** Civil date, or null. */
      readonly due: string | null
    }

/** A line of a catalogue as words. */
export type CatalogueLine = { readonly catalogue: string; readonly level1: string; readonly level2: string }

/** An item ready to be given a version. */
export type ReadItem = {
  readonly kind: DownwardKind
  readonly key: string
  readonly title: string
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Empty for anything but a catalogue. */
  readonly lines: readonly CatalogueLine[]
}

const KEY_LIMIT = 100

/**
 * Reads what is to be sent down by the very rules by which an office reads it: what no office could take is not signed. Refuses what
 * `readCatalogueFile`, `readCalendarFile` and `readDictionaryFile` refuse, with the `file` it is about, and `request.invalid` naming the field.
 * @example await readItem({ kind: 'CATALOGUE', fileName: '社会救助.xlsx', bytes }, deps.ids.next())
 */
export async function readItem(wanted: WantedItem, id: string): Promise<Result<ReadItem>> {
  if (wanted.kind === 'INSTRUCTION') return readWords(wanted, id)
  const { kind, bytes } = wanted
  const fileName = basename(wanted.fileName)
  if (bytes.length === 0) return refuse('request.invalid', { field: 'file' })
  const plainName = fileName.replace(/\.[^.]*$/u, '')
  const lines = await readLines(kind, { bytes, fileName })
  if (!lines.ok) return refuse(lines.code, { ...lines.params, file: fileName })
  const key = (wanted.key ?? lines.value[0]?.catalogue ?? plainName).trim().slice(0, KEY_LIMIT)
  if (key === '' || (kind === 'DICTIONARY' && !DICTIONARY_KINDS.some((one) => one === key))) {
    return refuse('request.invalid', { field: 'key' })
  }
  const title = (wanted.title ?? plainName).trim()
  return accept({ kind, key, title: title === '' ? key : title, fileName, bytes, lines: lines.value })
}

/** The lines of a catalogue; none of a calendar or a dictionary, which are read all the same. */
async function readLines(
  kind: Exclude<DownwardKind, 'INSTRUCTION'>,
  file: { readonly bytes: Uint8Array; readonly fileName: string },
): Promise<Result<readonly CatalogueLine[]>> {
  if (kind !== 'CATALOGUE') {
    const read = kind === 'CALENDAR' ? readCalendarFile(file) : await readDictionaryFile(file.bytes)
    return read.ok ? accept([]) : read
  }
  const readings = await readCatalogueFile(file)
  if (!readings.ok) return readings
  return accept(
    readings.value.flatMap(({ name, rows }) =>
      rows.map((row) => ({ catalogue: name.trim(), level1: row.itemLevel1, level2: row.itemLevel2 })),
    ),
  )
}

function readWords(wanted: Extract<WantedItem, { kind: 'INSTRUCTION' }>, id: string): Result<ReadItem> {
  const title = wanted.title.trim()
  const text = wanted.text.trim()
  if (title === '' || title.length > 200) return refuse('request.invalid', { field: 'title' })
  if (wanted.due !== null && !isCivilDate(wanted.due)) return refuse('request.invalid', { field: 'due' })
  const instruction: Instruction = { format: 'instruction/1', title, text, due: wanted.due }
  const bytes = Buffer.from(JSON.stringify(instruction), 'utf8')
  if (readInstruction(bytes) === null) return refuse('request.invalid', { field: 'text' })
  return accept({
    kind: 'INSTRUCTION',
    key: id,
    title,
    fileName: 'instruction.json',
    bytes,
    lines: [],
  })
}
