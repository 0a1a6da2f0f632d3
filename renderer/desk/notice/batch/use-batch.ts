import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { BatchView } from '../../../../server/notice/batch/views.ts'
import { continueBatch, endBatch } from '../../api/edition-api.ts'
import { NOTICE_COUNTS_KEY } from '../../query-client.ts'
import { EDITION_TASKS_KEY, NOTICES_KEY } from '../keys.ts'

/** How a run stands: what has been done, what was refused and why, and whether it goes on. */
export type BatchRun = {
  readonly batch: BatchView
  readonly state: 'RUNNING' | 'STOPPED' | 'DONE'
  readonly refused: ReadonlyMap<string, unknown>
}

/** Publishes the notices of a batch one after the other; between two it can be stopped. */
export function useBatch() {
  const queries = useQueryClient()
  const [run, setRun] = useState<BatchRun | null>(null)
  const stop = useRef(false)
  const tellOthers = () => {
    for (const queryKey of [NOTICES_KEY, NOTICE_COUNTS_KEY, EDITION_TASKS_KEY]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
  const start = async (begun: BatchView) => {
    stop.current = false
    let batch = begun
    const refused = new Map<string, unknown>()
    setRun({ batch, state: 'RUNNING', refused })
    for (const item of begun.items) {
      if (item.standing !== 'WAITING') continue
      if (stop.current) break
      try {
        batch = await continueBatch(begun.id, item.noticeId)
      } catch (error) {
        refused.set(item.noticeId, error)
      }
      setRun({ batch, state: 'RUNNING', refused: new Map(refused) })
    }
    setRun({ batch, state: stop.current ? 'STOPPED' : 'DONE', refused })
    tellOthers()
  }
  return {
    run,
    start,
    stop: () => {
      stop.current = true
    },
    close: () => {
      setRun(null)
    },
    end: async (batch: BatchView) => {
      await endBatch(batch.id)
      tellOthers()
    },
  }
}
