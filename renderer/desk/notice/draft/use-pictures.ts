import { useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useCallback, useRef, useState } from 'react'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { noticeKey } from '../keys.ts'
import { addAttachment } from '../notice-api.ts'
import type { Revisions } from './revisions.ts'

/** Pictures on their way into the text. */
export type Pictures = {
  readonly add: (files: readonly File[]) => void
  readonly running: number
  readonly error: unknown
  /** Names the editor that takes them; it is made later than this. */
  readonly into: (editor: Editor) => void
}

/** Uploads pictures as attachments of the notice and puts them where the cursor is. */
export function usePictures(id: string, revisions: Revisions): Pictures {
  const queries = useQueryClient()
  const target = useRef<Editor | null>(null)
  const [running, setRunning] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const add = useCallback(
    (files: readonly File[]) => {
      const one = async (file: File) => {
        setRunning((count) => count + 1)
        try {
          const picture = await revisions.change(() => addAttachment(id, file, 'INLINE_IMAGE'))
          queries.setQueryData<NoticeDetail>(noticeKey(id), (old) =>
            old
              ? {
                  ...old,
                  draft: { ...old.draft, revision: revisions.known },
                  attachments: [...old.attachments, picture],
                }
              : old,
          )
          // The name of a file, most often a camera's number, tells a listener nothing: the words are written by hand.
          target.current?.chain().focus().insertNoticeImage({ attachmentId: picture.id, alt: '' }).run()
        } catch (refusal) {
          setError(refusal)
        } finally {
          setRunning((count) => count - 1)
        }
      }
      setError(null)
      void (async () => {
        for (const file of files) await one(file)
      })()
    },
    [id, queries, revisions],
  )
  const into = useCallback((editor: Editor) => {
    target.current = editor
  }, [])
  return { add, running, error, into }
}
