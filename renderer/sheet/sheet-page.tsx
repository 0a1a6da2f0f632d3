import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTICE_LANGUAGES } from '../../domain/notice/language.ts'
import { BUILT_IN_TEMPLATES } from '../../domain/sheet/built-in-templates.ts'
import { formFor } from '../../domain/sheet/template-for.ts'
import { NOTICE_FORMS } from '../../domain/sheet/template.ts'
import type { SheetPage as Sheet } from '../../server/display/sheet-page.ts'
import type { SheetData } from '../../server/display/views.ts'
import type { PublicScriptOrders } from '../../server/language/views.ts'
import { loadFace } from '../shared/language/load-face.ts'
import { RefusalError, send } from '../shared/request.ts'
import { NoticeFrame } from './notice-frame.tsx'
import { sheetAddress } from './sheet-address.ts'
import { useTemplate } from './use-template.ts'

type NoticeSheet = Extract<Sheet, { kind: 'NOTICE' }>

type State =
  | { readonly step: 'loading' }
  | { readonly step: 'shown'; readonly sheet: NoticeSheet }
  | { readonly step: 'failed'; readonly status: number }

// Which script leads is asked for only where there are two, and before anything is set: a title that changes its place after
// the page was measured would be printed wrongly.
async function ordersFor(data: SheetData, signal: AbortSignal): Promise<NoticeSheet['orders']> {
  const { texts = [] } = data.content
  if (texts.length === 0) return {}
  await Promise.all(texts.map(({ language, title }) => loadFace(language, `${title} `)))
  const answer = await send('/api/public/script-orders', { signal })
  return (await answer.json()) as PublicScriptOrders
}

/** The sheet as the product's own template sets it: in the form asked for (`form=PLAIN`), else the one that suits it. */
async function readSheet(address: string, search: string, signal: AbortSignal): Promise<NoticeSheet> {
  const answer = await send(address, { signal })
  const data = (await answer.json()) as SheetData
  const asked = new URLSearchParams(search)
  const form = NOTICE_FORMS.find((one) => one === asked.get('form')) ?? formFor(data.content)
  return {
    kind: 'NOTICE',
    template: BUILT_IN_TEMPLATES[form],
    data,
    language: NOTICE_LANGUAGES.find((one) => one === asked.get('language')) ?? null,
    orders: await ordersFor(data, signal),
    decision: { byHand: [] },
    half: null,
  }
}

function useSheet(search: string): State {
  const [state, setState] = useState<State>({ step: 'loading' })
  useEffect(() => {
    const address = sheetAddress(search)
    const stop = new AbortController()
    const load =
      address === null
        ? Promise.reject(new Error('no sheet named'))
        : readSheet(address, search, stop.signal).then((sheet): State => ({ step: 'shown', sheet }))
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

function SetSheet({ sheet }: { readonly sheet: NoticeSheet }) {
  useTemplate(sheet.template)
  return <NoticeFrame sheet={sheet} fileAddress={(sha256) => sheet.data.attachmentBase + sha256} />
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
  return <SetSheet sheet={state.sheet} />
}
