import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import { backupDataFolder } from '../../db/backup-folder.ts'
import { restoreDataFolder } from '../../db/restore-folder.ts'
import { randomIds } from '../../platform/ids.ts'
import type { TestPostgres } from '../county/support/postgres.ts'
import type { FaultyWire } from '../support/faulty-wire.ts'
import { seededRandom } from '../support/kill-random.ts'
import { openStore, prepareOffice } from './approved-notices.ts'
import type { CountyState } from './exchange-county-child.ts'
import type { OfficeChange } from './exchange-office-child.ts'
import { layLine } from './exchange-line.ts'
import { ITEMS } from './exchange-office-work.ts'
import { peopleChangeThings, settleRefusal } from './exchange-people.ts'
import { mountSmall, ObedientProgram, type Said, unmount } from './exchange-world.ts'

const OFFICE_PROGRAM = new URL('exchange-office-child.ts', import.meta.url)
const COUNTY_PROGRAM = new URL('exchange-county-child.ts', import.meta.url)

/** What an export says when it has nothing to carry. */
const NOTHING_TO_WRITE = ['package.nothing-to-export', 'package.all-held-back']

/** Copies a database of the county while nobody is in it. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const url = new URL(from)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name])
  await client.query(`DROP DATABASE IF EXISTS ${to} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${to} TEMPLATE ${name}`)
  await client.end()
}

const withDatabase = (address: string, name: string): string => {
  const url = new URL(address)
  url.pathname = `/${name}`
  return url.href
}

type OfficeState = {
  readonly changes: readonly OfficeChange[]
  readonly waiting: number
  readonly countyInstance: string
}

/** What both sides have at one moment. */
export type Both = {
  readonly office: readonly OfficeChange[]
  /** Changes no package answers for. */
  readonly waiting: number
  /** Whether the newest receipt at the office is from the county's present database. */
  readonly heard: boolean
  readonly county: CountyState
}

/**
 * An office and a county, each a process of its own over a real database, and what is carried between them. Everything that can go wrong
 * goes wrong by a seed.
 */
export class Exchange {
  readonly seed: number
  readonly random: () => number
  readonly told = new Map<string, number>()
  office!: ObedientProgram
  county!: ObedientProgram
  officeFolder: string
  folders = 0
  backup: string | null = null
  image: string | null = null
  countyUrl = ''
  countyPort: number | null = null
  wire!: FaultyWire
  /** The line holds. */
  lineIsGood = false
  countyBackup: string | null = null
  databases = 0
  published = 0
  /** Every package that was ever on a stick. */
  readonly packages: string[] = []
  readonly receipts: string
  readonly stick: string
  readonly back: string
  readonly #root: string
  readonly #postgres: TestPostgres

  constructor(seed: number, root: string, postgres: TestPostgres) {
    this.seed = seed
    this.#root = root
    this.#postgres = postgres
    this.officeFolder = join(root, 'office-0')
    this.receipts = join(root, 'receipts')
    this.stick = join(root, 'stick')
    this.back = join(root, 'back')
    this.random = seededRandom(seed)
    for (const folder of [this.receipts, this.stick, this.back]) mkdirSync(folder)
  }

  chance = (of: number): boolean => this.random() < of
  below = (limit: number): number => Math.floor(this.random() * limit)
  count(what: string): void {
    this.told.set(what, (this.told.get(what) ?? 0) + 1)
  }

