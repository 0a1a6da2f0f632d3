import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { type Store, storeOver, type Writes } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

let store: Store

beforeEach(() => {
  const opened = openDatabase(':memory:')
  if (!opened.ok) throw new Error(opened.code)
  store = storeOver(opened.value)
})

afterEach(() => store.close())

function addPerson(write: Writes, name: string): void {
  write.office.insertAccount({
    id: name,
    name,
    roles: [],
    passwordHash: 'x',
    disabled: false,
    createdAt: '2026-01-01',
  })
}

const names = () => store.read.office.accounts().map((person) => person.name)

describe('a transaction', () => {
  it('keeps everything when it ends well', () => {
    expect(
      store.tx((write): Result<number> => {
        addPerson(write, '周敏')
        return accept(1)
      }),
    ).toEqual({ ok: true, value: 1 })
    expect(names()).toEqual(['周敏'])
  })

  it('keeps nothing when it refuses, and hands the refusal on', () => {
    const refusal = store.tx((write): Result<number> => {
      addPerson(write, '周敏')
      addPerson(write, '韩立')
      return refuse('notice.reason-required')
    })
    expect(refusal).toEqual({ ok: false, code: 'notice.reason-required', params: {} })
    expect(names()).toEqual([])
    expect(store.database.inTransaction).toBe(false)
  })

  it('keeps nothing when something throws, and lets it out', () => {
    expect(() =>
      store.tx((write) => {
        addPerson(write, '周敏')
        addPerson(write, '周敏')
      }),
    ).toThrow(/UNIQUE/)
    expect(names()).toEqual([])
    expect(store.database.inTransaction).toBe(false)
  })

  it('cannot be left open by waiting for something', () => {
    expect(() => store.tx(async (write) => addPerson(write, '周敏'))).toThrow(/promise/)
    expect(names()).toEqual([])
  })

  it('undoes the counter with the rest: no index number is lost to a publication that did not happen', () => {
    store.tx((write) => write.edition.takeSerial('2026-{seq}'))
    store.tx((write): Result<number> => {
      write.edition.takeSerial('2026-{seq}')
      return refuse('notice.privacy-hit')
    })
    expect(store.tx((write) => write.edition.takeSerial('2026-{seq}'))).toBe(2)
  })

  it('undoes the log with the rest', () => {
    store.tx((write): Result<number> => {
      write.audit.append({
        at: '2026',
        actor: { id: 'a', name: 'b' },
        action: 'c',
        subjectKind: 'd',
        subjectId: 'e',
        detail: {},
      })
      return refuse('notice.privacy-hit')
    })
    expect(store.read.audit.count()).toBe(0)
    expect(store.read.audit.firstBroken()).toBeNull()
  })
})

describe('an edition is found by its hash', () => {
  it('and where the same text was published twice, the one that stands on the board comes first', () => {
    store.tx((write) => {
      addPerson(write, 'a')
      for (const id of ['n1', 'n2']) {
        const content = {} as Parameters<Writes['notice']['insert']>[0]['content']
        write.notice.insert({
          ...{
            id,
            state: 'PUBLISHED',
            indexNumber: id,
            content,
            title: '停电',
            catalogueItemId: null,
            revision: 1,
          },
          ...{ handlerId: 'a', updatedBy: 'a', createdAt: '2026', updatedAt: '2026' },
        })
        const submission = {
          id,
          noticeId: id,
          hash: 'same',
          content: '{}',
          submittedBy: 'a',
          submittedAt: '2026',
          closed: true,
        }
        write.submission.insert(submission)
        write.edition.insert({
          ...{
            noticeId: id,
            editionNumber: 1,
            hash: 'same',
            content: '{}',
            indexNumber: id,
            submissionId: id,
          },
          ...{
            publishedBy: 'a',
            publishedAt: '2026',
            publishDate: '2026',
            state: 'PUBLISHED',
            title: '停电',
          },
          ...{ noticeKind: 'NOTIFICATION', documentNumber: '', publicGroupId: 'g' },
        })
      }
    })
    expect(store.read.edition.byHash('same')?.indexNumber).toBe('n2')
    const second = store.read.edition.byHash('same')?.id ?? 0
    store.tx((write) => write.edition.setState(second, 'WITHDRAWN'))
    expect(store.read.edition.byHash('same')?.indexNumber).toBe('n1')
  })
})
