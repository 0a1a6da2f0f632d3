import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDeps } from '../../../server/create-deps.ts'
import type { Deps } from '../../../server/deps.ts'
import { keepDuties } from '../../../server/duty/keep-duties.ts'
import { openUpkeep, startUpkeep, upkeepIdle, upkeepState } from '../../../server/duty/upkeep.ts'
import { startBoardServer } from '../../../server/start.ts'
import { testClock, type TestClock } from '../../support/test-clock.ts'
import { catalogueItem } from './duty-board.ts'

const MONTHLY = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } as const

let dataFolder: string
let clock: TestClock

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'board-upkeep-'))
  clock = testClock('2026-10-05T01:00:00.000Z')
})

afterEach(() => {
  vi.useRealTimers()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

/** A board with one monthly item, whose duties nobody has made yet. */
function openBoard(): Deps {
  const created = createDeps(dataFolder, { clock, logger: pino({ level: 'silent' }) })
  if (!created.ok) throw new Error(created.code)
  const { store } = created.value
  if (store.read.catalogue.list().length === 0) {
    store.tx((write) =>
      write.catalogue.insert(
        { id: 'c', name: '目录', regime: 'VILLAGE', createdAt: clock.now() },
        { id: 'c-1', sourceFile: '', columns: [] },
        [catalogueItem('i', 'c', MONTHLY)],
        ['township'],
      ),
    )
  }
  return created.value
}

function periods(deps: Deps): string[] {
  return deps.store.database.prepare<[], string>('SELECT period FROM duty ORDER BY period').pluck().all()
}

describe('keeping duties while the server runs', () => {
  it('makes at the start what is missing', async () => {
    openBoard().store.close()
    const started = await startBoardServer({
      dataFolder,
      deskPort: 0,
      publicPort: 0,
      clock,
      logger: pino({ level: 'silent' }),
    })
    if (!started.ok) throw new Error(started.code)
    await upkeepIdle(started.value.deps)
    expect(periods(started.value.deps)).toEqual(['2026-10', '2026-11', '2026-12', '2027-01'])
    await started.value.close()
  })

  it('starts no work when nothing is missing, and goes on when a new day has begun', async () => {
    const deps = openBoard()
    await keepDuties(deps.store, { now: clock.now() })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const stop = openUpkeep(deps)
    expect(upkeepState(deps)).toBe('CURRENT')
    vi.advanceTimersByTime(3_600_000)
    expect(upkeepState(deps)).toBe('CURRENT')
    clock.set('2026-11-01T01:00:00.000Z')
    vi.advanceTimersByTime(3_600_000)
    expect(upkeepState(deps)).toBe('RUNNING')
    await upkeepIdle(deps)
    expect(periods(deps).at(-1)).toBe('2027-02')
    stop()
    startUpkeep(deps)
    expect(upkeepState(deps)).toBe('CURRENT')
    await deps.work.close()
    deps.store.close()
  })

  it('what goes wrong is logged, and the next time is a new try', async () => {
    const deps = openBoard()
    const lines: string[] = []
    const logger = pino({}, { write: (line: string) => void lines.push(line) })
    let broken = true
    const work: Deps['work'] = {
      ...deps.work,
      run: (name, input) => (broken ? Promise.reject(new Error('disk full')) : deps.work.run(name, input)),
    }
    const over = { ...deps, logger, work }
    startUpkeep(over)
    await upkeepIdle(over)
    expect(lines.join('')).toContain('duties could not be brought up to date')
    expect(periods(deps)).toEqual([])
    broken = false
    startUpkeep(over)
    await upkeepIdle(over)
    expect(periods(deps)).toHaveLength(4)
    await deps.work.close()
    deps.store.close()
  })

  it('the server may be stopped while it goes on', async () => {
    const deps = openBoard()
    const many = Array.from({ length: 2000 }, (_, position) =>
      catalogueItem(`m${position}`, 'm', MONTHLY, { position }),
    )
    deps.store.tx((write) =>
      write.catalogue.insert(
        { id: 'm', name: '长目录', regime: 'VILLAGE', createdAt: clock.now() },
        { id: 'm-1', sourceFile: '', columns: [] },
        many,
        ['township'],
      ),
    )
    deps.store.close()
    const started = await startBoardServer({
      dataFolder,
      deskPort: 0,
      publicPort: 0,
      clock,
      logger: pino({ level: 'silent' }),
    })
    if (!started.ok) throw new Error(started.code)
    expect(upkeepState(started.value.deps)).toBe('RUNNING')
    await started.value.close()
    const again = openBoard()
    await keepDuties(again.store, { now: clock.now() })
    expect(periods(again)).toHaveLength(4 * 2001)
    await again.work.close()
    again.store.close()
  })

  it('broken off in the middle, the next run brings the rest', async () => {
    const deps = openBoard()
    await keepDuties(deps.store, { now: clock.now() })
    // As after a power cut between two pieces: some rows are there, the note that all is done is not.
    deps.store.database.exec(
      "DROP TRIGGER duty_no_delete; DELETE FROM duty WHERE period > '2026-10'; DELETE FROM duty_upkeep",
    )
    expect(await keepDuties(deps.store, { now: clock.now() })).toMatchObject({ added: 3 })
    await deps.work.close()
    deps.store.close()
  })
})
