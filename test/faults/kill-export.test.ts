import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { pino } from 'pino'
import { loadAgeIdentity } from '../../sealed/age-identity.ts'
import { loadPackageKey } from '../../sealed/package-key.ts'
import { createDeps } from '../../server/create-deps.ts'
import { exportPackage } from '../../server/exchange/export-package.ts'
import { verifyAnyPackage } from '../../server/exchange/verify-any.ts'
import { type Child, startChild } from '../support/kill-child.ts'
import { seededRandom, seedOfRun } from '../support/kill-random.ts'
import { testClock } from '../support/test-clock.ts'
import { openStore, PEOPLE, prepareApproved, prepareOffice } from './approved-notices.ts'

const ROUNDS = 12
const LONGEST_MS = 1500
const PROGRAM = new URL('export-child.ts', import.meta.url)

let dataFolder: string
const spares: Child[] = []

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'board-kill-export-'))
  const store = openStore(dataFolder)
  prepareOffice(store)
  await prepareApproved(store, dataFolder, 1, 1200)
  // So that every step is there to be killed in: sealing, encrypting, opening again.
  const recipient = await identityToRecipient(await generateX25519Identity())
  store.database
    .prepare(
      `INSERT INTO county_card VALUES (1, '示例县', '990000', 'county-1', 'key-1', 'AAAA', ?, NULL, NULL, '{}', ?, '2026-11-20T01:00:00.000Z')`,
    )
    .run(recipient, PEOPLE.handler)
  store.close()
})

afterAll(async () => {
  await Promise.all(spares.map((spare) => spare.kill('SIGKILL')))
  rmSync(dataFolder, { recursive: true, force: true })
})

/** A child that has loaded everything and waits for the word; the next one loads meanwhile. */
async function nextChild(): Promise<Child> {
  while (spares.length < 2) spares.push(startChild(PROGRAM, [dataFolder]))
  const child = spares.shift()
  if (!child) throw new Error('there is a spare')
  await child.seen(/^ready$/)
  return child
}

/** What must never be there, whatever moment the process died at: each question finds the rows that break it. */
const NEVER: Readonly<Record<string, string>> = {
  'a gap in the numbers of packages': `SELECT sequence FROM package WHERE sequence > (SELECT count(*) FROM package)`,
  'a package that does not say what it offered': `SELECT sequence FROM package WHERE sequence NOT IN (SELECT sequence FROM package_offer)`,
  'a change that is left out between two packages, or offered by both': `
    SELECT o.sequence FROM package_offer o JOIN package_offer former ON former.sequence = o.sequence - 1
    WHERE o.first_change <> former.last_change + 1`,
  'a change that says it was sent by another package than the one that answers for it': `
    SELECT b.id FROM outbox b JOIN package_offer o ON o.sequence = b.package_sequence
    WHERE b.id NOT BETWEEN o.first_change AND o.last_change`,
  'a change that was offered and says that it waits': `
    SELECT b.id FROM outbox b WHERE b.package_sequence IS NULL AND b.id <= (SELECT max(last_change) FROM package_offer)`,
  'a package without its event in the log': `
    SELECT sequence FROM package WHERE CAST(sequence AS TEXT) NOT IN (SELECT subject_id FROM audit_event WHERE action = 'package.export')`,
}

async function prove(acknowledged: ReadonlySet<number>, place: string): Promise<number> {
  const store = openStore(dataFolder)
  try {
    for (const [what, sql] of Object.entries(NEVER)) {
      expect(store.database.prepare(sql).all(), `${place}: ${what}`).toEqual([])
    }
    const packages = store.read.exchange.packages()
    const numbers = new Set(packages.map(({ sequence }) => sequence))
    for (const sequence of acknowledged)
      expect(numbers.has(sequence), `${place}: package ${sequence}`).toBe(true)
    // One can have been committed in the moment before its line was written; never two.
    expect(packages.length - acknowledged.size, place).toBeLessThanOrEqual(1)
    for (const { sequence } of packages) (acknowledged as Set<number>).add(sequence)
    const [newest] = packages
    if (newest) {
      const proof = await verifyAnyPackage(join(dataFolder, 'packages', newest.fileName), {
        identity: () => loadAgeIdentity(dataFolder),
        trustedKeys: [loadPackageKey(dataFolder).keyId],
      })
      expect(proof, `${place}: package ${newest.sequence} is whole`).toMatchObject({ ok: true })
    }
    expect(store.read.audit.firstBroken(), `${place}: audit chain`).toBeNull()
    return packages.length
  } finally {
    store.close()
  }
}

it(
  `an office killed ${ROUNDS} times over its packages has lost nothing and sent nothing under two numbers`,
  { timeout: 1_800_000 },
  async () => {
    const seed = seedOfRun()
    const random = seededRandom(seed)
    const acknowledged = new Set<number>()
    for (let round = 1; round <= ROUNDS; round++) {
      const child = await nextChild()
      child.write('go\n')
      await child.seen(/^exporting$/)
      // Half of the kills come at any moment, half right behind a package: there the next one begins.
      if (round % 2 === 0) await child.seen(/^package /)
      await pause(Math.floor(random() * (round % 2 === 0 ? LONGEST_MS / 3 : LONGEST_MS)))
      await child.kill('SIGKILL')
      for (const line of child.lines) {
        const [, sequence] = /^package (\d+)$/.exec(line) ?? []
        if (sequence !== undefined) acknowledged.add(Number(sequence))
        expect(line).not.toMatch(/^refused (?!package\.nothing-to-export)/)
      }
      await prove(acknowledged, `BOARD_SEED=${seed}, round ${round}`)
    }
    const created = createDeps(dataFolder, { clock: testClock(), logger: pino({ level: 'silent' }) })
    if (!created.ok) throw new Error(created.code)
    const { store } = created.value
    const last = await exportPackage(created.value, { id: PEOPLE.handler, name: '周敏', roles: ['HANDLER'] })
    expect(last.ok || last.code === 'package.nothing-to-export').toBe(true)
    const waiting = store.read.exchange.waiting()
    const names = store.read.exchange.packages().map(({ fileName }) => fileName)
    store.close()
    expect(waiting).toEqual([])
    // What the killed ones left is gone; what was sent is there.
    if (last.ok) expect(readdirSync(join(dataFolder, 'packages')).sort()).toEqual(names.sort())
    for (const name of names) expect(existsSync(join(dataFolder, 'packages', name)), name).toBe(true)
    await prove(new Set(names.map((_, index) => index + 1)), `BOARD_SEED=${seed}, at the end`)
    expect(names.length).toBeGreaterThanOrEqual(ROUNDS / 2)
  },
)
