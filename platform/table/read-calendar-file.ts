import { z } from 'zod'
import {
  type CalendarYearList,
  checkCalendarYears,
  type CheckedCalendarYear,
} from '../../domain/duty/calendar/calendar-year-check.ts'
import { readCivilDate } from '../../domain/notice/notice-dates.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type CalendarSigner, signerOf } from './calendar-signature.ts'
import { decodeText, readCsv } from './read-csv.ts'

/** The largest calendar file taken, in bytes; ten years are 30 KB. */
const LIMIT = 1024 * 1024
const MOST_YEARS = 50
const MOST_DAYS = 366

/** What a file says, checked, and who signed it. */
export type CalendarContent = {
  readonly years: readonly CheckedCalendarYear[]
  readonly signer: CalendarSigner | null
}

const dayList = z.array(z.object({ date: z.string().max(50), name: z.string().max(1000) })).max(MOST_DAYS)
const fileShape = z.object({
  format: z.literal('board-calendar/1'),
  years: z
    .array(z.object({ year: z.number(), source: z.string().max(1000), holidays: dayList, workdays: dayList }))
    .max(MOST_YEARS),
  signature: z.object({ publicKey: z.string().max(1000), value: z.string().max(1000) }).optional(),
})

const KIND_WORDS: readonly (readonly ['HOLIDAY' | 'WORKDAY', RegExp])[] = [
  ['WORKDAY', /^(?:workday|w|班|上班|补班|调休上班|工作日)$/i],
  ['HOLIDAY', /^(?:holiday|h|休|放假|休息|节假日|假日)$/i],
]

function readJson(text: string): Result<CalendarContent> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('calendar.not-a-calendar')
    throw error
  }
  const shaped = fileShape.safeParse(raw)
  if (!shaped.success) return refuse('calendar.not-a-calendar')
  const { signature, years } = shaped.data
  // The signature covers what stands in the file, with members this program does not know.
  const { signature: _, ...unsigned } = raw as Readonly<Record<string, unknown>>
  const signer = signature === undefined ? accept(null) : signerOf(unsigned, signature)
  if (!signer.ok) return signer
  const checked = checkCalendarYears(years)
  return checked.ok ? accept({ years: checked.value, signer: signer.value }) : checked
}

/** Rows of date, kind and name; a first row of headings may stand over them. The year is that of the last day. */
function readTable(rows: readonly (readonly string[])[], source: string): Result<CalendarYearList> {
  const days: { readonly date: string; readonly kind: 'HOLIDAY' | 'WORKDAY'; readonly name: string }[] = []
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  for (const [index, row] of filled.entries()) {
    const [day = '', word = '', name = ''] = row.map((cell) => cell.replaceAll('\ufeff', '').trim())
    const kind = KIND_WORDS.find(([, words]) => words.test(word))?.[0]
    const date = readCivilDate(day)
    if (kind === undefined) {
      if (index === 0 && date === null) continue
      return refuse('calendar.not-a-calendar')
    }
    days.push({ date: date ?? day, kind, name })
  }
  if (days.length === 0 || days.length > 2 * MOST_DAYS) return refuse('calendar.not-a-calendar')
  const of = (kind: 'HOLIDAY' | 'WORKDAY') => days.filter((day) => day.kind === kind)
  const year = Math.max(...days.map(({ date }) => Number(date.slice(0, 4)) || 0))
  return accept({ year, source, holidays: of('HOLIDAY'), workdays: of('WORKDAY') })
}

/**
 * Reads a calendar file: JSON of the format `board-calendar/1`, signed or not, or CSV of one year with date, kind and
 * name (HOLIDAY or 放假, WORKDAY or 上班), whose source is the file's name. What is typed in at the desk is the same JSON.
 * Refuses `calendar.file-too-large`, `calendar.not-a-calendar`, `calendar.signature-invalid`, and what
 * `checkCalendarYears` refuses.
 * @example readCalendarFile({ fileName: '2027.json', bytes })
 */
export function readCalendarFile(file: {
  readonly fileName: string
  readonly bytes: Uint8Array
}): Result<CalendarContent> {
  if (file.bytes.length > LIMIT) return refuse('calendar.file-too-large')
  const text = decodeText(file.bytes)
  if (!text.ok) return refuse('calendar.not-a-calendar')
  const plain = text.value.replace(/^\ufeff/, '').trim()
  if (plain.startsWith('{')) return readJson(plain)
  const rows = readCsv(plain)
  if (!rows.ok) return refuse('calendar.not-a-calendar')
  const list = readTable(rows.value, file.fileName)
  if (!list.ok) return list
  const checked = checkCalendarYears([list.value])
  return checked.ok ? accept({ years: checked.value, signer: null }) : checked
}
