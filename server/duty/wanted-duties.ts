import type { Store } from '../../db/store.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { DisclosureScope } from '../../domain/catalogue/catalogue-item.ts'
import type { DeadlineRule } from '../../domain/duty/deadline/deadline-rule.ts'
import { dateOf, dayNumber } from '../../domain/duty/calendar/day-number.ts'
import { groundFor, saysWhen } from '../../domain/duty/duty-ground.ts'
import type { DutyGround } from '../../domain/duty/duty.ts'
import { disclosedHere } from '../../domain/duty/duty-plan.ts'
import type { RuleRecord } from '../../domain/duty/rule-record.ts'
import type { PeriodClass } from '../../domain/duty/period.ts'
import { periodClassOf } from '../../domain/duty/term.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { itemTitle } from './item-title.ts'

/** An item of a version in use, with the rule by which its duties are due. */
export type WantedItem = {
  readonly itemId: string
  readonly catalogueId: string
  readonly regime: Regime
  readonly title: string
  /** By which rule a period is due that ends on a day; null when the time limit is not settled. */
  readonly groundOn: (day: CivilDate) => DutyGround | null
  /** The periods in which it makes duties; null when it makes none with the calendar. */
  readonly periodClass: PeriodClass | null
  readonly disclosedHere: boolean
  /** The day since which it counts. */
  readonly since: CivilDate
  /** It was there before the board kept duties: what is due counts from the first planning on. */
  readonly takenOver: boolean
}

/** What a unit and an item have to do with one another. */
export type Wanted =
  | { readonly item: WantedItem; readonly assigneeId: string | null }
  /** Why there are no duties, in words for the record; `gone` when there is no catalogue any more that asks for any. */
  | { readonly without: string; readonly gone?: true }

/** All that duties are planned from. */
export type WantedDuties = {
  readonly items: ReadonlyMap<string, WantedItem>
  /** Units in service that keep a catalogue. */
  readonly keepers: (catalogueId: string) => readonly string[]
  readonly of: (itemId: string, unitId: string) => Wanted
}

type Row = {
  readonly itemId: string
  readonly catalogueId: string
  readonly regime: Regime
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly legalBasis: string
  readonly deadlineText: string
  readonly deadlineRule: string | null
  readonly mode: 'PROACTIVE' | 'ON_REQUEST' | 'UNSTATED'
  readonly scope: DisclosureScope
  readonly levels: string
  readonly createdAt: string
  readonly takenOver: 0 | 1
}

const ITEMS = `SELECT r.item_id AS itemId, u.catalogue_id AS catalogueId, c.regime, r.item_level1 AS level1,
    r.item_level2 AS level2, r.item_level3 AS level3, r.legal_basis AS legalBasis, r.deadline_text AS deadlineText,
    r.deadline_rule AS deadlineRule, r.disclosure_mode AS mode, r.disclosure_scope AS scope, r.levels,
    c.created_at AS createdAt, NOT EXISTS (SELECT 1 FROM catalogue_version f
      WHERE f.catalogue_id = c.id AND f.created_by IS NOT NULL) AS takenOver
  FROM catalogue_in_use u JOIN catalogue c ON c.id = u.catalogue_id JOIN catalogue_row r ON r.version_id = u.version_id`

// Since when an item counts that a later version brought: since that version was approved.
const LATER = `SELECT r.item_id AS itemId, min(v.number) AS number, coalesce(v.approved_at, v.created_at) AS at
  FROM catalogue_row r JOIN catalogue_version v ON v.id = r.version_id GROUP BY r.item_id HAVING min(v.number) > 1`

// Number null: the only draft of the catalogue was thrown away.
const NUMBERS = `SELECT c.name, v.number FROM catalogue_item i JOIN catalogue_in_use u ON u.catalogue_id = i.catalogue_id
  JOIN catalogue c ON c.id = i.catalogue_id LEFT JOIN catalogue_version v ON v.id = u.version_id WHERE i.id = ?`

