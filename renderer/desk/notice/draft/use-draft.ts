import { useQueryClient } from '@tanstack/react-query'
import { closeHistory } from '@tiptap/pm/history'
import type { Editor } from '@tiptap/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftContent } from '../../../../domain/notice/content.ts'
import type { NoticeDetail, SavedDraft } from '../../../../server/notice/views.ts'
import type { DeskStatus } from '../../../../server/office/views.ts'
import { RefusalError } from '../../../shared/request.ts'
import { STATUS_KEY } from '../../../shared/desk/session/session-status.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { Autosave, type SaveState } from '../autosave.ts'
import { dropMirror, keepMirror } from '../draft-mirror.ts'
import { bodyOf, toEditor } from '../editor/body-json.ts'
import { useNoticeEditor } from '../editor/use-notice-editor.ts'
import { noticeKey } from '../keys.ts'
import { attachmentBase, saveDraft } from '../notice-api.ts'
import { sameContent } from '../same-content.ts'
import { useLeftOut } from '../use-left-out.ts'
import type { Revisions } from './revisions.ts'

/** Everything of a draft but its text, which the editor holds. */
export type DraftFields = Omit<DraftContent, 'body'>

/** A draft on the screen: its fields, its text, and how far it is saved. */
export type Draft = {
  readonly fields: DraftFields
  readonly setField: <Name extends keyof DraftFields>(name: Name, value: DraftFields[Name]) => void
  readonly editor: Editor
  readonly state: SaveState
  readonly read: () => DraftContent
  /** Saves now; true when the server has everything. */
  readonly flush: () => Promise<boolean>
  readonly revision: () => number
  /** Puts a text from the server in place of the one on the screen. */
  readonly adopt: (saved: SavedDraft) => void
  /** Puts a text of this computer on the screen and saves it. */
  readonly restore: (content: DraftContent) => void
}

const timers = {
  now: () => Date.now(),
  set: (run: () => void, milliseconds: number) => window.setTimeout(run, milliseconds),
  clear: (id: number) => {
    window.clearTimeout(id)
  },
}

/** Somebody else sits at the desk now. */
class OtherPerson extends Error {}

function isConflict(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'notice.draft-conflict'
}

function fieldsOf({ body: _body, ...fields }: DraftContent): DraftFields {
  return fields
}

/** Holds the draft of one notice and keeps it saved. Mount it anew for another notice. */
export function useDraft(
  detail: NoticeDetail,
  revisions: Revisions,
  addImages: (files: readonly File[]) => void,
): Draft {
  const { t } = useTranslation('notice')
  const queries = useQueryClient()
  const [fields, setFields] = useState(() => fieldsOf(detail.draft.content))
  const [state, setState] = useState<SaveState>({ kind: 'SAVED', at: detail.draft.updatedAt })
  const fieldsNow = useRef(fields)
  const autosave = useRef<Autosave<DraftContent, SavedDraft> | null>(null)
  const saved = useRef<DraftContent | null>(null)
  const [writer] = useState(useOpenDesk().session.account.id)
  // A later answer of the server about the same notice must not restart the saving.
  const [loadedAt] = useState(detail.draft.updatedAt)

  const leftOut = useLeftOut()

  const editor = useNoticeEditor({
    body: detail.draft.content.body,
    imageBase: attachmentBase(detail.id),
    label: t('editor.label'),
    changed: () => autosave.current?.touch(),
    addImages,
    leftOut,
    ownsImage: (id) => detail.attachments.some((attachment) => attachment.id === id),
  })

  const read = useCallback(
    (): DraftContent => ({ ...fieldsNow.current, body: bodyOf(editor.state.doc) }),
    [editor],
  )

  const remember = useCallback(
    (answer: SavedDraft) => {
      dropMirror(window.localStorage, detail.id)
      queries.setQueryData<NoticeDetail>(noticeKey(detail.id), (old) =>
        old
          ? {
              ...old,
              draft: {
                ...old.draft,
                revision: revisions.known,
                content: answer.content,
                updatedAt: answer.savedAt,
              },
            }
          : old,
      )
    },
    [detail.id, queries, revisions],
  )

  useEffect(() => {
    saved.current ??= read()
    const running = new Autosave<DraftContent, SavedDraft>({
      read,
      save: (content) => {
        // After a change of person the last words stay on this computer: saved now they would bear the wrong name.
        const present = queries.getQueryData<DeskStatus>(STATUS_KEY)?.session?.account.id
        if (present !== undefined && present !== writer) return Promise.reject(new OtherPerson())
        return revisions.save((over) => saveDraft(detail.id, over, content), isConflict)
      },
      saved: (answer, content) => {
        saved.current = content
        remember(answer)
      },
      savedAt: (answer) => answer.savedAt,
      mirror: (content) => {
        const keptAt = new Date().toISOString()
        keepMirror(window.localStorage, detail.id, {
          revision: revisions.known,
          content,
          keptAt,
          writtenBy: writer,
        })
      },
      unchanged: (content) => {
        const same = sameContent(content, saved.current)
        if (same) dropMirror(window.localStorage, detail.id)
        return same
      },
      isConflict,
      changed: (next) => {
        setState(next)
        // Why nothing can be saved (server gone, desk locked, started anew) is the shell's to say; it learns it here.
        if (next.kind === 'RETRYING') void queries.invalidateQueries({ queryKey: STATUS_KEY })
      },
      timers,
      loadedAt,
    })
    autosave.current = running
    const leave = () => {
      running.keep()
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      running.leave()
      autosave.current = null
    }
  }, [detail.id, loadedAt, queries, read, remember, revisions, writer])

  const show = useCallback(
    (content: DraftContent) => {
      fieldsNow.current = fieldsOf(content)
      setFields(fieldsNow.current)
      const { from, to } = editor.state.selection
      // Left alone the cursor would sit on a closing picture, and the next key would replace it.
      editor
        .chain()
        .setContent(toEditor(content.body), { emitUpdate: false })
        .setTextSelection({ from, to })
        .run()
      // Typed at once afterwards, a word would share one undo with this: taking it back would unmask what was masked.
      editor.view.dispatch(closeHistory(editor.state.tr))
    },
    [editor],
  )

  return {
    fields,
    setField: (name, value) => {
      fieldsNow.current = { ...fieldsNow.current, [name]: value }
      setFields(fieldsNow.current)
      autosave.current?.touch()
    },
    editor,
    state,
    read,
    flush: useCallback(async () => (await autosave.current?.flush()) ?? true, []),
    revision: () => revisions.known,
    adopt: (answer) => {
      show(answer.content)
      saved.current = read()
      revisions.adopt(answer.revision)
      remember(answer)
      autosave.current?.settle(answer.savedAt)
    },
    restore: (content) => {
      show(content)
      autosave.current?.touch()
    },
  }
}
