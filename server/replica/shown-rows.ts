import type { Store } from '../../db/store.ts'
import { concealedTexts } from '../../domain/register/concealed-texts.ts'
import { inOrder } from '../../domain/register/list-as-of.ts'
import type { ListCells, ListColumn } from '../../domain/register/list-change.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { publicDisplay } from '../display/public-display/public-display-of.ts'
import { expiryTime, heldBack } from '../display/public-views.ts'
import { confirmedOf, standingOf } from '../register/list-views.ts'

const TABLES = `
  CREATE TEMP TABLE shown_instant (at TEXT NOT NULL);
  -- open: its text may be read now. titled: its title may be told.
  CREATE TEMP TABLE shown_edition (id INTEGER PRIMARY KEY, open INTEGER NOT NULL, titled INTEGER NOT NULL);
  CREATE TEMP TABLE held (id INTEGER PRIMARY KEY);
  CREATE TEMP TABLE closed (id INTEGER PRIMARY KEY);
  CREATE TEMP TABLE secret_notice (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TEMP TABLE shown_notice (id TEXT PRIMARY KEY, state TEXT NOT NULL, open INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TEMP TABLE shown_group (id TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TEMP TABLE shown_item (id TEXT PRIMARY KEY, catalogue_id TEXT NOT NULL, version_id TEXT) WITHOUT ROWID;
  CREATE TEMP TABLE shown_closed_item (item_id TEXT PRIMARY KEY, scope TEXT NOT NULL) WITHOUT ROWID;
  CREATE TEMP TABLE shown_catalogue (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TEMP TABLE shown_validity (sequence INTEGER PRIMARY KEY, replaced_by TEXT);
  CREATE TEMP TABLE shown_display (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TEMP TABLE shown_result (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TEMP TABLE shown_link (sequence INTEGER PRIMARY KEY, consultation_id TEXT);
  CREATE TEMP TABLE shown_shelf (id INTEGER PRIMARY KEY, count INTEGER NOT NULL);
  CREATE TEMP TABLE shown_screen (id TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TEMP TABLE shown_matter (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TEMP TABLE shown_list (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TEMP TABLE shown_change_set (id TEXT PRIMARY KEY, name TEXT, columns TEXT, personal INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TEMP TABLE shown_change (change_set_id TEXT NOT NULL, row_id TEXT NOT NULL, cells TEXT,
    PRIMARY KEY (change_set_id, row_id)) WITHOUT ROWID;`

