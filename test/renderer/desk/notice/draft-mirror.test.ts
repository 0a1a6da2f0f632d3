import { beforeEach, describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../../domain/notice/empty-draft.ts'
import type { DraftContent } from '../../../../domain/notice/content.ts'
import { dropMirror, keepMirror, readMirror } from '../../../../renderer/desk/notice/draft-mirror.ts'

const content: DraftContent = { ...emptyDraft(), title: '关于停电检修的通知' }
const kept = (revision: number) => ({ revision, content, keptAt: '2026-11-23T02:32:05Z', writtenBy: 'zhou' })

describe('the copy of an unsaved text on this computer', () => {
  beforeEach(() => {
    window.localStorage.clear()
  })

  it('is offered with the revision it was written on', () => {
    keepMirror(window.localStorage, 'a', kept(3))
    keepMirror(window.localStorage, 'a', kept(4))
    expect(readMirror(window.localStorage, 'a', 'zhou')).toEqual(kept(4))
    expect(readMirror(window.localStorage, 'b', 'zhou')).toBeNull()
  })

  it('leaves nothing behind once the server has the text, of older revisions neither', () => {
    keepMirror(window.localStorage, 'a', kept(3))
    keepMirror(window.localStorage, 'a', kept(4))
    dropMirror(window.localStorage, 'a')
    expect(window.localStorage.length).toBe(0)
  })

  it('is offered to nobody but the person who wrote it', () => {
    keepMirror(window.localStorage, 'a', kept(3))
    expect(readMirror(window.localStorage, 'a', 'han')).toBeNull()
  })

  it('is not offered when a crash cut it off in the middle', () => {
    keepMirror(window.localStorage, 'a', kept(3))
    window.localStorage.setItem('board.draft.a.3', '{"revision":3,"conte')
    expect(readMirror(window.localStorage, 'a', 'zhou')).toBeNull()
  })
})
