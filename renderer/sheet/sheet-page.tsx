import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../server/display/views.ts'
import { RefusalError, send } from '../shared/request.ts'
import { Paper } from './paper.tsx'
import { sheetAddress } from './sheet-address.ts'

type State =
  | { readonly step: 'loading' }
  | { readonly step: 'shown'; readonly data: SheetData }
  | { readonly step: 'failed'; readonly status: number }

function useSheet(search: string): State {
  const [state, setState] = useState<State>({ step: 'loading' })
  useEffect(() => {
    const address = sheetAddress(search)
    const stop = new AbortController()
    const load =
      address === null
        ? Promise.reject(new Error('no sheet named'))
        : send(address, { signal: stop.signal }).then((answer) => answer.json() as Promise<SheetData>)
    load.then(
      (data) => {
        setState({ step: 'shown', data })
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        setState({ step: 'failed', status: error instanceof RefusalError ? error.status : 404 })
      },
    )
    return () => {
      stop.abort()
    }
  }, [search])
  return state
}

/** The page around the paper: on the screen a sheet on a table with a key to print it. */
export function SheetPage(props: { search: string }) {
  const { t } = useTranslation('sheet')
  const state = useSheet(props.search)

  useEffect(() => {
    // Whoever prints this page waits for the mark and must not wait for ever.
    if (state.step === 'failed') document.documentElement.dataset.ready = 'error'
  }, [state])

  if (state.step === 'loading') return <p className="message no-print">{t('loading')}…</p>
  if (state.step === 'failed') {
    return (
      <p className="message" role="alert">
        {state.status === 0 ? t('offline') : state.status === 404 ? t('notFound') : t('failed')}
      </p>
    )
  }
  return <Paper data={state.data} />
}