// Of a notice for named persons not even the number leaves; of everything else at least what a code on paper may be told.
const EDITIONS = `
  INSERT INTO shown_edition (id, open, titled)
  SELECT e.id,
    current.id IS NOT NULL AND e.state <> 'WITHDRAWN' AND current.id NOT IN (SELECT id FROM held)
      AND e.id NOT IN (SELECT id FROM closed) AND (r.expires_at IS NULL OR r.expires_at > $instant),
    0
  FROM edition e
  LEFT JOIN edition current ON current.notice_id = e.notice_id AND current.state = 'PUBLISHED'
  LEFT JOIN edition_record r ON r.edition_id = e.id
  WHERE e.notice_id NOT IN (SELECT id FROM secret_notice);

  UPDATE shown_edition SET titled = 1 WHERE open;
  -- A title that was hidden when the notice was taken down stays so, also of its former editions and when its time is over.
  UPDATE shown_edition SET titled = 1 WHERE NOT open AND id NOT IN (SELECT id FROM closed) AND (
    id IN (SELECT edition_id FROM withdrawal)
    OR id IN (SELECT edition_id FROM edition_record WHERE expires_at <= $instant))
    AND id NOT IN (SELECT e.id FROM withdrawal w JOIN edition e ON e.notice_id = w.notice_id AND e.id <= w.edition_id
      WHERE w.hide_title = 1);

  INSERT INTO shown_notice (id, state, open)
  SELECT e.notice_id, iif(max(e.state = 'PUBLISHED'), 'PUBLISHED', 'WITHDRAWN'), max(s.open)
  FROM shown_edition s JOIN edition e ON e.id = s.id GROUP BY e.notice_id;
  -- What the neutral submission belongs to.
  INSERT INTO shown_notice VALUES ('office', 'DRAFT', 0);

  INSERT INTO shown_group (id, count)
  SELECT e.public_group_id, sum(e.state = 'PUBLISHED') FROM shown_edition s JOIN edition e ON e.id = s.id
  GROUP BY e.public_group_id;

  INSERT INTO shown_closed_item (item_id, scope)
  SELECT DISTINCT n.item_id, n.disclosure_scope FROM item_not_public n
  WHERE n.item_id IN (SELECT i.item_id FROM edition_item i JOIN shown_edition s ON s.id = i.edition_id);

  -- The words of an item: by the version in use, else by the newest that has it.
  INSERT INTO shown_item (id, catalogue_id, version_id)
  SELECT c.id, c.catalogue_id, (
    SELECT r.version_id FROM catalogue_row r JOIN catalogue_version v ON v.id = r.version_id
    WHERE r.item_id = c.id AND c.id NOT IN (SELECT item_id FROM shown_closed_item)
    ORDER BY r.version_id = (SELECT u.version_id FROM catalogue_in_use u WHERE u.catalogue_id = c.catalogue_id) DESC,
      v.number DESC LIMIT 1)
  FROM catalogue_item c
  WHERE c.id IN (SELECT i.item_id FROM edition_item i JOIN shown_edition s ON s.id = i.edition_id);
  INSERT INTO shown_catalogue SELECT DISTINCT catalogue_id FROM shown_item;

  INSERT INTO shown_validity (sequence, replaced_by)
  SELECT v.sequence, iif(v.replaced_by IN (SELECT id FROM shown_notice WHERE open), v.replaced_by, NULL)
  FROM notice_validity v JOIN notice_validity_decision d ON d.validity_sequence = v.sequence AND d.decision = 'CONFIRMED'
  WHERE v.effective_on <= $today AND v.notice_id IN (SELECT id FROM shown_notice WHERE open);

  INSERT INTO shown_link (sequence, consultation_id)
  SELECT m.sequence, m.consultation_id FROM matter_notice m JOIN shown_notice s ON s.id = m.notice_id AND s.open
  WHERE m.linked = 1 AND m.sequence = (SELECT max(later.sequence) FROM matter_notice later WHERE later.notice_id = m.notice_id);
  INSERT INTO shown_matter SELECT DISTINCT matter_id FROM matter_notice WHERE sequence IN (SELECT sequence FROM shown_link);

  INSERT INTO shown_shelf (id, count)
  SELECT t.shelf_id, count(*) FROM standing_shelf t JOIN shown_edition s ON s.id = t.edition_id GROUP BY t.shelf_id;

  INSERT INTO shown_screen (id, number)
  SELECT v.screen_id, max(v.number) FROM screen_version v
  WHERE v.screen_id NOT IN (SELECT screen_id FROM screen_end) GROUP BY v.screen_id;

  INSERT INTO shown_display SELECT d.id FROM public_display d JOIN shown_notice s ON s.id = d.notice_id AND s.open;`

/**
 * Says in temporary tables of this connection what of the office the public may see at an instant: the rows that
 * `PUBLIC_TABLES` takes. By the same rules as the public's own answers (`heldBack`, `expiryTime`), never by rules of its own.
 * Gives the instant of the newest record. Reads only.
 * @example findShownRows(store, clock.now())
 */
