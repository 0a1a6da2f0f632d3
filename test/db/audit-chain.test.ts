import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { type Store, storeOver } from '../../db/store.ts'

const EVENTS = 12

let store: Store

beforeEach(() => {
  const opened = openDatabase(':memory:')
  if (!opened.ok) throw new Error(opened.code)
  store = storeOver(opened.value)
  store.tx((write) => {
    for (let index = 1; index <= EVENTS; index++) {
      write.audit.append({
        at: `2026-11-23T01:42:${String(index).padStart(2, '0')}.000Z`,
        actor: { id: `account-${index % 3}`, name: '周敏' },
        action: 'notice.create',
        subjectKind: 'notice',
        subjectId: `notice-${index}`,
        detail: { revision: index, hash: 'ab', text: '𠮷' },
      })
    }
  })
})

afterEach(() => store.close())

/** What somebody with the file and a database tool can do. */
function byHand(statement: string): void {
  store.database.exec(
    'DROP TRIGGER IF EXISTS audit_event_no_update; DROP TRIGGER IF EXISTS audit_event_no_delete',
  )
  store.database.exec(statement)
}

const TEXTS = [
  'at',
  'actor_id',
  'actor_name',
  'action',
  'subject_kind',
  'subject_id',
  'hash',
  'previous_hash',
]

describe('the chain of the audit log', () => {
  it('is whole as written, and whole when empty', () => {
    expect(store.read.audit.firstBroken()).toBeNull()
    byHand('DELETE FROM audit_event; DROP TRIGGER audit_head_no_delete; DELETE FROM audit_head')
    expect(store.read.audit.firstBroken()).toBeNull()
  })

  it.each(TEXTS)('names the event whose %s was changed, whichever it is', (column) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: EVENTS }),
        fc.string({ minLength: 1, maxLength: 4 }),
        (sequence, addition) => {
          const { before } = store.database
            .prepare(`SELECT ${column} AS before FROM audit_event WHERE sequence = ?`)
            .get(sequence) as {
            before: string
          }
          byHand('SELECT 1')
          const change = store.database.prepare(`UPDATE audit_event SET ${column} = ? WHERE sequence = ?`)
          change.run(before + addition.replaceAll('\0', '0'), sequence)
          expect(store.read.audit.firstBroken()).toBe(sequence)
          change.run(before, sequence)
          expect(store.read.audit.firstBroken()).toBeNull()
        },
      ),
      { numRuns: 15 },
    )
  })

  it('names the event whose details were changed', () => {
    byHand(`UPDATE audit_event SET detail = json_set(detail, '$.revision', 99) WHERE sequence = 5`)
    expect(store.read.audit.firstBroken()).toBe(5)
  })

  it('names an event whose details are no JSON any more, instead of failing', () => {
    byHand(`UPDATE audit_event SET detail = '{' WHERE sequence = 5`)
    expect(store.read.audit.firstBroken()).toBe(5)
  })

  it.each([1, 6, EVENTS])('names event %i when it was deleted', (sequence) => {
    byHand(`DELETE FROM audit_event WHERE sequence = ${sequence}`)
    expect(store.read.audit.firstBroken()).toBe(sequence)
  })

  it('names the first missing one when the end of the log was cut off', () => {
    byHand('DELETE FROM audit_event WHERE sequence > 8')
    expect(store.read.audit.firstBroken()).toBe(9)
  })

  it('names the first one when the whole log was emptied', () => {
    byHand('DELETE FROM audit_event')
    expect(store.read.audit.firstBroken()).toBe(1)
  })

  it('names the place when a deleted event is closed up by renumbering', () => {
    byHand(
      'DELETE FROM audit_event WHERE sequence = 4; UPDATE audit_event SET sequence = sequence - 1 WHERE sequence > 4',
    )
    expect(store.read.audit.firstBroken()).toBe(4)
  })

  it('names the place when two events were exchanged', () => {
    byHand(
      'UPDATE audit_event SET sequence = -3 WHERE sequence = 3; UPDATE audit_event SET sequence = 3 WHERE sequence = 4; UPDATE audit_event SET sequence = 4 WHERE sequence = -3',
    )
    expect(store.read.audit.firstBroken()).toBe(3)
  })

  it('names an event that was slipped in at the end', () => {
    byHand(
      `INSERT INTO audit_event SELECT ${EVENTS + 1}, at, actor_id, actor_name, action, subject_kind, subject_id, detail, hash, 'f' FROM audit_event WHERE sequence = ${EVENTS}`,
    )
    expect(store.read.audit.firstBroken()).toBe(EVENTS + 1)
  })

  it('is walked over more events than are read at once', () => {
    store.tx((write) => {
      for (let index = 0; index < 2100; index++) {
        write.audit.append({
          at: '2026-11-24',
          actor: { id: 'a', name: 'b' },
          action: 'c',
          subjectKind: 'd',
          subjectId: 'e',
          detail: {},
        })
      }
    })
    expect(store.read.audit.firstBroken()).toBeNull()
    byHand("UPDATE audit_event SET action = 'x' WHERE sequence = 2050")
    expect(store.read.audit.firstBroken()).toBe(2050)
  })

  it('tells the latest instant on record, not that of the last event', () => {
    store.tx((write) => {
      write.audit.append({
        at: '2000-01-01T00:00:00.000Z',
        actor: { id: 'a', name: 'b' },
        action: 'c',
        subjectKind: 'd',
        subjectId: 'e',
        detail: {},
      })
    })
    expect(store.read.audit.latestInstant()).toBe(`2026-11-23T01:42:${EVENTS}.000Z`)
  })
})
