import { bodyText } from '../../domain/notice/body-text.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { isValueRefused } from '../db/database-fault.ts'
import type { CountySql, Sql } from '../db/sql.ts'
import { searchWords, wordsThatFit } from './words.ts'

/** Editions of one step: small, so that whoever takes a package in meanwhile does not wait long. */
const STEP = 200

type Edition = {
  readonly index_number: string
  readonly edition_number: number
  readonly title: string
  readonly unit: string
  readonly document_number: string
  readonly content: string
}

/** Told of an edition that cannot be found by its words. */
export type SetAside = (edition: {
  readonly officeId: number
  readonly indexNumber: string
  readonly editionNumber: number
}) => void

function wordsOf(edition: Edition): readonly string[] {
  const content = JSON.parse(edition.content) as PublicContent
  const files = (content.attachments ?? []).map(({ name }) => name)
  const parts = [
    edition.title,
    edition.index_number,
    edition.unit,
    edition.document_number,
    content.abstract ?? '',
    ...(content.keywords ?? []),
    bodyText(content.body),
    ...files,
  ]
  return wordsThatFit(searchWords(parts.join('\n')))
}

/**
 * Makes the editions of one waiting package findable, a step at a time; false when none waits. May be broken off anywhere: what is written
 * twice is the same, and the package waits until all of it is there. An edition whose words the database refuses is named and not found by them.
 * @example while (await fillWords(sql)) continue
 */
export async function fillWords(sql: CountySql, setAside: SetAside = () => undefined): Promise<boolean> {
  const [waiting] = await sql.query<{ office_id: number; instance_id: string; sequence: number }>(
    'SELECT office_id, instance_id, sequence FROM words_pending ORDER BY office_id, instance_id, sequence LIMIT 1',
  )
  if (waiting === undefined) return false
  const of = [waiting.office_id, waiting.instance_id, waiting.sequence] as const
  const editions = await sql.query<Edition>(
    `SELECT e.index_number, e.edition_number, e.title, e.unit, e.document_number, e.content FROM edition e
     LEFT JOIN edition_words w USING (office_id, index_number, edition_number)
     WHERE e.office_id = $1 AND e.instance_id = $2 AND e.sequence = $3 AND w.office_id IS NULL LIMIT $4`,
    [...of, STEP],
  )
  if (editions.length === 0) {
    await sql.query(
      'DELETE FROM words_pending WHERE office_id = $1 AND instance_id = $2 AND sequence = $3',
      of,
    )
    return true
  }
  const rows = editions.map((edition) => foundBy(edition, waiting.office_id, setAside))
  try {
    await sql.transaction(async (open) => {
      // What is lost with the computer is made again: the package waits until all is there, and the end of waiting is written later.
      await open.query('SET LOCAL synchronous_commit = off')
      await insertWords(open, waiting.office_id, rows)
    })
  } catch (error) {
    if (!isValueRefused(error)) throw error
    await insertOneByOne(sql, waiting.office_id, rows, setAside)
  }
  return true
}

type FoundBy = {
  readonly indexNumber: string
  readonly editionNumber: number
  readonly words: readonly string[]
}

function foundBy(edition: Edition, officeId: number, setAside: SetAside): FoundBy {
  const [indexNumber, editionNumber] = [edition.index_number, edition.edition_number]
  try {
    return { indexNumber, editionNumber, words: wordsOf(edition) }
  } catch {
    // A body that no reader of bodies gets to the end of: told without what was thrown, which may quote it.
    setAside({ officeId, indexNumber, editionNumber })
    return { indexNumber, editionNumber, words: [] }
  }
}

async function insertWords(sql: Sql, officeId: number, rows: readonly FoundBy[]): Promise<void> {
  await sql.query(
    `INSERT INTO edition_words (office_id, index_number, edition_number, words)
     SELECT $1, index_number, edition_number, array_to_tsvector(string_to_array(coalesce(words, ''), ' '))
     FROM unnest($2::text[], $3::bigint[], string_to_array($4, chr(10))) AS found (index_number, edition_number, words)
     ON CONFLICT DO NOTHING`,
    [
      officeId,
      rows.map(({ indexNumber }) => indexNumber),
      rows.map(({ editionNumber }) => editionNumber),
      // One text, because the elements of an array would all be escaped; no word holds a space or a line end.
      rows.map(({ words }) => words.join(' ')).join('\n'),
    ],
  )
}

/** After a step was refused: the edition at fault gets no words, so that it stops neither its package nor the offices behind it. */
async function insertOneByOne(
  sql: Sql,
  officeId: number,
  rows: readonly FoundBy[],
  setAside: SetAside,
): Promise<void> {
  for (const row of rows) {
    try {
      await insertWords(sql, officeId, [row])
    } catch (error) {
      if (!isValueRefused(error)) throw error
      await insertWords(sql, officeId, [{ ...row, words: [] }])
      setAside({ officeId, indexNumber: row.indexNumber, editionNumber: row.editionNumber })
    }
  }
}

/** What keeps the search filled while the program runs. */
export type WordsKeeper = {
  /** Looks now, as after a package was taken in. */
  readonly nudge: () => void
  /** Ends after the step under way. */
  readonly close: () => Promise<void>
}

/**
 * Fills the search in the background: at the start, whenever it is nudged, and every so often, since the command line may have taken
 * something in beside it. A fault is told and tried again later: a search that lags must not end the program.
 * @example const keeper = keepWordsFilled(deps.sql, { failed, setAside, everyMs: 60_000 })
 */
export function keepWordsFilled(
  sql: CountySql,
  options: {
    readonly failed: (error: unknown) => void
    readonly setAside: SetAside
    readonly everyMs: number
  },
): WordsKeeper {
  let ended = false
  let again = false
  let running: Promise<void> | null = null
  const run = async () => {
    try {
      do {
        again = false
        while (!ended && (await fillWords(sql, options.setAside))) continue
      } while (again && !ended)
    } catch (error) {
      options.failed(error)
    } finally {
      running = null
    }
  }
  const nudge = () => {
    again = true
    if (!ended && running === null) running = run()
  }
  const timer = setInterval(nudge, options.everyMs)
  timer.unref()
  nudge()
  return {
    nudge,
    close: async () => {
      ended = true
      clearInterval(timer)
      await running
    },
  }
}
