import { createHash } from 'node:crypto'
import type { Reads, Writes } from '../../../db/store.ts'
import { calendarDifference } from '../../../domain/duty/calendar/calendar-year-check.ts'
import { canonicalJson } from '../../../domain/exchange/canonical-json.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { type CalendarContent, readCalendarFile } from '../../../platform/table/read-calendar-file.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { startUpkeep } from '../upkeep.ts'
import type { CalendarChangeView, CalendarPreview } from '../views.ts'
import { effectiveYears } from './calendar-of.ts'
import { changeViewOf } from './calendar-views.ts'

/** A file, or what was typed in as the JSON of one with an empty name. */
export type CalendarFile = { readonly fileName: string; readonly bytes: Uint8Array }

function signatureOf(read: Reads, { signer }: CalendarContent): CalendarPreview['signature'] {
  if (signer === null) return { state: 'UNSIGNED' }
  const { fingerprint } = signer
  const key = read.calendar.key(fingerprint)
  return key ? { state: 'KNOWN', fingerprint, name: key.name } : { state: 'UNKNOWN_KEY', fingerprint }
}

function previewOf(read: Reads, content: CalendarContent): CalendarPreview {
  const former = new Map(effectiveYears(read).map((year) => [year.year, year.days]))
  const years = content.years.map((year) => ({
    ...year,
    ...calendarDifference(former.get(year.year) ?? [], year.days),
  }))
  // With the difference: what somebody else has taken in since the preview makes it another change.
  const digested = { years, signer: content.signer?.fingerprint ?? '' }
  return {
    digest: createHash('sha256').update(canonicalJson(digested)).digest('hex'),
    years,
    signature: signatureOf(read, content),
  }
}

/**
 * Shows what a calendar file or a typed year would change, and who signed it; nothing is taken. Needs HANDLER,
 * DEPUTY_LEADER or ADMINISTRATOR. Refuses what `readCalendarFile` refuses.
 * @example previewCalendar(deps, handler, { fileName: '2027.json', bytes })
 */
export function previewCalendar(
  deps: Deps,
  principal: Principal,
  file: CalendarFile,
): Result<CalendarPreview> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const content = readCalendarFile(file)
  return content.ok ? accept(previewOf(deps.store.read, content.value)) : content
}

/** What the person decided after the preview. */
export type TakeDecision = {
  readonly digest: string
  /** The person has compared the fingerprint, or the days where nobody signed. */
  readonly confirmed: boolean
  /** How a key that is new is to be called; else the name of the file or the source. */
  readonly keyName?: string
}

/**
 * Takes the years of a file that differ from what is on record, remembers a new key, and has open duties reckoned anew; in the same
 * transaction whatever else the caller does.
 * Needs ADMINISTRATOR or DEPUTY_LEADER. Refuses what `readCalendarFile` refuses, `calendar.preview-outdated` when it is
 * not what was previewed, `calendar.nothing-changed`, and without confirmation `calendar.unsigned` and `calendar.unknown-key`.
 * @example takeCalendar(deps, leader, file, { digest, confirmed: true })
 */
export function takeCalendar(
  deps: Deps,
  principal: Principal,
  file: CalendarFile,
  decision: TakeDecision,
  also: (write: Writes, read: Reads) => Result<unknown> = () => accept(null),
): Result<CalendarChangeView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  const content = readCalendarFile(file)
  if (!content.ok) return content
  const taken = deps.store.tx((write, read): Result<CalendarChangeView> => {
    const { digest, years, signature } = previewOf(read, content.value)
    if (digest !== decision.digest) return refuse('calendar.preview-outdated')
    const changed = years.filter(({ added, removed }) => added.length + removed.length > 0)
    const [first] = changed
    if (!first) return refuse('calendar.nothing-changed')
    if (!decision.confirmed && signature.state === 'UNSIGNED') return refuse('calendar.unsigned')
    if (!decision.confirmed && signature.state === 'UNKNOWN_KEY') {
      return refuse('calendar.unknown-key', { fingerprint: signature.fingerprint })
    }
    const at = deps.clock.now()
    const { signer } = content.value
    const changeId = write.calendar.addChange({
      kind: 'YEAR',
      summary: changed.map(({ year, source }) => `${year} ${source}`).join('; '),
      fileName: file.fileName,
      signedBy: signer?.fingerprint ?? '',
      accountId: principal.id,
      at,
    })
    for (const { year, source, days } of changed) write.calendar.addYear({ year, source, days }, changeId)
    if (signer && signature.state === 'UNKNOWN_KEY') {
      const name = decision.keyName?.trim() || file.fileName || first.source
      write.calendar.addKey({ ...signer, name, acceptedBy: principal.id, acceptedAt: at })
    }
    record(
      deps,
      write,
      principal,
      'calendar.update',
      { kind: 'calendar', id: String(changeId) },
      {
        years: changed.map(({ year }) => year).join(','),
        fileName: file.fileName,
        signed: signer !== null,
        ...(signer && { fingerprint: signer.fingerprint }),
      },
    )
    const more = also(write, read)
    return more.ok ? accept(changeViewOf(read, changeId)) : more
  })
  if (taken.ok) startUpkeep(deps)
  return taken
}