/** Gives the ground of an item for a day; what is worked out once is kept, because thousands of items share it. */
function groundFinder(rules: readonly RuleRecord[]) {
  const kept = new Map<string, DutyGround | null>()
  // Between these days the rules are the same.
  const turns = [
    ...new Set(
      rules.flatMap(({ effectiveFrom, effectiveTo }) => [
        ...(effectiveFrom === null ? [] : [effectiveFrom]),
        ...(effectiveTo === null ? [] : [dateOf(dayNumber(effectiveTo) + 1)]),
      ]),
    ),
  ].toSorted()
  return (row: Row, own: DeadlineRule | null): WantedItem['groundOn'] => {
    const { deadlineText, legalBasis, regime } = row
    const item = { deadlineText, deadlineRule: own, legalBasis }
    if (own === null || saysWhen(own)) {
      const ground = groundFor(item, rules, regime, '')
      return () => ground
    }
    return (day) => {
      const turn = turns.findLast((one) => one <= day) ?? ''
      const key = `${regime} ${own.class} ${turn} ${deadlineText}`
      let ground = kept.get(key)
      if (ground === undefined) kept.set(key, (ground = groundFor(item, rules, regime, day)))
      return ground
    }
  }
}

/**
 * Reads what duties there should be: the items of the versions in use, by which rule each is due, and which units keep
 * them and to which they do not apply.
 * @example wantedDuties(store, rulesOf(store.read), '2026-11-23').of(itemId, 'township')
 */
export function wantedDuties(
  store: Pick<Store, 'read' | 'database'>,
  rules: readonly RuleRecord[],
  today: CivilDate,
): WantedDuties {
  const { database, read } = store
  const later = new Map(
    database
      .prepare<[], { itemId: string; at: string }>(LATER)
      .all()
      .map(({ itemId, at }) => [itemId, at]),
  )
  const items = new Map<string, WantedItem>()
  const groundOf = groundFinder(rules)
  for (const row of database.prepare<[], Row>(ITEMS).iterate()) {
    const own = row.deadlineRule === null ? null : (JSON.parse(row.deadlineRule) as DeadlineRule)
    const groundOn = groundOf(row, own)
    const rule = groundOn(today)?.rule ?? own
    items.set(row.itemId, {
      itemId: row.itemId,
      catalogueId: row.catalogueId,
      regime: row.regime,
      title: itemTitle({ itemLevel1: row.level1, itemLevel2: row.level2, itemLevel3: row.level3 }),
      groundOn,
      periodClass: rule && periodClassOf(rule),
      disclosedHere: disclosedHere({
        disclosureMode: row.mode,
        disclosureScope: row.scope,
        levels: JSON.parse(row.levels) as string[],
      }),
      since: civilDateOf(later.get(row.itemId) ?? row.createdAt),
      takenOver: row.takenOver === 1 && !later.has(row.itemId),
    })
  }
  const disabled = new Set(read.unit.list().flatMap((unit) => (unit.disabled ? [unit.id] : [])))
  const keepers = new Map<string, string[]>()
  for (const { catalogueId, unitId } of read.catalogue.units()) {
    if (disabled.has(unitId)) continue
    const list = keepers.get(catalogueId) ?? []
    list.push(unitId)
    keepers.set(catalogueId, list)
  }
  // The newest word counts.
  const left = new Map(
    read.catalogue.unitLeaves().map((one) => [`${one.unitId} ${one.catalogueId}`, one.reason]),
  )
  const differing = new Map(read.catalogue.unitItems().map((one) => [`${one.unitId} ${one.itemId}`, one]))
  const numbers = database.prepare<[string], { name: string; number: number | null }>(NUMBERS)
  const notListed = (itemId: string): Wanted => {
    const { name = '', number = null } = numbers.get(itemId) ?? {}
    return number === null
      ? { without: `《${name}》草稿已撤销，不再列入该事项`, gone: true }
      : { without: `目录第${number}版不再列入该事项` }
  }
  return {
    items,
    keepers: (catalogueId) => keepers.get(catalogueId) ?? [],
    of: (itemId, unitId) => {
      const item = items.get(itemId)
      if (!item) return notListed(itemId)
      if (disabled.has(unitId)) return { without: '单位已停用' }
      if (!(keepers.get(item.catalogueId) ?? []).includes(unitId)) {
        const why = left.get(`${unitId} ${item.catalogueId}`)
        return { without: why === undefined ? '本单位不再执行该目录' : `本单位不再执行该目录：${why}` }
      }
      const own = differing.get(`${unitId} ${itemId}`)
      if (own && !own.applies) return { without: `该事项在本单位不适用：${own.reason}` }
      if (!item.disclosedHere) return { without: '该事项不在本级主动公开' }
      if (item.periodClass === null) return { without: '公开时限已改，不再按期公开' }
      return { item, assigneeId: own?.assigneeId ?? null }
    },
  }
}
