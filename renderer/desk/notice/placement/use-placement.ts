import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { NoticePlacement } from '../../../../domain/notice/placement.ts'
import type { PlacementView } from '../../../../server/notice/placement-views.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalError } from '../../../shared/request.ts'
import type { Revisions } from '../draft/revisions.ts'
import { gateKey, noticeKey } from '../keys.ts'
import { placeNotice } from '../notice-api.ts'

/** Typed words are sent when the person pauses. */
const PAUSE = 700

/** Where the draft on the screen belongs. */
export type Placing = {
  readonly placement: NoticePlacement
  /** What the server said last, with its words. */
  readonly view: PlacementView
  readonly change: (change: Partial<NoticePlacement>, typed?: boolean) => void
  /** Sends what is not sent yet; true when the server has everything. */
  readonly flush: () => Promise<boolean>
  readonly error: unknown
}

function isConflict(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'notice.draft-conflict'
}

function plain(view: PlacementView): NoticePlacement {
  const { unitId, dutyId, noDuty = false, policy, interpretation } = view
  return { unitId, dutyId, noDuty, policy, interpretation }
}

/** Keeps where the draft belongs, and has it saved one change after the other, each after the text it belongs to. */
export function usePlacement(
  detail: NoticeDetail,
  flushDraft: () => Promise<boolean>,
  revisions: Revisions,
): Placing {
  const queries = useQueryClient()
  const [unsent, setUnsent] = useState<NoticePlacement | null>(null)
  const [error, setError] = useState<unknown>(null)
  const wanted = useRef<NoticePlacement | null>(null)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<number | undefined>(undefined)
  const { id } = detail

  const send = useCallback(async (): Promise<boolean> => {
    const next = wanted.current
    if (next === null) return true
    try {
      if (!(await flushDraft())) return false
      const answer = await revisions.save((over) => placeNotice(id, over, next), isConflict)
      setError(null)
      if (wanted.current === next) {
        wanted.current = null
        setUnsent(null)
      }
      queries.setQueryData<NoticeDetail>(noticeKey(id), (old) =>
        old
          ? { ...old, placement: answer.placement, draft: { ...old.draft, revision: revisions.known } }
          : old,
      )
      // The name of the unit goes public too.
      void queries.invalidateQueries({ queryKey: gateKey(id) })
      return true
    } catch (refused) {
      setError(refused)
      return false
    }
  }, [flushDraft, id, queries, revisions])

  const flush = useCallback((): Promise<boolean> => {
    window.clearTimeout(timer.current)
    running.current = running.current.then(send)
    return running.current
  }, [send])

  useEffect(
    () => () => {
      window.clearTimeout(timer.current)
    },
    [],
  )

  const placement = unsent ?? plain(detail.placement)
  return {
    placement,
    view: detail.placement,
    change: (change, typed = false) => {
      const next = { ...(wanted.current ?? placement), ...change }
      wanted.current = next
      setUnsent(next)
      window.clearTimeout(timer.current)
      if (typed) timer.current = window.setTimeout(() => void flush(), PAUSE)
      else void flush()
    },
    flush,
    error,
  }
}
