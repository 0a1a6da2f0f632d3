import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogueItem } from '../../domain/catalogue/catalogue-item.ts'
import type { DeadlineRule } from '../../domain/duty/deadline/deadline-rule.ts'
import { TOWNSHIP_UNIT_ID } from '../../domain/office/unit.ts'
import { createDeps } from '../../server/create-deps.ts'
import { fillWithBenchData } from '../../server/cli/fill-bench-data.ts'
import type { Deps } from '../../server/deps.ts'
import { keepDuties } from '../../server/duty/keep-duties.ts'
import { startUpkeep, upkeepIdle, upkeepState } from '../../server/duty/upkeep.ts'
import { startBoardServer } from '../../server/start.ts'
import { SESSION_COOKIE } from '../../server/trust.ts'
import { DeskClient } from '../support/desk-client.ts'
import { testClock } from '../support/test-clock.ts'
import { type Spread, spreadOf } from './measure.ts'

/** What the speed of duties came to. */
export type DutySpeed = {
  readonly duties: number
  readonly open: number
  /** The today page at the server, in milliseconds. */
  readonly today: Spread
  /** From the arrival of a calendar to the last duty reckoned anew, in milliseconds. */
  readonly recompute: number
  readonly moved: number
  /** A public request while that went on. */
  readonly kioskMeanwhile: Spread
}

const NOW = '2026-11-20T01:00:00.000Z'
const THREE_YEARS_AGO = '2023-11-20T01:00:00.000Z'

// What a county's catalogues look like: most things by the month or the quarter.
const RULES: readonly DeadlineRule[] = [
  { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' },
  { class: 'MONTHLY', amount: 10, unit: 'workday', from: 'formed' },
  { class: 'MONTHLY', monthday: 10, offset: 'nextMonth' },
  { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' },
  { class: 'QUARTERLY', amount: 20, unit: 'workday', from: 'formed' },
  { class: 'QUARTERLY', monthday: 15, offset: 'nextQuarterFirstMonth' },
  { class: 'HALF_YEARLY', amount: 20, unit: 'workday', from: 'formed' },
  { class: 'YEARLY', date: '01-31' },
  { class: 'YEARLY', amount: 20, unit: 'workday', from: 'formed' },
  { class: 'STANDING' },
]

function item(position: number): CatalogueItem {
  return {
    id: `duty-item-${position}`,
    catalogueId: 'duty-bench',
    position,
    serial: String(position + 1),
    itemLevel1: `第${position % 40}类`,
    itemLevel2: `测速事项${position}`,
    itemLevel3: '',
    contentElements: '',
    legalBasis: '政府信息公开条例',
    deadlineText: '按目录',
    deadlineRule: RULES[position % RULES.length] ?? null,
    deadlineRuleSet: false,
    displayPeriod: null,
    publishingUnit: '镇政府',
    channels: ['公开栏'],
    audience: 'ALL',
    audienceNote: '',
    disclosureScope: 'PUBLIC',
    disclosureMode: 'PROACTIVE',
    levels: ['乡级'],
    extra: {},
    sourceSheet: '',
    sourceRow: 0,
  }
}

/** Fills a folder with the duties of so many items over three years, of which nearly all that were due are done. */
async function fill(dataFolder: string, items: number): Promise<void> {
  const filled = join(dataFolder, 'filled')
  if (existsSync(filled)) return
  rmSync(dataFolder, { recursive: true, force: true })
  const created = createDeps(dataFolder, { clock: testClock(NOW) })
  if (!created.ok) throw new Error(created.code)
  const { store } = created.value
  const office = await fillWithBenchData(created.value, 200)
  if (!office.ok) throw new Error(office.code)
  const person = store.read.office.accounts()[0]?.id ?? null
  store.tx((write) =>
    write.catalogue.insert(
      { id: 'duty-bench', name: '任务测速目录', regime: 'GOV', createdAt: THREE_YEARS_AGO },
      { id: 'duty-bench-1', sourceFile: 'bench', columns: [], createdBy: person },
      Array.from({ length: items }, (_, position) => item(position)),
      [TOWNSHIP_UNIT_ID],
    ),
  )
  await keepDuties(store, { now: NOW })
  store.database
    .exec(`UPDATE duty SET closing = 'PUBLISHED', closed_at = due || 'T01:00:00.000Z', closed_on = due,
    closed_by = (SELECT id FROM account LIMIT 1) WHERE due < '2026-11-20' AND rowid % 50 <> 0`)
  store.close()
  mkdirSync(filled)
}

function takeCalendar(deps: Deps): void {
  const person = deps.store.read.office.accounts()[0]?.id ?? ''
  deps.store.tx((write, read) => {
    // Another day each time, so that something moves in every round.
    const before = read.calendar.years().find(({ year }) => year === 2027)?.version ?? 0
    const changeId = write.calendar.addChange({
      kind: 'YEAR',
      summary: '2027年（测速）',
      fileName: '',
      signedBy: '',
      accountId: person,
      at: deps.clock.now(),
    })
    const days = ['01-01', before % 2 === 0 ? '01-15' : '01-14', '02-15', '03-15', '04-15', '01-20'].map(
      (day) => ({
        date: `2027-${day}`,
        kind: 'HOLIDAY' as const,
        name: '测速',
      }),
    )
    write.calendar.addYear(
      { year: 2027, source: 'bench', days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)) },
      changeId,
    )
  })
}

/** Measures the today page and a new calendar over the duties of so many items in three years. */
export async function dutySpeed(dataFolder: string, items: number): Promise<DutySpeed> {
  await fill(dataFolder, items)
  const started = await startBoardServer({ dataFolder, deskPort: 0, publicPort: 0, clock: testClock(NOW) })
  if (!started.ok) throw new Error(started.code)
  const board = started.value
  const { deps } = board
  await upkeepIdle(deps)
  const client = new DeskClient(fetch, `http://127.0.0.1:${board.deskPort}`)
  await client.raw('GET', `/open?key=${board.launchSecret}`)
  const person = deps.store.read.office.accounts()[0]?.id ?? ''
  client.setCookie(SESSION_COOKIE, deps.sessions.open(person).token)
  const today: number[] = []
  for (let round = 0; round < 40; round++) {
    const from = performance.now()
    const answer = await client.raw('GET', '/api/desk/today')
    await answer.arrayBuffer()
    today.push(performance.now() - from)
    if (answer.status !== 200) throw new Error(`today answered ${answer.status}`)
  }
  takeCalendar(deps)
  const begun = performance.now()
  startUpkeep(deps)
  let recompute = 0
  const idle = upkeepIdle(deps).then(() => {
    recompute = performance.now() - begun
  })
  const kiosk: number[] = []
  while (upkeepState(deps) === 'RUNNING') {
    const from = performance.now()
    await (await fetch(`http://127.0.0.1:${board.publicPort}/api/public/notices`)).arrayBuffer()
    kiosk.push(performance.now() - from)
  }
  await idle
  const count = (where: string): number =>
    (deps.store.database.prepare(`SELECT count(*) AS n FROM duty ${where}`).get() as { n: number }).n
  const speed: DutySpeed = {
    duties: count(''),
    open: count('WHERE closing IS NULL'),
    today: spreadOf(today),
    recompute,
    moved: deps.store.read.calendar.changes(1)[0]?.movedCount ?? 0,
    kioskMeanwhile: spreadOf(kiosk),
  }
  await board.close()
  return speed
}
