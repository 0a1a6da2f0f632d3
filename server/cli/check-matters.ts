import type { Database } from 'better-sqlite3'
import { type CoveredRecord, recordHash } from '../matter/record-hash.ts'
import type { BoardFault } from './board-fault.ts'

/** A record as table or log tell it: which one it is, and what it says. */
type Told = { readonly key: string; readonly says: string; readonly subject: string }

type Row = Readonly<Record<string, unknown>>

const OPINIONS = `SELECT v.opinion_id AS owner, v.version AS number, v.entered_by AS actor, o.number AS opinion, v.channel,
    v.received_on AS receivedOn, v.name, v.contact, v.text
  FROM opinion_version v JOIN opinion o ON o.id = v.opinion_id`
const ANSWERS = `SELECT a.opinion_id AS owner, a.sequence AS number, a.account_id AS actor, a.result, a.reason, a.summary
  FROM opinion_answer a`
const MERGES = `SELECT m.opinion_id AS owner, m.sequence AS number, m.account_id AS actor, into_opinion.number AS "into"
  FROM opinion_merge m LEFT JOIN opinion into_opinion ON into_opinion.id = m.into_id`
const ENTRIES = `SELECT matter_id AS owner, sequence AS number, entered_by AS actor, step, on_date AS "on", heading, text,
    measure, result, workdays, notice_id AS noticeId, file_id AS fileId, voids
  FROM matter_entry`
const CONSULTATIONS = `SELECT matter_id AS owner, id AS number, '' AS actor, opens_on AS opensOn, amount, unit, channels,
    shorter_reason AS shorterReason, opened_on AS openedOn, closes_on AS closesOn
  FROM consultation WHERE opened_on IS NOT NULL`

const EVENTS = `SELECT sequence, actor_id AS actor, action, subject_id AS owner, detail FROM audit_event
  WHERE subject_kind IN ('opinion', 'matter') AND json_valid(detail) AND action IN ('opinion.enter', 'opinion.correct',
    'opinion.answer', 'opinion.merge', 'opinion.unmerge', 'matter.entry', 'matter.void', 'consultation.open')`

const keyOf = (kind: string, { owner, number, actor }: Row): string =>
  [kind, owner, number, actor].map(String).join(' ')

// A number of an opinion; nothing for one that stands by itself again.
const into = (row: Row): string => JSON.stringify(row['into'] ?? null)

function* stored(database: Database): Generator<Told> {
  const rows = (sql: string) => database.prepare<[], Row>(sql).iterate()
  const told = (kind: string, row: Row, says: string): Told => ({
    key: keyOf(kind, row),
    says,
    subject: `${kind} ${String(row['number'])}`,
  })
  const covered = (kind: CoveredRecord, row: Row): string =>
    recordHash(kind, row as Parameters<typeof recordHash>[1])
  for (const row of rows(OPINIONS)) {
    const subject = `opinion_version ${String(row['owner'])}`
    const says = `${String(row['opinion'])} ${covered('opinion_version', row)}`
    yield { ...told('opinion_version', row, says), subject }
  }
  for (const row of rows(ANSWERS)) yield told('opinion_answer', row, covered('opinion_answer', row))
  for (const row of rows(MERGES)) yield told('opinion_merge', row, into(row))
  for (const row of rows(ENTRIES)) yield told('matter_entry', row, covered('matter_entry', row))
  for (const row of rows(CONSULTATIONS)) {
    const channels: unknown = JSON.parse(String(row['channels']))
    yield told('consultation', row, covered('consultation', { ...row, channels }))
  }
}

function* logged(database: Database): Generator<Told> {
  type Event = { sequence: number; actor: string; action: string; owner: string; detail: string }
  for (const event of database.prepare<[], Event>(EVENTS).iterate()) {
    const { actor, owner } = event
    const detail = JSON.parse(event.detail) as Row
    const hash = String(detail['sha256'])
    const told = (kind: string, number: unknown, says: string, by = actor): Told => ({
      key: keyOf(kind, { owner, number, actor: by }),
      says,
      subject: String(event.sequence),
    })
    switch (event.action) {
      case 'opinion.enter':
      case 'opinion.correct':
        yield told('opinion_version', detail['version'], `${String(detail['opinion'])} ${hash}`)
        break
      case 'opinion.answer':
        yield told('opinion_answer', detail['sequence'], hash)
        break
      case 'opinion.merge':
      case 'opinion.unmerge':
        yield told('opinion_merge', detail['sequence'], into(detail))
        break
      case 'consultation.open':
        yield told('consultation', detail['id'], hash, '')
        break
      default:
        yield told('matter_entry', detail['sequence'], hash)
    }
  }
}

/**
 * Holds the files of matters against the log: what was typed in of an opinion, merges, answers, entries, and the days a
 * consultation ran are what the log has the hash of, by the person it names, and none is gone.
 * @example matterFaults(database) // [{ code: 'MATTER_RECORD_NOT_LOGGED', subject: 'opinion_answer 5' }]
 */
export function matterFaults(database: Database): BoardFault[] {
  const events = new Map([...logged(database)].map((told) => [told.key, told]))
  const faults: BoardFault[] = []
  for (const { key, says, subject } of stored(database)) {
    if (events.get(key)?.says !== says) faults.push({ code: 'MATTER_RECORD_NOT_LOGGED', subject })
    events.delete(key)
  }
  for (const { subject } of events.values()) faults.push({ code: 'MATTER_RECORD_MISSING', subject })
  return faults
}
