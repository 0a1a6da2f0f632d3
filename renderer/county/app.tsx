import { useQuery } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyStatus } from '../../county/account/views.ts'
import { StartScreen } from '../shared/desk/start-screen.tsx'
import { deskTheme } from '../shared/desk/theme.ts'
import { ask } from './county-api.ts'
import { STATUS_KEY } from './query-client.ts'
import { CountySession } from './shell/county-session.tsx'
import { OwnPasswordScreen } from './shell/own-password-screen.tsx'
import { SetUpScreen } from './shell/set-up-screen.tsx'
import { SignInScreen } from './shell/sign-in-screen.tsx'

function nonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
}

function CountyEntry() {
  const { t } = useTranslation('county')
  const status = useQuery({
    queryKey: STATUS_KEY,
    queryFn: () => ask<CountyStatus>('status'),
    staleTime: Infinity,
    // While nobody answers, ask again: the program may be starting.
    refetchInterval: (query) => (query.state.error === null ? false : 3000),
  })
  const county = status.data?.county?.name
  const product = t('product')
  useEffect(() => {
    document.title = county === undefined ? product : `${product} · ${county}`
  }, [county, product])
  if (status.data === undefined) {
    return <StartScreen error={status.error} retry={() => void status.refetch()} />
  }
  if (status.data.county === null) return <SetUpScreen />
  if (status.data.session === null) return <SignInScreen status={status.data} />
  const { session } = status.data
  if (session.mustSetPassword && !session.locked) return <OwnPasswordScreen name={session.account.name} />
  return <CountySession status={status.data} county={status.data.county} session={session} />
}

export function CountyApp() {
  const { i18n } = useTranslation()
  const theme = useMemo(() => deskTheme(), [])
  const csp = useMemo(() => ({ nonce: nonce() }), [])
  const body = useRef<HTMLDivElement>(null)
  return (
    <ConfigProvider
      csp={csp}
      theme={theme}
      locale={i18n.language === 'en' ? enUS : zhCN}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false }}
      // Dialogs live inside the page's own element, so that the lock screen covers and silences them too.
      getPopupContainer={() => body.current ?? document.body}
    >
      <App component={false}>
        <div ref={body} className="desk-root">
          <CountyEntry />
        </div>
      </App>
    </ConfigProvider>
  )
}
