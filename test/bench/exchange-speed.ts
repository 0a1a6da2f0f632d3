import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fillWithBenchData } from '../../server/cli/fill-bench-data.ts'
import { createDeps } from '../../server/create-deps.ts'
import { publishNotice } from '../../server/notice/publish-notice.ts'
import { startPostgres } from '../county/support/postgres.ts'
import { prepareApproved, prepareWork } from '../faults/approved-notices.ts'
import { ObedientProgram } from '../faults/exchange-world.ts'

/** One package on its way: bytes, seconds, and by how many megabytes the most memory of each side grew over it. */
export type PackageSpeed = {
  readonly bytes: number
  readonly export: number
  readonly ingest: number
  readonly officeMegabytes: number
  readonly countyMegabytes: number
}

/** What the exchange costs: many editions without files, then all of them once more in one package with large files. */
export type ExchangeSpeed = {
  readonly editions: number
  readonly many: PackageSpeed
  readonly large: PackageSpeed & { readonly attachments: number }
}

const FILE = 20 * 1024 * 1024
const handler = { id: 'handler', name: '周敏', roles: ['HANDLER'] } as const

/** An office with so many editions, and one that has also so many files of 20 MB to publish. */
async function prepare(dataFolder: string, editions: number): Promise<void> {
  const deps = createDeps(dataFolder)
  if (!deps.ok) throw new Error(deps.code)
  const filled = await fillWithBenchData(deps.value, editions)
  if (!filled.ok) throw new Error(filled.code)
  // The people of the filling have these names already.
  prepareWork(deps.value.store, ['张敏', '张立', '张芳'])
  deps.value.store.close()
}

async function publishLarge(dataFolder: string, files: number): Promise<void> {
  const deps = createDeps(dataFolder)
  if (!deps.ok) throw new Error(deps.code)
  const { store } = deps.value
  for (let number = 1; number <= files; number++) {
    await prepareApproved(store, dataFolder, 4 * number, 1, 'application/pdf', randomBytes(FILE))
    const [notice] = store.read.notice.page({ state: 'APPROVED', words: '' }, null, 1)
    const submissionHash = notice && store.read.submission.open(notice.id)?.hash
    if (!notice || submissionHash === undefined) throw new Error('it was prepared a line above')
    const published = publishNotice(deps.value, handler, notice.id, { submissionHash, clockConfirmed: true })
    if (!published.ok) throw new Error(published.code)
  }
  store.close()
}

async function tell<T>(program: ObedientProgram, order: object): Promise<T> {
  const said = await program.tell<T>(order)
  if (said?.value === undefined) throw new Error(`${JSON.stringify(order)}: ${said?.code ?? 'killed'}`)
  return said.value
}

/** Writes what waits on a stick and takes it in at the county, each in a process of its own. */
async function send(
  folder: string,
  office: ObedientProgram,
  county: ObedientProgram,
  whole: boolean,
): Promise<PackageSpeed> {
  rmSync(join(folder, 'stick'), { recursive: true, force: true })
  mkdirSync(join(folder, 'stick'))
  const before = [
    await tell<number>(office, { do: 'MEMORY' }),
    await tell<number>(county, { do: 'MEMORY' }),
  ] as const
  const begun = performance.now()
  await tell(office, { do: 'EXPORT', folder: join(folder, 'stick'), whole, years: 0 })
  const written = performance.now()
  const [name = ''] = readdirSync(join(folder, 'stick'))
  const file = join(folder, 'stick', name)
  const arrived = performance.now()
  await tell(county, { do: 'INGEST', file, years: 0 })
  const taken = performance.now()
  return {
    bytes: statSync(file).size,
    export: (written - begun) / 1000,
    ingest: (taken - arrived) / 1000,
    officeMegabytes: ((await tell<number>(office, { do: 'MEMORY' })) - before[0]) / 2 ** 20,
    countyMegabytes: ((await tell<number>(county, { do: 'MEMORY' })) - before[1]) / 2 ** 20,
  }
}

/** Exports to a folder and takes it into a PostgreSQL that keeps what it acknowledges. */
export async function exchangeSpeed(folder: string, editions: number, files: number): Promise<ExchangeSpeed> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const dataFolder = join(folder, 'office')
  await prepare(dataFolder, editions)
  const postgres = await startPostgres([])
  const office = new URL('../faults/exchange-office-child.ts', import.meta.url)
  const county = new URL('../faults/exchange-county-child.ts', import.meta.url)
  const counting = await ObedientProgram.start(county, [
    join(folder, 'county'),
    await postgres.freshDatabase(),
  ])
  const writing = await ObedientProgram.start(office, [dataFolder])
  try {
    await tell(counting, { do: 'INIT' })
    const { text } = await tell<{ readonly text: string }>(writing, { do: 'CARD' })
    const card = await tell<string>(counting, { do: 'ENROL', card: text, replace: false })
    await tell(writing, { do: 'TAKE_CARD', card })
    // Both as a program that was just started: libraries and the first package's memory are part of what it costs.
    const many = await send(folder, writing, counting, false)
    await writing.restart([dataFolder], () => publishLarge(dataFolder, files))
    await counting.restart()
    // Everything the office ever published: as many editions, and the files beside them.
    const large = await send(folder, writing, counting, true)
    return { editions, many, large: { ...large, attachments: files } }
  } finally {
    await Promise.all([writing.end(), counting.end()])
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
