import type { CatalogueRow, DisclosureScope } from './catalogue-item.ts'

/** Words for the persons a matter is about, as the note beside 特定群体 names them. */
const PERSONS_CONCERNED = /申请人|当事人|受指派|被指派|本人|申请者|受援人|相对人|被处罚人|被征收人本人/u

/**
 * How far what is disclosed under a row may go. Only 精准推送, on request for a specific group, or a note that names
 * the persons concerned: NAMED_PERSONS, never on a board (domain book §3.3, legal aid). Any other specific group:
 * LIMITED_CIRCLE. Else PUBLIC.
 * @example disclosureScopeOf({ channels: ['精准推送'], audience: 'ALL', audienceNote: '', disclosureMode: 'PROACTIVE' }) // 'NAMED_PERSONS'
 */
export function disclosureScopeOf(
  row: Pick<CatalogueRow, 'channels' | 'audience' | 'audienceNote' | 'disclosureMode'>,
): DisclosureScope {
  if (row.channels.length > 0 && row.channels.every((channel) => channel.startsWith('精准推送'))) {
    return 'NAMED_PERSONS'
  }
  if (row.audience !== 'SPECIFIC_GROUP') return 'PUBLIC'
  const named = row.disclosureMode === 'ON_REQUEST' || PERSONS_CONCERNED.test(row.audienceNote)
  return named ? 'NAMED_PERSONS' : 'LIMITED_CIRCLE'
}
