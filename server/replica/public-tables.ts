import { GLASS_TABLES } from './glass-tables.ts'
import { NO_TIME, NONE, OFFICE, type PublicTable, same, take } from './public-table.ts'
import { TABLES_KEPT_BACK } from './tables-kept-back.ts'

/**
 * The allow-list of the public snapshot: for every table of the schema what of it leaves the office's database, and for every
 * column whether it does. What is not named here does not travel, and a table or column without a decision fails a test.
 * Whatever the public may not read now (drafts, withdrawn texts, what goes to named persons or a limited circle, what has run
 * out, persons, reasons of the office) is replaced here by a neutral value, not on the replica.
 * @example PUBLIC_TABLES['account'] // one neutral row, nobody's name
 */
export const PUBLIC_TABLES: Readonly<Record<string, PublicTable>> = {
  ...Object.fromEntries(TABLES_KEPT_BACK.map((name) => [name, { taken: false }] as const)),
  // the office
  instance: take('instance t', 't.id', { ...same('t', 'id', 'created_at'), restored_at: 'NULL' }),
  office: take('office t', 't.only', {
    ...same(
      't',
      'only',
      'name',
      'uscc',
      'region_code',
      'telephone',
      'address',
      'opening_hours',
      'updated_at',
    ),
    index_template: NONE,
  }),
  account: take('(SELECT 1)', '1', {
    id: OFFICE,
    name: NONE,
    roles: "'[]'",
    password_hash: NONE,
    password_set_by_other: '1',
    disabled: '1',
    created_at: NO_TIME,
  }),
  unit: take('unit t', 't.parent_id IS NOT NULL, t.id', {
    ...same('t', 'id', 'name', 'kind', 'parent_id', 'position', 'disabled'),
  }),
  // The log stays; one neutral event carries the instant of the newest record, by which a replica judges its clock.
  audit_event: take('shown_instant i', 'i.at', {
    sequence: '1',
    at: 'i.at',
    actor_id: OFFICE,
    actor_name: NONE,
    action: "'office.update'",
    subject_kind: "'office'",
    subject_id: OFFICE,
    detail: "'{}'",
    previous_hash: NONE,
    hash: "'snapshot'",
  }),

  // catalogues: of each item that something hangs on, the words the kiosk shows
  catalogue: take('catalogue t JOIN shown_catalogue s ON s.id = t.id', 't.id', {
    ...same('t', 'id', 'name', 'regime', 'created_at'),
  }),
  catalogue_item: take('catalogue_item t JOIN shown_item s ON s.id = t.id', 't.id', {
    ...same('t', 'id', 'catalogue_id'),
  }),
  catalogue_version: take('shown_catalogue s', 's.id', {
    id: 's.id',
    catalogue_id: 's.id',
    number: '1',
    state: "'APPROVED'",
    source_file: NONE,
    columns: "'[]'",
    created_by: 'NULL',
    created_at: NO_TIME,
    submitted_by: 'NULL',
    submitted_at: 'NULL',
    approved_by: 'NULL',
    approved_at: NO_TIME,
    filed_by: 'NULL',
    filed_on: 'NULL',
    filed_with: NONE,
    filing_number: NONE,
    return_reason: NONE,
  }),
  catalogue_row: take(
    'shown_item s JOIN catalogue_row t ON t.version_id = s.version_id AND t.item_id = s.id',
    't.item_id',
    {
      version_id: 's.catalogue_id',
      ...same('t', 'item_id', 'position', 'item_level1', 'item_level2', 'item_level3', 'publishing_unit'),
      ...same('t', 'audience', 'disclosure_scope', 'disclosure_mode'),
      serial: NONE,
      content_elements: NONE,
      legal_basis: NONE,
      deadline_text: NONE,
      deadline_rule: 'NULL',
      deadline_rule_set: '0',
      display_period: 'NULL',
      channels: "'[]'",
      audience_note: NONE,
      levels: "'[]'",
      extra: "'{}'",
      source_sheet: NONE,
      source_row: '0',
    },
  ),
  // How far an item goes that is not for everybody, so that what hangs on it stays shut on the replica too.
  item_former_scope: take('shown_closed_item s', 's.item_id', {
    item_id: 's.item_id',
    disclosure_scope: 's.scope',
  }),

  // notices: the working copy stays; a neutral row bears the number
  notice: take('shown_notice s LEFT JOIN notice t ON t.id = s.id', 's.id', {
    id: 's.id',
    state: 's.state',
    index_number: 't.index_number',
    title: NONE,
    catalogue_item_id: 'NULL',
    revision: '0',
    handler_id: OFFICE,
    updated_by: OFFICE,
    created_at: NO_TIME,
    updated_at: NO_TIME,
    content: "'{}'",
  }),
  submission: take('(SELECT 1)', '1', {
    id: OFFICE,
    notice_id: OFFICE,
    hash: NONE,
    content: "'{}'",
    submitted_by: OFFICE,
    submitted_at: NO_TIME,
    closed: '1',
    revision: '0',
    catalogue_item_id: 'NULL',
    placement: 'NULL',
    chain: "'[]'",
    emergency_reason: NONE,
    author_ids: "'[]'",
    mode_reason: NONE,
    item_words: 'NULL',
  }),

  // editions: text only of what may be read now; of the rest what a code on paper or a tombstone says
  edition: take('shown_edition s JOIN edition t ON t.id = s.id', 't.id', {
    ...same('t', 'id', 'notice_id', 'edition_number', 'hash', 'index_number', 'publish_date', 'state'),
    submission_id: OFFICE,
    published_by: OFFICE,
    published_at: `iif(s.open, t.published_at, ${NO_TIME})`,
    title: `iif(s.titled, t.title, ${NONE})`,
    notice_kind: `iif(s.open, t.notice_kind, 'OTHER')`,
    document_number: `iif(s.open, t.document_number, ${NONE})`,
    public_group_id: 't.public_group_id',
    content: `iif(s.open, t.content, '{}')`,
  }),
  public_group: take('shown_group s JOIN public_group t ON t.id = s.id', 't.id', {
    ...same('t', 'id', 'name', 'catalogue_name', 'regime'),
    published_count: 's.count',
  }),
  edition_item: take('shown_edition s JOIN edition_item t ON t.edition_id = s.id', 't.edition_id', {
    ...same('t', 'edition_id', 'item_id'),
  }),
  edition_record: take('shown_edition s JOIN edition_record t ON t.edition_id = s.id', 't.edition_id', {
    ...same('t', 'edition_id', 'unit_id', 'change_kind', 'expires_at'),
    retention: "'PERMANENT'",
    retain_until: 'NULL',
    change_note: `iif(s.open, t.change_note, ${NONE})`,
  }),
  standing_expiry: take('shown_edition s JOIN standing_expiry t ON t.edition_id = s.id', 't.edition_id', {
    ...same('t', 'expires_at', 'edition_id'),
  }),
  withdrawal: take('shown_edition s JOIN withdrawal t ON t.edition_id = s.id', 't.edition_id', {
    ...same('t', 'notice_id', 'edition_id', 'reason', 'note', 'hide_title', 'at', 'withdrawn_date'),
    account_id: OFFICE,
  }),
  withdrawal_detail: take('shown_edition s JOIN withdrawal_detail t ON t.edition_id = s.id', 't.edition_id', {
    ...same('t', 'edition_id'),
    // What it went into is named only while that may be read itself.
    consolidated_into: `iif(t.consolidated_into IN (
      SELECT e.index_number FROM edition e JOIN shown_edition o ON o.id = e.id AND o.open WHERE e.state = 'PUBLISHED'),
      t.consolidated_into, ${NONE})`,
    order_authority: NONE,
    order_number: NONE,
  }),
  notice_validity: take('shown_validity s JOIN notice_validity t ON t.sequence = s.sequence', 't.sequence', {
    ...same('t', 'sequence', 'notice_id', 'standing', 'effective_on', 'reason'),
    replaced_by: 's.replaced_by',
    proposed_by: OFFICE,
    proposed_at: NO_TIME,
  }),
  notice_validity_decision: take('shown_validity s', 's.sequence', {
    validity_sequence: 's.sequence',
    decision: "'CONFIRMED'",
    reason: NONE,
    decided_by: OFFICE,
    decided_at: NO_TIME,
  }),
  notice_term: take('shown_notice s JOIN notice_term t ON t.notice_id = s.id AND s.open', 't.notice_id', {
    ...same('t', 'notice_id', 'valid_to'),
  }),
  takeover: take('shown_edition s JOIN takeover t ON t.edition_id = s.id AND s.open', 't.edition_id', {
    ...same('t', 'edition_id', 'until', 'ended_at'),
  }),

  // 公示: its spans and what came of it; nobody who objected
  public_display: take('shown_display s JOIN public_display t ON t.id = s.id', 't.id', {
    ...same('t', 'id', 'notice_id', 'edition_id', 'unit_id'),
    created_by: OFFICE,
    created_at: NO_TIME,
  }),
  display_run: take('shown_display s JOIN display_run t ON t.display_id = s.id', 't.sequence', {
    ...same('t', 'sequence', 'display_id', 'number', 'kind', 'edition_id', 'starts_on', 'ends_on', 'term'),
    ...same('t', 'provisional', 'reason'),
    account_id: OFFICE,
    at: NO_TIME,
  }),
  display_stop: take('shown_display s JOIN display_stop t ON t.display_id = s.id', 't.sequence', {
    ...same('t', 'sequence', 'run_sequence', 'display_id', 'kind', 'on_day', 'reason'),
    account_id: OFFICE,
    at: NO_TIME,
  }),
  display_result: take('shown_result s JOIN display_result t ON t.id = s.id', 't.id', {
    ...same('t', 'id', 'display_id', 'run_sequence', 'kind', 'text'),
    proposed_by: OFFICE,
    proposed_at: NO_TIME,
  }),
  display_result_decision: take(
    'shown_result s JOIN display_result_decision t ON t.result_id = s.id',
    't.result_id',
    {
      ...same('t', 'result_id', 'decision', 'decided_on'),
      reason: NONE,
      decided_by: OFFICE,
      decided_at: NO_TIME,
    },
  ),

  // matters: what they are called inside stays; the public title is that of a notice
  matter: take('shown_matter s JOIN matter t ON t.id = s.id', 't.id', {
    ...same('t', 'id', 'unit_id', 'kind'),
    title: "'—'",
    target: NONE,
    measures: NONE,
    owner: NONE,
    created_by: OFFICE,
    created_at: NO_TIME,
    edited_by: OFFICE,
    edited_at: NO_TIME,
  }),
  matter_notice: take('shown_link s JOIN matter_notice t ON t.sequence = s.sequence', 't.sequence', {
    ...same('t', 'sequence', 'matter_id', 'notice_id', 'role', 'consultation_id', 'linked'),
    account_id: OFFICE,
    at: NO_TIME,
  }),
  consultation: take(
    'consultation t WHERE t.id IN (SELECT consultation_id FROM shown_link WHERE consultation_id IS NOT NULL)',
    't.id',
    {
      ...same('t', 'id', 'matter_id', 'opened_on', 'closes_on'),
      opens_on: 'NULL',
      amount: '1',
      unit: "'day'",
      channels: "'[]'",
      shorter_reason: NONE,
      planned_by: OFFICE,
      planned_at: NO_TIME,
      dropped_by: 'NULL',
      dropped_at: 'NULL',
    },
  ),

  // lists: what is in force today, without what was taken away as personal
  list_register: take('shown_list s JOIN list_register t ON t.id = s.id', 't.id', {
    ...same('t', 'id', 'unit_id', 'kind'),
    created_by: OFFICE,
    created_at: NO_TIME,
  }),
  list_change_set: take('shown_change_set s JOIN list_change_set t ON t.id = s.id', 't.id', {
    ...same('t', 'id', 'list_id', 'reason', 'legal_basis', 'effective_on'),
    name: 's.name',
    columns: 's.columns',
    personal: 's.personal',
    source_file: NONE,
    proposed_by: OFFICE,
    proposed_at: NO_TIME,
  }),
  list_change: take(
    'shown_change s JOIN list_change t ON t.change_set_id = s.change_set_id AND t.row_id = s.row_id',
    't.change_set_id, t.position',
    {
      ...same('t', 'change_set_id', 'position', 'row_id', 'kind', 'place'),
      cells: 's.cells',
      base: 'iif(t.base IS NULL, NULL, t.change_set_id)',
    },
  ),
  list_decision: take('shown_change_set s JOIN list_decision t ON t.change_set_id = s.id', 't.sequence', {
    ...same('t', 'sequence', 'change_set_id', 'decision', 'personal'),
    reason: NONE,
    decided_by: OFFICE,
    decided_at: NO_TIME,
  }),

  // the calendar: days are counted on the replica by the same one
  calendar_change: take('(SELECT 1)', '1', {
    id: '1',
    kind: "'YEAR'",
    summary: NONE,
    file_name: NONE,
    signed_by: NONE,
    account_id: OFFICE,
    at: NO_TIME,
    moved_count: '0',
  }),
  calendar_year: take('calendar_year t', 't.year, t.version', {
    ...same('t', 'year', 'version', 'days'),
    source: NONE,
    change_id: '1',
  }),
  calendar_day: take('calendar_day t WHERE t.removed_by_change_id IS NULL', 't.id', {
    ...same('t', 'id', 'date', 'kind', 'name'),
    reason: NONE,
    change_id: '1',
    removed_by_change_id: 'NULL',
  }),

  // languages and codes
  script_order: take('script_order t', 't.sequence', {
    ...same(
      't',
      'sequence',
      'effective_from',
      'language',
      'lead',
      'layout',
      'size_ratio',
      'basis',
      'basis_read',
    ),
    account_id: OFFICE,
    at: NO_TIME,
  }),
  code_address: take(
    'code_address t WHERE t.sequence = (SELECT max(sequence) FROM code_address)',
    't.sequence',
    { ...same('t', 'sequence', 'address'), account_id: OFFICE, at: NO_TIME },
  ),

  ...GLASS_TABLES,
}
