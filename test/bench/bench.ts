import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { fillWithBenchData } from '../../server/cli/fill-bench-data.ts'
import { createDeps } from '../../server/create-deps.ts'
import { findByKeys } from '../../server/display/initials/find-by-keys.ts'
import { searchBoard } from '../../server/display/search-board.ts'
import { publicShelves } from '../../server/display/shelf/shelf-views.ts'
import type { PublicPage } from '../../server/display/views.ts'
import { dutySpeed } from './duty-speed.ts'
import { exchangeSpeed } from './exchange-speed.ts'
import { kioskSpeed } from './kiosk-speed.ts'
import { load } from './load.ts'
import { spreadOf, timeEach } from './measure.ts'
import { printMemory } from './print-memory.ts'
import { printSpeed } from './print-speed.ts'
import { publishSpeed } from './publish-speed.ts'
import { receiptSpeed } from './receipt-speed.ts'
import { startServerProcess } from './server-process.ts'

// Two-character words a person at a kiosk types: most stand in thousands of the notices, two in none.
const WORDS = '公开 补贴 危房 耕地 防汛 招聘 公示 资金 村民 项目 农机 道路 环境 救助 低保 名单'.split(' ')
const ROUNDS = 20

type Line = {
  readonly what: string
  readonly measured: string
  readonly budget: string
  /** What was measured, in budgets. */
  readonly ratio: number
  readonly fits: boolean
}

const { values } = parseArgs({ options: { notices: { type: 'string', default: '100000' } } })
const notices = Number(values.notices)
const root = join(import.meta.dirname, '..', '..')
const dataFolder = join(root, '.cache', `bench-${notices}`)
const filled = join(dataFolder, 'filled')
const lines: Line[] = []

function line(what: string, value: number, unit: string, most: number, extra = ''): void {
  lines.push({
    what,
    measured: `${value.toFixed(1)} ${unit}${extra}`,
    budget: `≤ ${most} ${unit}`,
    ratio: value / most,
    fits: value <= most,
  })
}

/** The more the better. */
function rate(what: string, value: number, unit: string, least: number, extra = ''): void {
  lines.push({
    what,
    measured: `${Math.round(value)} ${unit}${extra}`,
    budget: `≥ ${least} ${unit}`,
    ratio: value / least,
    fits: value >= least,
  })
}

if (!existsSync(filled)) {
  rmSync(dataFolder, { recursive: true, force: true })
  process.stdout.write(`filling ${dataFolder} with ${notices} notices…\n`)
  const fresh = createDeps(dataFolder)
  if (!fresh.ok) throw new Error(fresh.code)
  const done = await fillWithBenchData(fresh.value, notices)
  if (!done.ok) throw new Error(done.code)
  fresh.value.store.close()
  mkdirSync(filled)
}

// What an older program filled is brought up to date first: measured is the start of every morning.
const upToDate = createDeps(dataFolder)
if (!upToDate.ok) throw new Error(upToDate.code)
upToDate.value.store.close()

const server = await startServerProcess(dataFolder)
line('server start to first answered request', server.startMilliseconds, 'ms', 1000)
const listed = (await (await fetch(`${server.publicOrigin}/api/public/notices`)).json()) as PublicPage
const pages = [`${server.publicOrigin}/api/public/notices`]
const single = listed.items.map(
  (row) => `${server.publicOrigin}/api/public/notice?index=${encodeURIComponent(row.indexNumber)}`,
)
for (const [what, urls] of [
  ['public list', pages],
  ['public notice', single],
] as const) {
  await load(urls, 2000, 8)
  const result = await load(urls, 20_000, 8)
  lines.push({
    what: `${what}, 8 connections`,
    measured: `${Math.round(result.requestsPerSecond)} requests/s, ${result.failures} failed`,
    budget: '≥ 2000 requests/s',
    ratio: result.requestsPerSecond / 2000,
    fits: result.requestsPerSecond >= 2000 && result.failures === 0,
  })
}
const overHttp: number[] = []
for (const word of Array.from({ length: ROUNDS }, () => WORDS).flat()) {
  const from = performance.now()
  await (await fetch(`${server.publicOrigin}/api/public/search?q=${encodeURIComponent(word)}`)).arrayBuffer()
  overHttp.push(performance.now() - from)
}
line('kiosk search, two characters, whole request, p95', spreadOf(overHttp).p95, 'ms', 10)
line('server memory after the above', server.residentMegabytes(), 'MB', 200)
const touched = await kioskSpeed(server.publicOrigin)
if (touched) {
  line('kiosk in Chromium: from the touch to the notice, p95', touched.openNotice.p95, 'ms', 200)
  line('kiosk in Chromium: from a key of the pad to its results, p95', touched.initialsKey.p95, 'ms', 100)
}
await server.stop()

