import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { JournalEntry } from './views.ts'

/** A replica's journal: what it was told and has not yet handed to the office. */
export type Journal = {
  /** Writes a line; it is on the disk when this returns. */
  readonly append: (entry: Omit<JournalEntry, 'run' | 'sequence'>) => void
  /** The oldest lines that are not acknowledged, so many that they fit into one report. */
  readonly pending: () => readonly JournalEntry[]
  /** Lets go of everything up to a line that the office has on record. */
  readonly acknowledge: (sequence: number) => void
  /** Lines that had to be dropped because nobody took them for too long, or that the disk spoilt. */
  readonly lost: () => number
  readonly waiting: () => number
}

/** When a file is full, and how much is kept in all, in bytes. */
export type JournalLimits = { readonly file: number; readonly all: number }

const LIMITS: JournalLimits = { file: 4 * 1024 * 1024, all: 256 * 1024 * 1024 }
const REPORT_BYTES = 1_500_000
const REPORT_LINES = 200

type Kept = { readonly acknowledged: number; readonly lost: number }

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Lines of a file; the last one may have been cut off by a power cut and then never was acknowledged to anybody. */
function linesOf(file: string): readonly JournalEntry[] {
  const text = readFileSync(file, 'utf8')
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as JournalEntry]
      } catch {
        // A bad sector in the middle: the lines around it are worth keeping, and its number is missing among them.
        return []
      }
    })
}

/**
 * Opens the journal of a replica's data folder: lines are appended and synced, files are cut by size, and what is acknowledged
 * goes file by file. When nobody takes them for too long the oldest file goes, and its lines are counted as lost. Each opening is a
 * run with an id of its own, which its lines bear: on a disk that goes back to a former state numbers come a second time.
 * @example openJournal('/data/replica/journal').append({ kind: 'KIOSK_EVENT', at, clockTrusted: true, payload })
 */
export function openJournal(folder: string, limits: JournalLimits = LIMITS): Journal {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const run = randomUUID()
  const stateFile = join(folder, 'state.json')
  const files = (): number[] =>
    readdirSync(folder)
      .flatMap((name) => /^(\d{12})\.jsonl$/u.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((one, other) => one - other)
  const pathOf = (first: number): string => join(folder, `${String(first).padStart(12, '0')}.jsonl`)
  let kept = readKept(stateFile) ?? { acknowledged: (files()[0] ?? 1) - 1, lost: 0 }
  const keep = (next: Kept): void => {
    const part = `${stateFile}.part`
    const handle = openSync(part, 'w', 0o600)
    try {
      writeSync(handle, JSON.stringify(next))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(part, stateFile)
    syncFolder(folder)
    kept = next
  }
  const known = files()
  let last = kept.acknowledged
  let current = known.at(-1) ?? null
  if (current !== null) {
    const text = readFileSync(pathOf(current), 'utf8')
    const whole = text.lastIndexOf('\n') + 1
    if (whole < text.length) truncateSync(pathOf(current), Buffer.byteLength(text.slice(0, whole)))
    last = Math.max(last, linesOf(pathOf(current)).at(-1)?.sequence ?? current - 1)
  }
  /** How many numbers up to this one are neither settled nor to be read. */
  const missingUpTo = (sequence: number): number => {
    let readable = 0
    for (const first of files()) {
      if (first > sequence) break
      for (const line of linesOf(pathOf(first))) {
        if (line.sequence > kept.acknowledged && line.sequence <= sequence) readable += 1
      }
    }
    return sequence - kept.acknowledged - readable
  }
  const makeRoom = (): void => {
    const all = files()
    let size = all.reduce((sum, first) => sum + statSync(pathOf(first)).size, 0)
    for (const first of all.slice(0, -1)) {
      if (size <= limits.all) return
      const next = all[all.indexOf(first) + 1] ?? last + 1
      const through = Math.max(kept.acknowledged, next - 1)
      size -= statSync(pathOf(first)).size
      keep({ acknowledged: through, lost: kept.lost + through - kept.acknowledged })
      rmSync(pathOf(first), { force: true })
    }
  }
  return {
    append: (entry) => {
      const full = current !== null && statSync(pathOf(current)).size >= limits.file
      if (current === null || full) {
        current = last + 1
        writeFileSync(pathOf(current), '', { flag: 'a', mode: 0o600 })
        syncFolder(folder)
        makeRoom()
      }
      const line: JournalEntry = { run, sequence: last + 1, ...entry }
      const handle = openSync(pathOf(current), 'a', 0o600)
      try {
        const { size } = statSync(pathOf(current))
        try {
          writeSync(handle, `${JSON.stringify(line)}\n`)
          fsyncSync(handle)
        } catch (error) {
          // A full disk may take half a line: the next one must not be glued to it.
          truncateSync(pathOf(current), size)
          throw error
        }
      } finally {
        closeSync(handle)
      }
      last += 1
    },
    pending: () => {
      const found: JournalEntry[] = []
      let bytes = 0
      for (const first of files()) {
        for (const line of linesOf(pathOf(first))) {
          if (line.sequence <= kept.acknowledged) continue
          bytes += JSON.stringify(line).length
          if (found.length > 0 && (bytes > REPORT_BYTES || found.length >= REPORT_LINES)) return found
          found.push(line)
        }
      }
      return found
    },
    acknowledge: (sequence) => {
      if (sequence <= kept.acknowledged) return
      const through = Math.min(sequence, last)
      keep({ acknowledged: through, lost: kept.lost + missingUpTo(through) })
      const all = files()
      for (const [at, first] of all.entries()) {
        const next = all[at + 1]
        // The last file goes on being written.
        if (next !== undefined && next - 1 <= kept.acknowledged) rmSync(pathOf(first), { force: true })
      }
    },
    lost: () => kept.lost,
    waiting: () => last - kept.acknowledged,
  }
}

/** What was settled; null where nothing was, and where the disk spoilt the note. */
function readKept(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * What a journal holds, without opening it for writing: a running replica may be in the middle of a line.
 * @example lookAtJournal('/data/replica/journal').waiting
 */
export function lookAtJournal(folder: string): { readonly waiting: number; readonly lost: number } {
  const { acknowledged, lost } = readKept(join(folder, 'state.json')) ?? { acknowledged: 0, lost: 0 }
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{12}\.jsonl$/u.test(name)) : []
  const newest = names.toSorted().at(-1)
  const last = newest === undefined ? 0 : (linesOf(join(folder, newest)).at(-1)?.sequence ?? 0)
  return { waiting: Math.max(0, last - acknowledged), lost }
}
