import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDeadline } from '../../../domain/duty/deadline/deadline-text.ts'
import { readCatalogueFile } from '../../../platform/table/read-catalogue-file.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)
const FILES = ['catalogue-farm-funds.xlsx', 'catalogue-social-assistance.xlsx', 'catalogue-village.csv']

/** Prints the share that was understood, so that a change to the reader shows what it costs. */
function share(name: string, texts: readonly string[]): number {
  const left = texts.filter((text) => {
    const { rule, displayPeriod, unread } = readDeadline(text)
    return (rule === null && displayPeriod === null) || unread.length > 0
  })
  const understood = texts.length - left.length
  process.stdout.write(
    `deadline texts understood, ${name}: ${understood} of ${texts.length}` +
      `${left.length === 0 ? '' : ` (not: ${left.join(' · ')})`}\n`,
  )
  return understood
}

it('understands the deadline of every row of the county files', async () => {
  const texts: string[] = []
  for (const fileName of FILES) {
    const bytes = readFileSync(new URL(`data/${fileName}`, FIXTURES))
    const readings = await readCatalogueFile({ bytes, fileName })
    if (!readings.ok) throw new Error(readings.code)
    texts.push(...readings.value.flatMap(({ rows }) => rows.map((row) => row.deadlineText)))
  }
  expect(texts).toHaveLength(10)
  expect(share('county files', texts)).toBe(10)
})

it('understands the deadlines of the fact book but those that name no day', () => {
  const lines = readFileSync(new URL('deadline-texts.txt', FIXTURES), 'utf8').split('\n')
  const second = lines.findIndex((line, index) => index > 0 && line.startsWith('#'))
  const part = (from: number, to: number): readonly string[] =>
    lines.slice(from, to).filter((line) => line !== '' && !line.startsWith('#'))
  const rows = part(0, second)
  expect(rows).toHaveLength(36)
  expect(share('fact book, sample rows', rows)).toBeGreaterThanOrEqual(34)
  const rhythms = part(second, lines.length)
  expect(share('fact book, classes and rhythms', rhythms)).toBeGreaterThanOrEqual(25)
})
