import { writeFileSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createCountyDeps } from '../../county/create-deps.ts'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { checkInstance, setUpCounty } from '../../county/instance/check-instance.ts'
import { countySelf } from '../../county/office/county-repo.ts'
import { enrolOffice } from '../../county/office/enrol.ts'
import { officeByUscc } from '../../county/office/office-repo.ts'
import { receiptsSince } from '../../county/receipt/receipts.ts'
import { receiptFileName } from '../../domain/exchange/package-name.ts'
import type { Receipt } from '../../domain/exchange/receipt.ts'
import type { Result } from '../../domain/refusal.ts'
import { systemClock } from '../../platform/clock.ts'
import { OFFICE } from '../support/test-board.ts'

/** What the county is told to do, one line each. */
export type CountyOrder =
  | { readonly do: 'INIT' }
  | { readonly do: 'ENROL'; readonly card: string; readonly replace: boolean }
  | { readonly do: 'INGEST'; readonly file: string; readonly years: number }
  /** Puts the receipts after a number on the stick. */
  | { readonly do: 'RECEIPTS'; readonly folder: string; readonly after: number }
  | { readonly do: 'STATE' }
  /** Bytes the process had in memory at most. */
  | { readonly do: 'MEMORY' }

/** An edition or tombstone the county holds. */
export type CountyRow = { readonly key: string; readonly hash: string }

/** What the county holds of the office. */
export type CountyState = {
  /** Which database of the county it is. */
  readonly instance: string
  readonly editions: readonly CountyRow[]
  readonly withdrawals: readonly CountyRow[]
  readonly rejected: readonly CountyRow[]
  readonly unknown: readonly CountyRow[]
  readonly receipts: number
}

const [dataFolder = '', databaseUrl = ''] = process.argv.slice(2)
// It is written at the end of a process otherwise, and these do not get there.
flushCompileCache()

let years = 0
const steady = systemClock()
const clock = {
  now: () => {
    const now = new Date(Date.parse('2026-11-20T01:00:00.000Z') + Math.floor(steady.elapsed()))
    now.setUTCFullYear(now.getUTCFullYear() + years)
    return now.toISOString()
  },
  elapsed: steady.elapsed,
}
const created = await createCountyDeps({ dataFolder, databaseUrl }, { clock })
if (!created.ok) throw new Error(created.code)
const deps = created.value
// As every start of the county does: a database that went back shows by the mark in the data folder.
await checkInstance(deps)

type Said = Result<unknown> | { readonly ok: true; readonly value: unknown }

async function obey(order: CountyOrder): Promise<Said> {
  switch (order.do) {
    case 'INIT':
      return setUpCounty(deps, { name: '示例县', code: '990000', address: null })
    case 'ENROL': {
      const enrolled = await enrolOffice(deps, { card: order.card, replace: order.replace, actor: 'cli' })
      return enrolled.ok ? { ok: true, value: enrolled.value.countyCard } : enrolled
    }
    case 'INGEST': {
      years = order.years
      const taken = await ingestPackage(deps, { file: order.file, cameBy: 'FILE', actor: 'cli' })
      years = 0
      return taken.ok ? { ok: true, value: taken.value.outcome } : taken
    }
    case 'RECEIPTS': {
      const office = await officeByUscc(deps.sql, OFFICE.uscc)
      const receipts = office ? await receiptsSince(deps.sql, office.id, order.after) : []
      for (const { number, document } of receipts) {
        writeFileSync(join(order.folder, receiptFileName(OFFICE.uscc, number)), document)
      }
      return { ok: true, value: receipts.length }
    }
    case 'MEMORY':
      return { ok: true, value: process.resourceUsage().maxRSS * 1024 }
    case 'STATE':
      return { ok: true, value: await stateOf() }
  }
}

async function stateOf(): Promise<CountyState> {
  const rows = (table: string, hash: string, kind = ''): Promise<readonly CountyRow[]> =>
    deps.sql.query<CountyRow>(
      `SELECT index_number || ' ' || edition_number AS key, ${hash} AS hash FROM ${table} ${kind} ORDER BY 1`,
      [],
    )
  const office = await officeByUscc(deps.sql, OFFICE.uscc)
  const receipts = office ? await receiptsSince(deps.sql, office.id, 0) : []
  const unknown = receipts.flatMap(({ document }) => (JSON.parse(document) as Receipt).unknown)
  const county = await countySelf(deps.sql)
  return {
    instance: county.ok ? county.value.instance.id : '',
    editions: await rows('edition', 'hash'),
    withdrawals: await rows('withdrawal', 'edition_hash'),
    rejected: await rows('rejection', 'hash', `WHERE kind = 'EDITION'`),
    unknown: unknown.map((one) => ({
      key: `${one.indexNumber} ${String(one.editionNumber)}`,
      hash: one.hash,
    })),
    receipts: receipts.length,
  }
}

process.stdout.on('error', () => undefined)
// Not writeSync: a pipe takes a long answer in parts.
createInterface({ input: process.stdin }).on('line', (line) => {
  obey(JSON.parse(line) as CountyOrder).then(
    (said) => {
      process.stdout.write(`said ${JSON.stringify(said.ok ? { value: said.value } : { code: said.code })}\n`)
    },
    (error: unknown) => {
      process.stderr.write(error instanceof Error ? `${error.stack}\n` : 'unknown\n')
      process.exit(1)
    },
  )
})
writeSync(1, 'ready\n')
