import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PostingView } from '../../../../server/posting/views.ts'
import { type PostingAct, recordAct, uploadPhoto } from '../../api/board-api.ts'
import type { ChosenPhoto } from '../photo/photo-chooser.tsx'
import { momentOf } from './acts-of.ts'
import { useSheetRefresh } from './use-sheet-change.ts'

/** How far the photographs are: which one is under way, and how much of it. */
export type Sending = { readonly number: number; readonly of: number; readonly share: number }

/**
 * Writes down what happened and hands the photographs in after it. What is recorded stays recorded when a photograph fails: asking
 * again sends only those that are not there yet.
 */
export function useLifeAct(sheet: PostingView, done: () => void) {
  const refresh = useSheetRefresh()
  const recorded = useRef(false)
  const sent = useRef(new Set<string>())
  const [sending, setSending] = useState<Sending | null>(null)
  const [isRecorded, setRecorded] = useState(false)
  const act = useMutation({
    mutationFn: async (input: { readonly act: PostingAct; readonly photos: readonly ChosenPhoto[] }) => {
      if (!recorded.current) {
        await recordAct(sheet.id, input.act)
        recorded.current = true
        setRecorded(true)
      }
      const moment = momentOf(input.act.act)
      if (moment === null) return
      const left = input.photos.filter(({ id }) => !sent.current.has(id))
      for (const [index, { id, file, view }] of left.entries()) {
        const progress = (share: number) => setSending({ number: index + 1, of: left.length, share })
        progress(0)
        await uploadPhoto(sheet.id, file, { moment, view }, progress)
        sent.current.add(id)
      }
    },
    onSettled: async () => {
      setSending(null)
      if (recorded.current) await refresh(sheet.noticeId)
    },
    onSuccess: done,
  })
  return { run: act.mutate, error: act.error, pending: act.isPending, sending, recorded: isRecorded }
}