export function findShownRows(store: Store, now: string): void {
  const { read, database } = store
  database.pragma('temp_store = MEMORY')
  database.exec(TABLES)
  const held = heldBack(read, now)
  const instant = expiryTime(read, now)
  const keepId = (table: string) =>
    database.prepare<[number | string]>(`INSERT OR IGNORE INTO ${table} VALUES (?)`)
  const [heldIds, closedIds, secret] = [keepId('held'), keepId('closed'), keepId('secret_notice')]
  for (const { editionId } of [...read.placement.withheld(), ...read.editionRecord.expired(instant)]) {
    if (held.has({ id: editionId })) heldIds.run(editionId)
  }
  for (const id of read.placement.closedEditions().keys()) closedIds.run(id)
  for (const { noticeId } of read.placement.publishedForNamedPersons()) secret.run(noticeId)
  const parameters: Record<string, string> = { $instant: instant, $today: civilDateOf(now) }
  for (const statement of EDITIONS.split(/;\s*$/mu)) {
    const sql = statement.trim()
    if (sql === '') continue
    const used = Object.entries(parameters).filter(([name]) => sql.includes(name))
    database.prepare(sql).run(Object.fromEntries(used.map(([name, value]) => [name.slice(1), value])))
  }
  findShownResults(store, now)
  findShownLists(store, civilDateOf(now))
  // What has run out by now must stay so on a replica whose clock is in doubt and goes by this instant.
  database.prepare('INSERT INTO shown_instant VALUES (?)').run(newestOf(read.audit.latestInstant(), instant))
}

function newestOf(one: string | null, other: string): string {
  return one !== null && one > other ? one : other
}

/** Results of 公示 that the public is told; what is only proposed, or was answered by a new objection, stays. */
function findShownResults(store: Store, now: string): void {
  const { read, database } = store
  const keep = database.prepare<[string]>('INSERT INTO shown_result VALUES (?)')
  const shown = database
    .prepare(
      `SELECT t.id, n.index_number AS indexNumber FROM shown_display s JOIN public_display t ON t.id = s.id
       JOIN notice n ON n.id = t.notice_id
       WHERE EXISTS (SELECT 1 FROM display_result r WHERE r.display_id = t.id)`,
    )
    .all() as { id: string; indexNumber: string }[]
  const deps = { store, clock: { now: () => now, elapsed: () => 0 } }
  for (const { id, indexNumber } of shown) {
    const told = publicDisplay(deps, indexNumber)
    if (!told.ok || told.value.result === null) continue
    const { text } = told.value.result
    const decided = read.publicDisplay
      .byId(id)
      ?.results.findLast((result) => result.text === text && result.decided?.decision === 'CONFIRMED')
    if (decided) keep.run(decided.id)
  }
}

/** Official lists in force; a text that the public must not read any more becomes a sign that only says whether it was another. */
function findShownLists({ read, database }: Store, today: string): void {
  const keepList = database.prepare<[string]>('INSERT INTO shown_list VALUES (?)')
  const keepSet = database.prepare<[string, string | null, string | null, number]>(
    'INSERT INTO shown_change_set VALUES (?, ?, ?, ?)',
  )
  const keepChange = database.prepare<[string, string, string | null]>(
    'INSERT INTO shown_change VALUES (?, ?, ?)',
  )
  for (const list of read.list.list()) {
    const confirmed = confirmedOf(read.list.changeSets(list.id))
    if (standingOf(read, list.id, confirmed, today) !== 'PUBLIC') continue
    const sets = inOrder(confirmed).filter((set) => set.effectiveOn <= today)
    const concealed = concealedTexts(sets)
    const signs = new Map<string, string>()
    const signOf = (text: string): string => {
      if (text === '') return ''
      const sign = signs.get(text) ?? `■${signs.size + 1}`
      signs.set(text, sign)
      return sign
    }
    keepList.run(list.id)
    for (const [at, set] of sets.entries()) {
      const hidden = concealed[at]?.after
      if (!hidden) continue
      const label = (column: ListColumn) =>
        hidden.label(column.id) ? { ...column, label: signOf(column.label) } : column
      const columns = set.columns?.map(label) ?? null
      keepSet.run(
        set.id,
        set.name !== null && hidden.name ? signOf(set.name) : set.name,
        columns === null ? null : JSON.stringify(columns),
        set.personal ? 1 : 0,
      )
      for (const { rowId, cells } of set.changes) {
        const told = (all: ListCells): ListCells =>
          Object.fromEntries(
            Object.entries(all).map(([id, text]) => [id, hidden.cell(rowId, id) ? signOf(text) : text]),
          )
        keepChange.run(set.id, rowId, cells === null ? null : JSON.stringify(told(cells)))
      }
    }
  }
}
