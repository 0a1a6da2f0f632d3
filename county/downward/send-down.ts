import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { downwardFileName } from '../../domain/exchange/package-name.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { sha256 } from '../../platform/sha256.ts'
import { writeDownwardPackage } from '../../sealed/downward-package.ts'
import { record } from '../audit/audit.ts'
import type { Sql } from '../db/sql.ts'
import type { CountyDeps } from '../deps.ts'
import { countySelf, type CountySelf } from '../office/county-repo.ts'
import { officeReach } from '../office/office-reach.ts'
import type { EnrolledOffice } from '../office/office-repo.ts'
import { readItem, type ReadItem, type WantedItem } from './read-item.ts'

/** What goes down to whom. */
export type SendDown = {
  readonly officeIds: readonly number[]
  readonly items: readonly WantedItem[]
  readonly actor: string
}

/** A package for one office, kept among the county's files. */
export type SentDown = {
  readonly office: EnrolledOffice
  readonly sequence: number
  readonly sha256: string
  readonly size: number
  readonly fileName: string
}

/** An item with the version it was given. */
type VersionedItem = ReadItem & { readonly id: string; readonly version: number }

/**
 * Packs catalogues, calendars, dictionaries and instructions for offices, one numbered, signed package each. A file that is the newest version
 * already keeps its version; another one gets the next. From then on an office's items are judged by the catalogue's lines. Refuses
 * `county.not-set-up`, `enrolment.office-not-found`, `enrolment.revoked`, `request.invalid` and what reading an item refuses; then nothing was
 * sent to anybody.
 * @example await sendDown(deps, { officeIds: [3], items: [{ kind: 'CATALOGUE', fileName, bytes }], actor: 'cli' })
 */
export async function sendDown(deps: CountyDeps, wanted: SendDown): Promise<Result<readonly SentDown[]>> {
  const county = await countySelf(deps.sql)
  if (!county.ok) return county
  if (wanted.items.length === 0 || wanted.officeIds.length === 0) {
    return refuse('request.invalid', { field: wanted.items.length === 0 ? 'items' : 'office' })
  }
  const { active, revoked } = await officeReach(deps.sql)
  const offices: EnrolledOffice[] = []
  for (const wantedId of new Set(wanted.officeIds)) {
    const office = active.find(({ id }) => id === wantedId)
    if (office === undefined) {
      const { uscc } = revoked.find(({ id }) => id === wantedId) ?? {}
      return uscc === undefined
        ? refuse('enrolment.office-not-found', { uscc: '' })
        : refuse('enrolment.revoked', { uscc })
    }
    offices.push(office)
  }
  const read: ReadItem[] = []
  for (const item of wanted.items) {
    const one = await readItem(item, deps.ids.next())
    if (!one.ok) return one
    read.push(one.value)
  }
  const named = new Set(read.map(({ kind, key }) => `${kind} ${key}`))
  if (named.size !== read.length) return refuse('request.invalid', { field: 'key' })
  for (const { bytes } of read) await deps.blobs.put(bytes)
  const versioned = await deps.sql.transaction((sql) => giveVersions(deps, sql, read))
  const sent: SentDown[] = []
  for (const office of offices) sent.push(await packFor(deps, county.value, office, versioned, wanted.actor))
  return accept(sent)
}

async function giveVersions(
  deps: CountyDeps,
  sql: Sql,
  items: readonly ReadItem[],
): Promise<readonly VersionedItem[]> {
  // Two people who give out the same thing at once must not get one version for two files.
  await sql.query('LOCK TABLE downward_item IN SHARE ROW EXCLUSIVE MODE')
  const versioned: VersionedItem[] = []
  for (const item of items) {
    const { kind, key, title, fileName, bytes } = item
    const hash = sha256(bytes)
    const [newest] = await sql.query<{ id: string; version: number; sha256: string }>(
      'SELECT id, version, sha256 FROM downward_item WHERE kind = $1 AND key = $2 ORDER BY version DESC LIMIT 1',
      [kind, key],
    )
    if (newest?.sha256 === hash) {
      versioned.push({ ...item, id: newest.id, version: newest.version })
      continue
    }
    const id = deps.ids.next()
    const version = (newest?.version ?? 0) + 1
    await sql.query(
      `INSERT INTO downward_item (id, kind, key, version, title, file_name, sha256, size, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, kind, key, version, title, fileName, hash, bytes.length, deps.clock.now()],
    )
    await sql.query(
      `INSERT INTO catalogue_line (item_id, position, catalogue, level1, level2)
       SELECT $1, ordinality, catalogue, level1, level2
       FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS line (catalogue, level1, level2, ordinality)`,
      [
        id,
        item.lines.map((line) => line.catalogue),
        item.lines.map((line) => line.level1),
        item.lines.map((line) => line.level2),
      ],
    )
    versioned.push({ ...item, id, version })
  }
  return versioned
}

async function packFor(
  deps: CountyDeps,
  county: CountySelf,
  office: EnrolledOffice,
  items: readonly VersionedItem[],
  actor: string,
): Promise<SentDown> {
  return deps.sql.transaction(async (sql) => {
    const [row] = await sql.query<{ downward_sequence: number }>(
      'UPDATE office_standing SET downward_sequence = downward_sequence + 1 WHERE office_id = $1 RETURNING downward_sequence',
      [office.id],
    )
    if (row === undefined) throw new Error(`office ${office.id} has no standing`)
    const sequence = row.downward_sequence
    const claimedAt = deps.clock.now()
    const folder = join(deps.dataFolder, 'downward')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const target = join(folder, `${deps.ids.next()}.zip`)
    try {
      const { name, code, instance } = county
      const written = await writeDownwardPackage({
        target,
        head: {
          county: { name, code, instanceId: instance.id },
          office: { name: office.name, uscc: office.uscc },
          sequence,
          claimedAt,
        },
        items,
        key: deps.key,
      })
      const bytes = await readFile(target)
      const hash = await deps.blobs.put(bytes)
      await sql.query(
        `INSERT INTO downward_package (office_id, sequence, seal, sha256, size, claimed_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [office.id, sequence, written.seal, hash, bytes.length, claimedAt],
      )
      await sql.query(
        `INSERT INTO downward_package_item (office_id, sequence, item_id) SELECT $1, $2, unnest($3::text[])`,
        [office.id, sequence, items.map(({ id }) => id)],
      )
      await record(deps, sql, {
        actor,
        action: 'downward.sent',
        office: office.id,
        detail: { sequence, items: items.map(({ id }) => id).join(' ') },
      })
      const fileName = downwardFileName(office.uscc, sequence)
      return { office, sequence, sha256: hash, size: bytes.length, fileName }
    } finally {
      await rm(target, { force: true })
    }
  })
}
