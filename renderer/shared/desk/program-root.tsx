import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Program, ProgramContext } from './session/program.ts'
import { deskTheme } from './theme.ts'

function nonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
}

/** What every screen of a program stands in: its look, its language, its name. */
export function ProgramRoot({ children, ...program }: Program & { readonly children: ReactNode }) {
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
        <ProgramContext value={program}>
          <div ref={body} className="desk-root">
            {children}
          </div>
        </ProgramContext>
      </App>
    </ConfigProvider>
  )
}

/** The window's title: the program, and the place once it is known. */
export function useWindowTitle(product: string, place: string | undefined): void {
  useEffect(() => {
    document.title = place === undefined ? product : `${product} · ${place}`
  }, [place, product])
}
