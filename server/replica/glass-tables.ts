import { NO_TIME, OFFICE, type PublicTable, same, take } from './public-table.ts'

/**
 * What of the tables that say how kiosk and screens show things leaves the office's database with a snapshot.
 * @example GLASS_TABLES['kiosk_setting'] // the newest row, without who set it
 */
export const GLASS_TABLES: Readonly<Record<string, PublicTable>> = {
  // the kiosk: how it behaves. The maintenance PIN does not travel: a short number is guessed from any hash.
  kiosk_setting: take(
    'kiosk_setting t WHERE t.sequence = (SELECT max(sequence) FROM kiosk_setting)',
    't.sequence',
    {
      ...same('t', 'sequence', 'idle_seconds', 'warning_seconds', 'attract', 'reading_room'),
      account_id: OFFICE,
      at: NO_TIME,
    },
  ),

  // the initials pad: readings of titles that stand, and the office's words for one thing
  title_reading: take(
    'shown_edition s JOIN title_reading t ON t.edition_id = s.id AND s.open',
    't.edition_id',
    {
      ...same('t', 'edition_id', 'reading', 'version'),
    },
  ),
  search_word: take(
    `search_word t WHERE t.kind = 'SYNONYM' AND t.id NOT IN (SELECT search_word_id FROM search_word_end)`,
    't.id',
    { ...same('t', 'id', 'kind', 'word', 'value'), account_id: OFFICE, at: NO_TIME },
  ),

  // where things stand: counted anew over what is taken
  public_shelf: take('shown_shelf s JOIN public_shelf t ON t.id = s.id', 't.id', {
    ...same('t', 'id', 'public_group_id', 'item', 'notice_kind', 'unit_id'),
    published_count: 's.count',
  }),
  standing_shelf: take('shown_edition s JOIN standing_shelf t ON t.edition_id = s.id', 't.edition_id', {
    ...same('t', 'shelf_id', 'edition_id'),
  }),
  standing_unit: take('shown_edition s JOIN standing_unit t ON t.edition_id = s.id', 't.edition_id', {
    ...same('t', 'edition_id', 'unit_id', 'regime'),
  }),
  content_group_choice: take(
    'shown_group s JOIN content_group_choice t ON t.public_group_id = s.id',
    't.sequence',
    { ...same('t', 'sequence', 'public_group_id', 'content_group'), account_id: OFFICE, at: NO_TIME },
  ),

  // screens in use, as they stand now; what they told stays
  screen: take('shown_screen s JOIN screen t ON t.id = s.id', 't.id', {
    ...same('t', 'id'),
    created_by: OFFICE,
    created_at: NO_TIME,
  }),
  screen_version: take(
    'shown_screen s JOIN screen_version t ON t.screen_id = s.id AND t.number = s.number',
    't.screen_id',
    { ...same('t', 'screen_id', 'number', 'unit_id', 'definition'), account_id: OFFICE, at: NO_TIME },
  ),
  // By these a replica knows a screen from a stranger on the network: hashes of long random texts, of what is paired now.
  screen_pairing: take(
    `shown_screen s JOIN screen_pairing t ON t.screen_id = s.id
      AND t.id NOT IN (SELECT pairing_id FROM screen_unpairing)`,
    't.id',
    { ...same('t', 'id', 'screen_id', 'token_hash', 'at'), account_id: OFFICE },
  ),
  takeover_screen: take(
    'shown_notice s JOIN takeover_screen t ON t.notice_id = s.id AND s.open',
    't.notice_id',
    same('t', 'notice_id', 'screen_ids'),
  ),
}
