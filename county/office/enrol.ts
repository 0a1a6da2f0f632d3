import { COUNTY_CARD_FORMAT, type OfficeCard } from '../../domain/exchange/card.ts'
import { parseIndexTemplate } from '../../domain/notice/index-number.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { hashWords } from '../../domain/sheet/sheet-code.ts'
import { readOfficeCard, writeCountyCard } from '../../sealed/card.ts'
import type { ProvedDocument } from '../../sealed/signed-document.ts'
import { record } from '../audit/audit.ts'
import type { Sql } from '../db/sql.ts'
import type { CountyDeps } from '../deps.ts'
import { certificateForCard } from '../transport/given-certificate.ts'
import { countySelf, type CountySelf } from './county-repo.ts'
import { addKey } from './keys.ts'
import { keyById, keysOf, officeById, officeByUscc, type EnrolledOffice } from './office-repo.ts'

/** An office's card as a person sees it before enrolling the office. */
export type CardPreview = {
  readonly name: string
  readonly uscc: string
  readonly regionCode: string
  readonly indexTemplate: string
  readonly keyId: string
  /** Four words that two people compare by telephone. */
  readonly keyWords: readonly string[]
  /** NEW: nobody is enrolled under this code. SAME: with this very key. OTHER_KEY, OTHER_INSTANCE: enrolling it replaces what is there. */
  readonly state: 'NEW' | 'SAME' | 'OTHER_KEY' | 'OTHER_INSTANCE'
  /** A key that is believed now ends with it. */
  readonly endsKey: boolean
}

/** How an office is enrolled. */
export type Enrolment = {
  /** The card as it came. */
  readonly card: string | Uint8Array
  /** Form of index number; the card's own when it is left out. */
  readonly indexTemplate?: string | undefined
  /** True when a person confirms that this card takes the place of the office's former key or database. */
  readonly replace?: boolean | undefined
  /** Why the office's former key ends, as written; stays with that key. */
  readonly reason?: string | undefined
  readonly actor: string
}

/** An office that is enrolled, and the card to hand back. */
export type Enrolled = {
  readonly office: EnrolledOffice
  readonly keyId: string
  readonly keyWords: readonly string[]
  /** The county's card for this office, signed. */
  readonly countyCard: string
  /** Words of the county's own key, which the office compares. */
  readonly countyWords: readonly string[]
}

/**
 * Reads a card and says what enrolling it would mean; nothing changes. Refuses `enrolment.not-a-card` and `enrolment.signature-invalid`.
 * @example await previewCard(deps.sql, text)
 */
export async function previewCard(sql: Sql, card: string | Uint8Array): Promise<Result<CardPreview>> {
  const read = readOfficeCard(card)
  if (!read.ok) return read
  const { document, keyId } = read.value
  const { name, uscc, regionCode } = document.office
  return accept({
    name,
    uscc,
    regionCode,
    indexTemplate: document.indexTemplate,
    keyId,
    keyWords: hashWords(keyId),
    ...(await standingOf(sql, read.value)),
  })
}

type Standing = Pick<CardPreview, 'state' | 'endsKey'>

async function standingOf(sql: Sql, card: ProvedDocument<OfficeCard>): Promise<Standing> {
  const office = await officeByUscc(sql, card.document.office.uscc)
  if (office === undefined) return { state: 'NEW', endsKey: false }
  const active = (await keysOf(sql, office.id)).filter(({ state }) => state === 'ACTIVE')
  if (!active.some(({ keyId }) => keyId === card.keyId)) {
    return { state: 'OTHER_KEY', endsKey: active.length > 0 }
  }
  const [standing] = await sql.query<{ instance_id: string | null }>(
    'SELECT instance_id FROM office_standing WHERE office_id = $1',
    [office.id],
  )
  const held = standing?.instance_id ?? null
  const same = held === null || held === card.document.instanceId
  return { state: same ? 'SAME' : 'OTHER_INSTANCE', endsKey: false }
}

/**
 * Enrols an office by its card and gives the county's card for it. The same card again gives the county's card anew. Refuses
 * `enrolment.not-a-card`, `enrolment.signature-invalid`, `enrolment.other-key` (the key is another office's), `enrolment.already` (the office
 * has another key or database here, and nobody has confirmed that this one replaces it), `enrolment.reason-required` (a key ends by it, and
 * nobody says why), `enrolment.revoked` (a person revoked this very key), `county.pattern-invalid` and `county.not-set-up`.
 * @example await enrolOffice(deps, { card: text, actor: 'cli' })
 */
