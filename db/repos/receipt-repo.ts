import { type CountyDatabase, inSuccession, wordCountsUpTo } from '../../domain/exchange/county-succession.ts'
import type { HeldMark } from '../../domain/exchange/receipt.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import { receipt, receiptItem } from '../schema/receipt.ts'

const { and, desc, eq, getTableColumns, ne } = orm

/** A receipt as stored; `document` is the file as it came. */
export type StoredReceipt = typeof receipt.$inferSelect

/** A receipt as lists need it: without the file, with who took it in. */
export type ReceiptRow = Omit<StoredReceipt, 'document'> & { readonly takenByName: string | null }

/** What a receipt says of one change, as stored. */
export type StoredReceiptItem = typeof receiptItem.$inferSelect

/** The newest word of the county on a change that still counts. */
export type ValidItem = Pick<
  StoredReceiptItem,
  'change' | 'result' | 'faultCode' | 'faultParams' | 'remarks' | 'receiptId'
>

/** A change of this database, as a receipt must name it. */
export type OutboxChange = {
  readonly change: number
  readonly kind: 'EDITION' | 'WITHDRAWAL'
  readonly editionId: number
  readonly hash: string
  readonly indexNumber: string
  readonly editionNumber: number
  readonly noticeId: string
}

/** A receipt, and what decides which of several has the last word. */
type Speaker = {
  readonly id: number
  readonly number: number
  readonly cameAs: 'FILE' | 'CODE'
  readonly county: string
}

/** A database of the county as its receipts show it: the first one that did not come late, and the one with the lowest number. */
type StoredCounty = {
  readonly id: string
  readonly firstId: number
  readonly established: number | null
  readonly lowestId: number
}

/**
 * The mark of a stored receipt; null while the county had taken nothing in.
 * @example heldOf(row)?.change
 */
export function heldOf(
  row: Pick<StoredReceipt, 'heldInstanceId' | 'heldSequence' | 'heldSeal' | 'heldChange'>,
): HeldMark | null {
  const { heldInstanceId, heldSequence, heldSeal, heldChange } = row
  if (heldInstanceId === null || heldSequence === null || heldSeal === null || heldChange === null)
    return null
  return { instanceId: heldInstanceId, sequence: heldSequence, seal: heldSeal, change: heldChange }
}

/**
 * Reading receipts and what they say of changes.
 * @example receiptReads(db).newestItems(instanceId, 1, 200).get(7)?.result // 'ACCEPTED'
 */
