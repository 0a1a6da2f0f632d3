import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSteadyClock } from '../../../server/replica/steady-clock.ts'
import { testClock } from '../../support/test-clock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-steady-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const OFFICE = '2026-11-23T01:42:00.000Z'
const AHEAD = '2026-12-13T01:42:00.000Z'

describe('the clock of a kiosk computer in touch with its office', () => {
  const open = (clock: ReturnType<typeof testClock>) => openSteadyClock(join(folder, 'clock.json'), clock)

  it('is in doubt when it is twenty days ahead, and goes by the time of the office meanwhile', () => {
    const clock = testClock(AHEAD)
    const steady = open(clock)
    steady.look(OFFICE)
    steady.heard(OFFICE)
    expect(steady.state(OFFICE)).not.toBe('TRUSTED')
    clock.advance(60_000)
    expect(steady.clock.now()).toBe('2026-11-23T01:43:00.000Z')
    // Also after a restart without the office.
    const again = open(clock)
    expect(again.state(OFFICE)).not.toBe('TRUSTED')
    expect(again.clock.now() < AHEAD).toBe(true)
  })

  it('is believed again the moment it is set right, whatever it vouched for before', () => {
    const clock = testClock(AHEAD)
    const steady = open(clock)
    clock.advance(300_000)
    steady.look(OFFICE)
    steady.heard(OFFICE)
    clock.set('2026-11-23T01:42:30.000Z')
    expect(steady.state(OFFICE)).toBe('TRUSTED')
    expect(open(clock).state(OFFICE)).toBe('TRUSTED')
  })

  it('is believed after months off when the office says the same time, and seconds are no doubt', () => {
    const clock = testClock('2027-02-23T01:42:00.000Z')
    const steady = open(clock)
    expect(steady.state(OFFICE)).toBe('AHEAD')
    steady.heard('2027-02-23T01:42:05.000Z')
    expect(steady.state(OFFICE)).toBe('TRUSTED')
  })

  it('an old answer sent again does not set it back', () => {
    const clock = testClock(OFFICE)
    const steady = open(clock)
    steady.heard(OFFICE)
    clock.advance(600_000)
    steady.heard(OFFICE)
    expect(steady.state(OFFICE)).toBe('TRUSTED')
  })

  it('opens over a note that a power cut emptied', () => {
    writeFileSync(join(folder, 'clock.json'), '')
    expect(open(testClock(OFFICE)).state(OFFICE)).toBe('TRUSTED')
  })
})
