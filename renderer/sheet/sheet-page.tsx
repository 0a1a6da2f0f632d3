import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../server/display/views.ts'
import type { PublicScriptOrders } from '../../server/language/views.ts'
import { loadFace } from '../shared/language/load-face.ts'
import { RefusalError, send } from '../shared/request.ts'
import { LanguagePaper } from './language-paper.tsx'
import { Paper } from './paper.tsx'
import { sheetAddress } from './sheet-address.ts'

type State =
  | { readonly step: 'loading' }
  | { readonly step: 'shown'; readonly data: SheetData; readonly orders: PublicScriptOrders | null }
  | { readonly step: 'failed'; readonly status: number }

// Which script leads is asked for only where there are two, and before anything is set: a title that changes its place after
// the page was measured would be printed wrongly.
async function withOrders(data: SheetData, signal: AbortSignal): Promise<State> {
  const { texts = [] } = data.content
  if (texts.length === 0) return { step: 'shown', data, orders: null }
  await Promise.all(texts.map(({ language, title }) => loadFace(language, `${title} `)))
  const answer = await send('/api/public/script-orders', { signal })
  return { step: 'shown', data, orders: (await answer.json()) as PublicScriptOrders }
}

function useSheet(search: string): State {
  const [state, setState] = useState<State>({ step: 'loading' })
  useEffect(() => {
    const address = sheetAddress(search)
    const stop = new AbortController()
    const load =
      address === null
        ? Promise.reject(new Error('no sheet named'))
        : send(address, { signal: stop.signal })
            .then((answer) => answer.json() as Promise<SheetData>)
            .then((data) => withOrders(data, stop.signal))
    load.then(setState, (error: unknown) => {
      if (stop.signal.aborted) return
      setState({ step: 'failed', status: error instanceof RefusalError ? error.status : 404 })
    })
    return () => {
      stop.abort()
    }
  }, [search])
  return state
}

function languageAsked(search: string): string | null {
  return new URLSearchParams(search).get('language')
}

function Sheet(props: {
  readonly data: SheetData
  readonly orders: PublicScriptOrders | null
  readonly language: string | null
}) {
  const { t } = useTranslation('sheet')
  const { data, language } = props
  const text = data.content.texts?.find((one) => one.language === language)
  const missing = language !== null && text === undefined
  useEffect(() => {
    if (missing) document.documentElement.dataset.ready = 'error'
  }, [missing])
  if (missing) {
    return (
      <p className="message" role="alert">
        {t('noText')}
      </p>
    )
  }
  return text ? <LanguagePaper data={data} text={text} /> : <Paper data={data} orders={props.orders} />
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
  return <Sheet data={state.data} orders={state.orders} language={languageAsked(props.search)} />
}