export function receiptReads(db: Drizzle) {
  const { document: _, ...listed } = getTableColumns(receipt)
  const rows = () =>
    db
      .select({ ...listed, takenByName: account.name })
      .from(receipt)
      .leftJoin(account, eq(account.id, receipt.takenBy))
  const counties = db.$client.prepare<[], StoredCounty>(
    `SELECT r.county_instance_id AS id, min(r.id) AS firstId, min(CASE WHEN r.place <> 'LATE' THEN r.id END) AS established,
       (SELECT l.id FROM receipt l WHERE l.county_instance_id = r.county_instance_id ORDER BY l.number, l.id LIMIT 1) AS lowestId
     FROM receipt r GROUP BY r.county_instance_id`,
  )
  const heldIn = db.$client.prepare<
    [number],
    { readonly instanceId: string | null; readonly change: number | null }
  >('SELECT held_instance_id AS instanceId, held_change AS "change" FROM receipt WHERE id = ?')
  const formerIn = db.$client
    .prepare<[number], string | null>(
      `SELECT json_extract(document, '$.county.instance.former') FROM receipt WHERE id = ? AND came_as = 'FILE'`,
    )
    .pluck()
  // A receipt never changes, and may hold a hundred thousand lines: what it says of its county is read once.
  const formers = new Map<number, readonly string[]>()
  const formerOf = (firstId: number): readonly string[] => {
    const known = formers.get(firstId)
    if (known) return known
    const former = JSON.parse(formerIn.get(firstId) ?? '[]') as readonly string[]
    formers.set(firstId, former)
    return former
  }
  // A restored county goes on from its backup. Where the receipt before the lowest on record is not one of a former database from which the
  // package could be next, the restored one gave receipts that never came.
  const unheard = db.$client.prepare<[number, string]>(
    `SELECT 1 FROM receipt l LEFT JOIN package_offer p ON p.sequence = l.sequence AND p.instance_id = l.instance_id
     WHERE l.id = ? AND l.number > 1 AND NOT EXISTS (
       SELECT 1 FROM receipt b WHERE b.number = l.number - 1 AND b.county_instance_id IN (SELECT value FROM json_each(?))
         AND (l.verdict = 'HELD' OR coalesce(p.first_change, 1) = 1
           OR b.held_instance_id = l.instance_id AND b.held_change + 1 >= p.first_change))`,
  )
  const succession = (): readonly CountyDatabase[] =>
    inSuccession(
      counties.all().map(({ id, firstId, established, lowestId }) => {
        const { instanceId = null, change = null } = heldIn.get(lowestId) ?? {}
        const held = instanceId === null || change === null ? null : { instanceId, change }
        const former = formerOf(established ?? firstId)
        return { id, former, established, held, unheard: isUnheard(lowestId, former) }
      }),
    )
  const isUnheard = (lowestId: number, former: readonly string[]): boolean =>
    former.length > 0 && unheard.get(lowestId, JSON.stringify(former)) !== undefined
  // In the order in which they speak: the last word on a change counts. Within one database of the county its numbers order, not the days.
  const itemsBetween = db.$client.prepare<
    [number, number, string],
    ValidItem & { readonly number: number; readonly cameAs: 'FILE' | 'CODE'; readonly county: string }
  >(
    `SELECT i.change, i.result, i.fault_code AS faultCode, i.fault_params AS faultParams, i.remarks,
            i.receipt_id AS receiptId, r.number, r.came_as AS cameAs, r.county_instance_id AS county
     FROM receipt_item i CROSS JOIN receipt r ON r.id = i.receipt_id
     WHERE i.change BETWEEN ? AND ? AND r.instance_id = ?`,
  )
  const passedBetween = db.$client
    .prepare<[number, number, string], number>(
      `SELECT x.change FROM package_passed_over x CROSS JOIN package_offer p ON p.sequence = x.sequence
       WHERE x.change BETWEEN ? AND ? AND p.instance_id = ?`,
    )
    .pluck()
  // One list, not a question each: a receipt may name a hundred thousand. CROSS JOIN keeps this order whatever statistics say.
  const changesOf = db.$client.prepare<[string], OutboxChange>(
    `SELECT o.id AS "change", o.kind, o.edition_id AS editionId, e.hash, e.index_number AS indexNumber,
            e.edition_number AS editionNumber, e.notice_id AS noticeId
     FROM json_each(?) named CROSS JOIN outbox o ON o.id = named.value CROSS JOIN edition e ON e.id = o.edition_id`,
  )
  const changes = (numbers: readonly number[]): Map<number, OutboxChange> =>
    new Map(changesOf.all(JSON.stringify(numbers)).map((own) => [own.change, own]))
  const speakingOf = db.$client.prepare<[string], Speaker>(
    `SELECT id, number, came_as AS cameAs, county_instance_id AS county FROM receipt WHERE instance_id = ?`,
  )
  const namedBy = db.$client
    .prepare<[number, number], number>('SELECT change FROM receipt_item WHERE receipt_id = ? AND change <= ?')
    .pluck()
  const newestItems = (instanceId: string, first: number, last: number): Map<number, ValidItem> => {
    const order = succession()
    const place = new Map(
      order.map(({ id }, at) => [id, { at, limit: wordCountsUpTo(order, at, instanceId) }]),
    )
    const passedOver = new Set(passedBetween.all(first, last, instanceId))
    type Ranked = ValidItem & { readonly rank: readonly [number, number, number] }
    const newest = new Map<number, Ranked>()
    for (const { number, cameAs, county, ...item } of itemsBetween.all(first, last, instanceId)) {
      const { at, limit } = place.get(county) ?? { at: 0, limit: 0 }
      // What a restored county holds up to a mark need not hold a number that a package passed over.
      if (item.change > limit || (limit !== Number.POSITIVE_INFINITY && passedOver.has(item.change))) continue
      const rank = [at, number, cameAs === 'FILE' ? 1 : 0] as const
      const known = newest.get(item.change)
      if (!known || isAbove(rank, known.rank)) newest.set(item.change, { ...item, rank })
    }
    return new Map([...newest].map(([change, { rank: _rank, ...item }]) => [change, item]))
  }
  const isLastWord = (instanceId: string, receiptId: number): ((change: number) => boolean) => {
    const order = succession()
    const place = new Map(order.map(({ id }, at) => [id, at]))
    const ranked = speakingOf.all(instanceId).map(({ id, number, cameAs, county }) => {
      const at = place.get(county) ?? 0
      return {
        id,
        rank: [at, number, cameAs === 'FILE' ? 1 : 0],
        limit: wordCountsUpTo(order, at, instanceId),
      }
    })
    const own = ranked.find(({ id }) => id === receiptId)
    if (!own) return () => false
    let passed: ReadonlySet<number> | undefined
    const counts = (change: number, limit: number): boolean => {
      if (change > limit) return false
      if (limit === Number.POSITIVE_INFINITY) return true
      passed ??= new Set(passedBetween.all(1, Number.MAX_SAFE_INTEGER, instanceId))
      return !passed.has(change)
    }
    // By receipts, not by their lines: nearly always none stands above the one that has just come.
    const overtaken = new Set(
      ranked
        .filter(({ rank }) => isAbove(rank, own.rank))
        .flatMap(({ id, limit }) =>
          namedBy.all(id, Math.min(limit, Number.MAX_SAFE_INTEGER)).filter((change) => counts(change, limit)),
        ),
    )
    return (change) => counts(change, own.limit) && !overtaken.has(change)
  }
  return {
    /** Receipts, newest first. */
    list: (limit: number): ReceiptRow[] => rows().orderBy(desc(receipt.id)).limit(limit).all(),
    /** One receipt. */
    byId: (id: number): ReceiptRow | undefined => rows().where(eq(receipt.id, id)).get(),
    /** The receipt as it came: its digest and the file. */
    stored: (id: number): StoredReceipt | undefined =>
      db.select().from(receipt).where(eq(receipt.id, id)).get(),
    /** What is on record under a county's instance and number; a printed code and its file may both be there. */
    byNumber: (countyInstanceId: string, number: number): ReceiptRow[] =>
      rows()
        .where(and(eq(receipt.countyInstanceId, countyInstanceId), eq(receipt.number, number)))
        .all(),
    /** Receipts about one package of an instance, newest number last. */
    aboutPackage: (instanceId: string, sequence: number): ReceiptRow[] =>
      rows()
        .where(and(eq(receipt.sequence, sequence), eq(receipt.instanceId, instanceId)))
        .orderBy(receipt.id)
        .all(),
    /**
     * The receipt by which the county stands: the newest that did not come late; undefined before the first.
     */
    standing: (): ReceiptRow | undefined =>
      rows().where(ne(receipt.place, 'LATE')).orderBy(desc(receipt.id)).limit(1).get(),
    /** Databases of the county by their ids, in the order in which they followed each other; the last one counts. */
    countyInstances: (): string[] => succession().map(({ id }) => id),
    /** The same with what they held and were before. */
    succession,
    /** Numbers on record of one database of the county, ascending. */
    numbers: (countyInstanceId: string): number[] =>
      db
        .selectDistinct({ number: receipt.number })
        .from(receipt)
        .where(eq(receipt.countyInstanceId, countyInstanceId))
        .orderBy(receipt.number)
        .all()
        .map(({ number }) => number),
    /** A change of the outbox as a receipt must name it; undefined when the outbox has none such. */
    change: (change: number): OutboxChange | undefined => changes([change]).get(change),
    /** The same for many at once; what the outbox does not have is not among them. Outbox and texts are never changed. */
    changes,
    /** For a receipt about the instance: whether its word on a change counts and no other receipt has overtaken it. */
    isLastWord,
    /** What one receipt says, by change. */
    items: (receiptId: number): StoredReceiptItem[] =>
      db.select().from(receiptItem).where(eq(receiptItem.receiptId, receiptId)).all(),
    /**
     * For each change of this database from `first` to `last` the newest word of the county that counts; what a former database of the
     * county said and the restored one does not hold is left out.
     */
    newestItems,
    /** The same for one change. */
    newestItem: (instanceId: string, change: number): ValidItem | undefined =>
      newestItems(instanceId, change, change).get(change),
  }
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((part, place) => part !== other[place])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}

