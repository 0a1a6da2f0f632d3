import { useQuery } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { getStatus } from './api/office-api.ts'
import { SetupWizard } from './office/setup-wizard.tsx'
import { STATUS_KEY } from './query-client.ts'
import { DeskSession } from './shell/desk-session.tsx'
import { OwnPasswordScreen } from './shell/own-password-screen.tsx'
import { SignInScreen } from './shell/sign-in-screen.tsx'
import { StartScreen } from '../shared/desk/start-screen.tsx'
import { deskTheme } from '../shared/desk/theme.ts'

function nonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
}

function DeskEntry() {
  const { t } = useTranslation(['desk', 'terms'])
  const status = useQuery({
    queryKey: STATUS_KEY,
    queryFn: getStatus,
    staleTime: Infinity,
    // While nobody answers, ask again: the server is restarted when it dies.
    refetchInterval: (query) => (query.state.error === null ? false : 3000),
  })
  const office = status.data?.office?.name
  const product = t('terms:product')
  useEffect(() => {
    document.title = office === undefined ? product : `${product} · ${office}`
  }, [office, product])

  // An error after a good answer (the server restarts) keeps what is on screen; only the first one has the page.
  if (status.data === undefined) {
    return <StartScreen error={status.error} retry={() => void status.refetch()} />
  }
  if (!status.data.setUp || status.data.office === null) return <SetupWizard />
  if (status.data.session === null) return <SignInScreen status={status.data} />
  const { session } = status.data
  if (session.mustSetPassword && !session.locked) return <OwnPasswordScreen session={session} />
  return <DeskSession status={status.data} office={status.data.office} session={session} />
}

export function DeskApp() {
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
          <DeskEntry />
        </div>
      </App>
    </ConfigProvider>
  )
}