  async begin(): Promise<void> {
    mkdirSync(this.officeFolder)
    const store = openStore(this.officeFolder)
    prepareOffice(store, ITEMS)
    store.close()
    this.wire = await layLine(this)
    this.countyUrl = await this.#postgres.freshDatabase()
    this.office = await ObedientProgram.start(OFFICE_PROGRAM, [this.officeFolder])
    this.county = await ObedientProgram.start(COUNTY_PROGRAM, this.#countyWords())
    const address = `https://127.0.0.1:${String(this.wire.port)}`
    expect((await this.county.tell({ do: 'INIT', address }))?.code).toBeUndefined()
    await this.introduce(false)
  }

  #countyWords(): readonly string[] {
    return [join(this.#root, 'county'), this.countyUrl]
  }

  /** Cards are exchanged; a second time a person confirms that the new one takes the place of the old. */
  async introduce(replace: boolean): Promise<void> {
    let answer = await this.#enrol(replace)
    if (answer?.code === 'enrolment.revoked') {
      this.count('new key at once')
      expect((await this.office.tell({ do: 'NEW_KEY', now: true }))?.code).toBeUndefined()
      answer = await this.#enrol(replace)
    }
    expect(answer?.code).toBeUndefined()
    expect((await this.office.tell({ do: 'TAKE_CARD', card: answer?.value ?? '' }))?.code).toBeUndefined()
  }

  async #enrol(replace: boolean): Promise<Said<string>> {
    const card = await this.office.tell<{ text: string }>({ do: 'CARD' })
    return this.county.tell<string>({ do: 'ENROL', card: card?.value?.text ?? '', replace })
  }

  /** A restored or copied office opens again once somebody has said which numbers hang. */
  async confirm(): Promise<void> {
    expect((await this.office.tell({ do: 'CONFIRM', serial: this.published + 10 }))?.code).toBeUndefined()
    this.published += 10
  }

  async misfortune(): Promise<void> {
    await peopleChangeThings(this)
    const next = (): string => join(this.#root, `office-${String(++this.folders)}`)
    if (this.chance(0.04)) {
      this.backup = join(this.#root, `backup-${String(++this.folders)}`)
      const input = { dataDir: this.officeFolder, target: this.backup, createdAt: '2026-11-20T01:00:00.000Z' }
      expect((await backupDataFolder(input)).ok).toBe(true)
    }
    if (this.chance(0.04)) {
      const image = next()
      await this.office.restart([this.officeFolder], () =>
        cpSync(this.officeFolder, image, { recursive: true }),
      )
      this.image = image
    }
    if (this.backup !== null && this.chance(0.025)) {
      this.count('office restored')
      const folder = next()
      const source = this.backup
      const ids = randomIds(() => Date.now())
      await this.office.restart([folder], async () => {
        const restoredAt = '2026-11-20T02:00:00.000Z'
        const restored = await restoreDataFolder({
          source,
          dataDir: folder,
          newInstanceId: ids.next(),
          restoredAt,
        })
        expect(restored.ok).toBe(true)
      })
      this.officeFolder = folder
      await this.confirm()
    }
    if (this.image !== null && this.chance(0.015)) {
      this.count('disk went back')
      const folder = next()
      const image = this.image
      await this.office.restart([folder], () => cpSync(image, folder, { recursive: true }))
      this.officeFolder = folder
    }
    if (this.chance(0.04)) {
      const name = `backup_${String(++this.databases)}`
      await this.restartCounty(() => copyDatabase(this.countyUrl, name))
      this.countyBackup = name
    }
    if (this.countyBackup !== null && this.chance(0.02)) {
      this.count('county restored')
      const name = `restored_${String(++this.databases)}`
      const source = withDatabase(this.countyUrl, this.countyBackup)
      this.countyUrl = withDatabase(this.countyUrl, name)
      await this.restartCounty(() => copyDatabase(source, name))
    }
  }

  async restartCounty(meanwhile: () => unknown = () => undefined): Promise<void> {
    this.countyPort = null
    await this.county.restart(this.#countyWords(), meanwhile)
  }

  /** Writes a package on the stick; gives its file, or null when there is none whole. */
  async export(calm: boolean): Promise<string | null> {
    rmSync(this.stick, { recursive: true, force: true })
    mkdirSync(this.stick)
    const years = calm || this.chance(0.8) ? 0 : this.below(40) - 20
    const order = { do: 'EXPORT', folder: this.stick, whole: !calm && this.chance(0.03), years }
    const small = !calm && this.chance(0.06) && mountSmall(this.stick, 4 + this.below(24))
    if (small) {
      const said = await this.office.tell(order)
      this.count(`full stick: ${said?.code ?? 'room enough'}`)
    } else if (!calm && this.chance(0.05)) {
      const said = await this.office.tellOnFullDisk(order, this.below(60_000))
      this.count(`full disk: ${said === null ? 'ended by the system' : (said.code ?? 'room enough')}`)
    } else {
      const killed = !calm && this.chance(0.08)
      if (killed) this.count('office killed over an export')
      const said = await this.office.tell(order, killed ? this.below(300) : null)
      if (said?.code !== undefined) expect(NOTHING_TO_WRITE).toContain(said.code)
    }
    const kept = this.#keep()
    if (small) unmount(this.stick)
    return kept
  }

  /** Keeps what lies whole on the stick. */
  #keep(): string | null {
    const [file] = readdirSync(this.stick).filter((name) => /\.zip(\.age)?$/.test(name))
    if (file === undefined) return null
    const kept = join(this.#root, `carried-${String(this.packages.length)}-${file}`)
    copyFileSync(join(this.stick, file), kept)
    this.packages.push(kept)
    return kept
  }

  /** A copy of a file with a fault in it. */
  damage(file: string): string {
    const bytes = readFileSync(file)
    const damaged = join(this.#root, 'damaged-copy')
    if (this.chance(0.5)) writeFileSync(damaged, bytes.subarray(0, this.below(bytes.length)))
    else {
      const at = this.below(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << this.below(8))
      writeFileSync(damaged, bytes)
    }
    return damaged
  }

  async ingest(file: string, calm: boolean): Promise<Said<string>> {
    const years = calm || this.chance(0.8) ? 0 : this.below(40) - 20
    const killed = !calm && this.chance(0.06)
    if (killed) this.count('county killed over a package')
    return this.county.tell<string>({ do: 'INGEST', file, years }, killed ? this.below(300) : null)
  }

  async carry(newest: string | null): Promise<void> {
    if (newest !== null && this.chance(0.15)) return this.count('stick lost')
    const swapped = this.packages.length > 0 && this.chance(0.12)
    const file = swapped ? this.packages[this.below(this.packages.length)] : newest
    if (swapped) this.count('another stick')
    if (file === undefined || file === null) return
    if (this.chance(0.15)) {
      this.count('damaged copy')
      const said = await this.ingest(this.damage(file), true)
      // Whatever is wrong with it, it is refused, and in words.
      expect(said?.value, `seed ${String(this.seed)}`).toBeUndefined()
      if (this.chance(0.5)) return
    }
    const said = await this.ingest(file, false)
    this.count(`county: ${said?.value ?? said?.code ?? 'killed'}`)
    // Sooner or later somebody telephones, and the office's new database is introduced.
    if (this.chance(0.5)) await settleRefusal(this, said?.code)
    if (this.chance(0.1)) await this.ingest(file, true)
  }

  /** Brings receipts back; gives the codes of those that were refused. */
  async bringBack(calm: boolean): Promise<readonly string[]> {
    rmSync(this.back, { recursive: true, force: true })
    mkdirSync(this.back)
    const { value: state } = (await this.county.tell<CountyState>({ do: 'STATE' })) ?? {}
    const after = calm ? 0 : this.below((state?.receipts ?? 0) + 1)
    await this.county.tell({ do: 'RECEIPTS', folder: this.back, after })
    // All that were ever written; some turn up again years later, from a county database that is no more.
    for (const name of readdirSync(this.back)) {
      copyFileSync(join(this.back, name), join(this.receipts, `${String(this.databases)}-${name}`))
    }
    const old = readdirSync(this.receipts)
    if (!calm && old.length > 0 && this.chance(0.1)) {
      const name = old[this.below(old.length)] ?? ''
      copyFileSync(join(this.receipts, name), join(this.back, 'receipt-old.json'))
    }
    if (!calm && this.chance(0.08)) {
      this.count('damaged receipt')
      for (const name of readdirSync(this.back).slice(0, 1)) {
        copyFileSync(this.damage(join(this.back, name)), join(this.back, name))
      }
    }
    const killed = !calm && this.chance(0.04)
    if (killed) this.count('office killed over receipts')
    type Outcomes = readonly { readonly outcome: string; readonly code?: string }[]
    const said = await this.office.tell<Outcomes>(
      { do: 'TAKE_RECEIPTS', folder: this.back },
      killed ? this.below(80) : null,
    )
    const refused = (said?.value ?? []).flatMap(({ code }) => (code === undefined ? [] : [code]))
    for (const code of refused) this.count(`office: ${code}`)
    return refused
  }

  async follow(refused: readonly string[]): Promise<void> {
    if (refused.includes('receipt.unknown-county')) await this.introduce(true)
    if (!refused.includes('receipt.ahead') && !refused.includes('receipt.never-sent')) return
    this.count('new instance')
    expect((await this.office.tell({ do: 'NEW_INSTANCE' }))?.code).toBeUndefined()
    await this.confirm()
  }

  async both(): Promise<Both> {
    const office = await this.office.tell<OfficeState>({ do: 'STATE' })
    const county = await this.county.tell<CountyState>({ do: 'STATE' })
    if (!office?.value || !county?.value) throw new Error('both answer')
    const { changes, waiting, countyInstance } = office.value
    const heard = countyInstance === county.value.instance
    return { office: changes, waiting, heard, county: county.value }
  }
}

/** What the office takes for accepted and the county does not have. */
export function believedFalsely(
  office: readonly OfficeChange[],
  county: CountyState,
): readonly OfficeChange[] {
  const has = (rows: CountyState['editions'], { indexNumber, editionNumber, hash }: OfficeChange): boolean =>
    rows.some((row) => row.key === `${indexNumber} ${String(editionNumber)}` && row.hash === hash)
  return office.filter(
    (change) =>
      change.state === 'ACCEPTED' &&
      !has(change.kind === 'EDITION' ? county.editions : county.withdrawals, change),
  )
}