export async function enrolOffice(deps: CountyDeps, enrolment: Enrolment): Promise<Result<Enrolled>> {
  const read = readOfficeCard(enrolment.card)
  if (!read.ok) return read
  const { document, keyId } = read.value
  const template = enrolment.indexTemplate ?? document.indexTemplate
  if (!parseIndexTemplate(template).ok) return refuse('county.pattern-invalid', { pattern: template })
  return deps.sql.transaction(async (sql) => {
    const county = await countySelf(sql)
    if (!county.ok) return county
    const key = await keyById(sql, keyId)
    const owner = key && (await officeById(sql, key.officeId))
    if (owner !== undefined && owner.uscc !== document.office.uscc) return refuse('enrolment.other-key')
    // One that its own successor ended comes back with a restored office; one that a person revoked never does.
    if (key?.state === 'REVOKED' && key.endedBy === 'PERSON') return refuse('enrolment.revoked')
    const { state, endsKey } = await standingOf(sql, read.value)
    if (state !== 'NEW' && state !== 'SAME' && enrolment.replace !== true) {
      return refuse('enrolment.already', { office: document.office.name })
    }
    const reason = enrolment.reason?.trim() ?? ''
    if (endsKey && reason === '') return refuse('enrolment.reason-required')
    await keepOffice(deps, sql, read.value, { template, state, reason, actor: enrolment.actor })
    const office = await officeByUscc(sql, document.office.uscc)
    if (office === undefined) throw new Error('written just now')
    return accept({
      office,
      keyId,
      keyWords: hashWords(keyId),
      countyCard: await countyCardFor(deps, county.value, office.uscc, keyId),
      countyWords: hashWords(deps.key.keyId),
    })
  })
}

async function keepOffice(
  deps: CountyDeps,
  sql: Sql,
  { document, keyId, publicKey }: ProvedDocument<OfficeCard>,
  how: {
    readonly template: string
    readonly state: CardPreview['state']
    readonly reason: string
    readonly actor: string
  },
): Promise<void> {
  const at = deps.clock.now()
  const { name, uscc, regionCode } = document.office
  const [row] = await sql.query<{ id: number }>(
    `INSERT INTO office (name, uscc, region_code, index_templates, enrolled_at) VALUES ($1, $2, $3, ARRAY[$4::text], $5)
     ON CONFLICT (uscc) DO UPDATE SET name = excluded.name, region_code = excluded.region_code,
       index_templates = ARRAY[$4::text] || array_remove(office.index_templates, $4::text)
     RETURNING id`,
    [name, uscc, regionCode, how.template, at],
  )
  if (row === undefined) throw new Error('an insert gives its row')
  const officeId = row.id
  await sql.query('INSERT INTO office_standing (office_id) VALUES ($1) ON CONFLICT DO NOTHING', [officeId])
  if (how.state === 'OTHER_KEY') {
    await sql.query(
      `UPDATE office_key SET state = 'REVOKED', ended_by = 'PERSON', ended_at = $2, reason = $3
       WHERE office_id = $1 AND state = 'ACTIVE'`,
      [officeId, at, how.reason],
    )
  }
  if (how.state === 'NEW' || how.state === 'OTHER_KEY') {
    await addKey(sql, officeId, { keyId, publicKey, recipient: document.recipient }, 'CARD', at)
  }
  // Confirmed by a person: a database that does not say it came from the one held may take its place.
  await sql.query(
    `UPDATE office SET expected_instance = $2 WHERE id = $1
       AND EXISTS (SELECT 1 FROM office_standing WHERE office_id = $1 AND instance_id IS NOT NULL AND instance_id <> $2)`,
    [officeId, document.instanceId],
  )
  await record(deps, sql, {
    actor: how.actor,
    action: how.state === 'NEW' ? 'office.enrolled' : 'office.card-replaced',
    office: officeId,
    detail: { uscc, keyId, state: how.state },
  })
}

/**
 * The county's card for an office that is enrolled by this key, signed anew: for one that lost it.
 * @example await countyCardFor(deps, county, office.uscc, keyId)
 */
export async function countyCardFor(
  deps: CountyDeps,
  county: CountySelf,
  uscc: string,
  keyId: string,
): Promise<string> {
  const { address } = county
  return writeCountyCard(
    {
      format: COUNTY_CARD_FORMAT,
      county: {
        name: county.name,
        code: county.code,
        instanceId: county.instance.id,
        recipient: deps.age.recipient,
      },
      address,
      certificate: address === null ? null : await certificateForCard(deps.dataFolder, county.name),
      office: { uscc, keyId },
      claimedAt: deps.clock.now(),
    },
    deps.key,
  )
}
