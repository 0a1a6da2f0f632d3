import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getOfferedTemplates } from '../../api/print-api.ts'
import { getTemplates, TEMPLATE_LIST_KEY } from '../../api/template-api.ts'
import { printOffersKey } from '../print-keys.ts'
import type { SheetToPrint } from '../sheet-to-print.ts'
import { candidatesFor, type Candidate } from './candidates.ts'

/** The templates a sheet may be set by, once they are known. */
export function useCandidates({ subject, noticeId }: SheetToPrint): {
  readonly candidates: readonly Candidate[] | undefined
  readonly error: unknown
  readonly again: () => void
} {
  const asks = subject.kind === 'EDITION' && noticeId !== null
  const view = useQuery({ queryKey: TEMPLATE_LIST_KEY, queryFn: getTemplates })
  const offered = useQuery({
    queryKey: printOffersKey(noticeId ?? ''),
    queryFn: ({ signal }) => getOfferedTemplates(noticeId ?? '', signal),
    enabled: asks,
  })
  const candidates = useMemo(() => {
    if (view.data === undefined || (asks && offered.data === undefined)) return undefined
    return candidatesFor(subject, view.data, asks ? (offered.data ?? null) : null)
  }, [view.data, offered.data, asks, subject])
  return {
    candidates,
    error: view.error ?? offered.error,
    again: () => {
      void view.refetch()
      if (asks) void offered.refetch()
    },
  }
}
