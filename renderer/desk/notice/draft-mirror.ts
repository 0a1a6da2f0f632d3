import type { DraftContent } from '../../../domain/notice/content.ts'

/** A text that this computer kept because the server did not have it yet. */
export type MirroredDraft = {
  readonly revision: number
  readonly content: DraftContent
  readonly keptAt: string
  /** Account that wrote it: nobody else is offered it, because restoring makes an author. */
  readonly writtenBy: string
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = (noticeId: string, revision: number) => `board.draft.${noticeId}.${String(revision)}`
const newest = (noticeId: string) => `board.draft.${noticeId}`

/** Keeps the unsent text of a notice beside the revision it was written on. */
export function keepMirror(store: Store, noticeId: string, draft: MirroredDraft): void {
  // Drafts may hold personal data: one copy at most is left outside of the office's database.
  if (store.getItem(newest(noticeId)) !== String(draft.revision)) dropMirror(store, noticeId)
  try {
    store.setItem(key(noticeId, draft.revision), JSON.stringify(draft))
    store.setItem(newest(noticeId), String(draft.revision))
  } catch (error) {
    // A full store must not stop the typing: the save to the server goes on, only the second copy is missing.
    if (!(error instanceof DOMException)) throw error
  }
}

/** The text that this person left unsaved in a notice, or null. */
export function readMirror(store: Store, noticeId: string, accountId: string): MirroredDraft | null {
  const revision = store.getItem(newest(noticeId))
  const text = revision === null ? null : store.getItem(key(noticeId, Number(revision)))
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as MirroredDraft
    return kept.writtenBy === accountId ? kept : null
  } catch {
    // Cut off by a crash in the middle of writing: there is nothing to offer.
    return null
  }
}

/** Forgets the kept text, once the server has it or the person does not want it. */
export function dropMirror(store: Store, noticeId: string): void {
  const revision = store.getItem(newest(noticeId))
  if (revision !== null) store.removeItem(key(noticeId, Number(revision)))
  store.removeItem(newest(noticeId))
}