/** What a receipt says of each change, made ready for `add`. */
export type ItemsToAdd = { readonly json: string }

/**
 * Makes the lines of a receipt ready to be written in one go, before the transaction, which keeps everybody who writes waiting.
 * @example write.receipt.add(row, itemsToAdd(items))
 */
export function itemsToAdd(items: readonly Omit<StoredReceiptItem, 'receiptId'>[]): ItemsToAdd {
  return {
    json: JSON.stringify(
      items.map(({ change, result, faultCode, faultParams, remarks }) => [
        change,
        result,
        faultCode,
        faultParams,
        remarks,
      ]),
    ),
  }
}

/**
 * Writing receipts; they are added, never changed.
 * @example receiptWrites(db).add(row, itemsToAdd(items))
 */
export function receiptWrites(db: Drizzle) {
  const addItems = db.$client.prepare<[number, string]>(
    `INSERT INTO receipt_item (receipt_id, change, result, fault_code, fault_params, remarks)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
  )
  return {
    /** Puts a receipt on record with what it says of each change; gives its number here. */
    add: (row: Omit<StoredReceipt, 'id'>, items: ItemsToAdd): number => {
      const receiptId = Number(db.insert(receipt).values(row).run().lastInsertRowid)
      addItems.run(receiptId, items.json)
      return receiptId
    },
  }
}