const deps = createDeps(dataFolder)
if (!deps.ok) throw new Error(deps.code)
const { read } = deps.value.store
const ours = timeEach(Array.from({ length: ROUNDS }, () => WORDS).flat(), (word) =>
  searchBoard(read, word, null, new Date().toISOString()),
)
const KEYS = [
  'd',
  'db',
  'dbs',
  'dbsh',
  'gd',
  'gdb',
  'gdbt',
  'wf',
  'wfg',
  'wfgz',
  'hx',
  'hxw',
  'dibao',
  '2026',
  '12',
]
const initials = timeEach(Array.from({ length: ROUNDS }, () => KEYS).flat(), (keys) =>
  findByKeys(read, keys, new Date().toISOString()),
)
line('pinyin initials, a key, server p95', initials.p95, 'ms', 10)
const shelves = timeEach(Array.from({ length: 50 }), () => publicShelves(read, new Date().toISOString()))
line('boards and units of the kiosk with their numbers, server p95', shelves.p95, 'ms', 10)
const like = deps.value.store.database.prepare(
  `SELECT id, title, content FROM edition WHERE state = 'PUBLISHED' AND (title LIKE ? OR content LIKE ?)
   ORDER BY title LIKE ? DESC, id DESC LIMIT 20`,
)
const theirs = timeEach(WORDS, (word) => like.all(`%${word}%`, `%${word}%`, `%${word}%`))
deps.value.store.close()
line('kiosk search, two characters, server p95', ours.p95, 'ms', 10)
lines.push({
  what: 'the same answer by LIKE on the same table, p95',
  measured: `${theirs.p95.toFixed(1)} ms, ${(theirs.p95 / ours.p95).toFixed(0)} times as long`,
  budget: '≥ 20 times',
  ratio: theirs.p95 / ours.p95 / 20,
  fits: theirs.p95 / ours.p95 >= 20,
})

const publishing = await publishSpeed(dataFolder, 60)
line('publish, end to end at the API, p95', publishing.p95, 'ms', 30)

const paper = await printSpeed()
lines.push({
  what: `a list of ${paper.rows} rows and ${paper.columns} columns to a checked PDF`,
  measured: `${paper.print.toFixed(1)} s, ${paper.found} rows on ${paper.pages} pages`,
  budget: '≤ 10 s, every row',
  ratio: paper.print / 10,
  fits: paper.print <= 10 && paper.found === paper.rows,
})

const duties = await dutySpeed(join(root, '.cache', 'bench-duties'), 10_000)
const scale = `${duties.duties} duties of 10,000 items in three years`
line(`today page, ${scale}, p95`, duties.today.p95, 'ms', 50)
line(
  'a new calendar: all open duties anew',
  duties.recompute,
  'ms',
  2000,
  `, ${duties.moved} of ${duties.open} moved`,
)
line('a public request while that goes on, p95', duties.kioskMeanwhile.p95, 'ms', 50)

const many = await printMemory(200)
for (const [whose, fifths] of [
  ['server', many.server],
  ['browser', many.browser ?? []],
] as const) {
  // The first fifth is the warming up: libraries loaded, heaps grown to what one sheet needs.
  const [, second = 0, , , last = 0] = fifths
  const extra = `, ${second.toFixed(0)} → ${last.toFixed(0)} MB, ${many.made} made`
  line(`200 sheets in one go: memory of the ${whose} grows by`, Math.max(0, last - second), 'MB', 100, extra)
}

const {
  many: sent,
  large,
  editions,
} = await exchangeSpeed(join(root, '.cache', 'bench-exchange'), 10_000, 100)
const exported = `written, encrypted, read back and copied to a folder in ${sent.export.toFixed(1)} s`
rate(`export of ${editions} editions`, editions / sent.export, 'editions/s', 2000, `, ${exported}`)
const ingested = 'county ingest into PostgreSQL, decrypted, proved and judged'
rate(ingested, editions / sent.ingest, 'editions/s', 3000)
line(`export of ${editions} editions: memory grows by`, sent.officeMegabytes, 'MB', 100)
const files = `${editions + large.attachments} editions with ${(large.bytes / 1e9).toFixed(1)} GB of files`
line(
  `export of ${files}: memory grows by`,
  large.officeMegabytes,
  'MB',
  300,
  `, ${large.export.toFixed(0)} s`,
)
line(
  `ingest of ${files}: memory grows by`,
  large.countyMegabytes,
  'MB',
  300,
  `, ${large.ingest.toFixed(0)} s`,
)

const receipt = await receiptSpeed(join(root, '.cache', 'bench-receipt'), 20_000)
const whole = `, the whole in ${(receipt.taking / 1000).toFixed(1)} s`
line(
  `a receipt of ${receipt.changes} changes: nobody is answered for at most`,
  receipt.longestStretch,
  'ms',
  100,
  whole,
)
line('a desk that writes meanwhile waits at most', receipt.longestWrite, 'ms', 200)

const kiosk = readFileSync(join(root, 'out', 'renderer', 'kiosk', 'index.html'), 'utf8')
const scripts = globSync(join(root, 'out', 'renderer', 'assets', '*.js')).filter((file) =>
  kiosk.includes(file.split('/').at(-1) ?? ''),
)
const kilobytes =
  scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1024
line('kiosk first load, JavaScript gzip', kilobytes, 'KB', 150, ` in ${scripts.length} files`)

const width = Math.max(...lines.map((entry) => entry.what.length))
process.stdout.write(`\n${notices} published notices, Node ${process.versions.node}\n`)
for (const entry of lines) {
  process.stdout.write(
    `${entry.fits ? 'within ' : 'OVER   '} ${entry.what.padEnd(width)}  ${entry.measured.padEnd(34)} ${entry.budget} × ${entry.ratio.toFixed(2)}\n`,
  )
}
