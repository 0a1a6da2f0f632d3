import { writeFileSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createCountyDeps } from '../../county/create-deps.ts'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { checkInstance, newInstance, setUpCounty } from '../../county/instance/check-instance.ts'
import { countySelf } from '../../county/office/county-repo.ts'
import { enrolOffice } from '../../county/office/enrol.ts'
import { revokeOffice } from '../../county/office/revoke.ts'
import { ownCertificate } from '../../county/transport/certificate.ts'
import type { ExchangeListener } from '../../county/transport/listener-parts.ts'
import { startExchangeListener } from '../../county/transport/start-exchange-listener.ts'
import { exchangeParts } from '../../county/web/exchange-parts.ts'
import { officeByUscc } from '../../county/office/office-repo.ts'
import { receiptsSince } from '../../county/receipt/receipts.ts'
import { receiptFileName } from '../../domain/exchange/package-name.ts'
import type { Receipt } from '../../domain/exchange/receipt.ts'
import type { Result } from '../../domain/refusal.ts'
import { systemClock } from '../../platform/clock.ts'
import { OFFICE } from '../support/test-board.ts'

/** What the county is told to do, one line each. */
export type CountyOrder =
  /** `address`: where offices reach it over a network. */
  | { readonly do: 'INIT'; readonly address?: string }
  | { readonly do: 'ENROL'; readonly card: string; readonly replace: boolean }
  /** A person ends the office's keys. */
  | { readonly do: 'REVOKE' }
  /** A person says that the database is another one. */
  | { readonly do: 'NEW_INSTANCE' }
  /** Listens for offices, unless it does so already; gives the port. */
  | { readonly do: 'LISTEN' }
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

let listener: Promise<ExchangeListener> | undefined
// What was taken in, or not, shows in receipts and by the end; a database that is away for a moment is tried again.
const logger = { warn: () => undefined }

type Said = Result<unknown> | { readonly ok: true; readonly value: unknown }

async function obey(order: CountyOrder): Promise<Said> {
  switch (order.do) {
    case 'INIT':
      return setUpCounty(deps, { name: '示例县', code: '990000', address: order.address ?? null })
    case 'ENROL': {
      const { card, replace } = order
      const enrolled = await enrolOffice(deps, { card, replace, reason: '电脑更换', actor: 'cli' })
      return enrolled.ok ? { ok: true, value: enrolled.value.countyCard } : enrolled
    }
    case 'REVOKE':
      return revokeOffice(deps, { uscc: OFFICE.uscc, reason: '电脑遗失', actor: 'cli' })
    case 'NEW_INSTANCE':
      return newInstance(deps, 'cli')
    case 'LISTEN':
      listener ??= startExchangeListener(exchangeParts(deps, { logger, takenIn: () => undefined }), {
        port: 0,
        host: '127.0.0.1',
        tls: await ownCertificate(dataFolder, 'county'),
        keepFree: 0,
      })
      return { ok: true, value: (await listener).port }
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
