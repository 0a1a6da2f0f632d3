import { QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import { App, ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Role } from '../../../../domain/office/role.ts'
import { createDeskQueryClient } from '../../../../renderer/desk/query-client.ts'
import { OpenDeskContext, type OpenDesk } from '../../../../renderer/desk/shell/session-context.ts'
import { dutyI18n } from './duty-i18n.ts'
import { FOOTING } from './duty-samples.ts'

const ZHOU = { id: 'a-zhou', name: '周敏', roles: ['HANDLER'] as readonly Role[], disabled: false }
const desk = { people: [ZHOU], session: { account: ZHOU }, clock: FOOTING.clock } as unknown as OpenDesk

/** What was asked of the board. */
export type Asked = { readonly method: string; readonly path: string; readonly body: string }

/** A board that answers by the beginning of the path; what is not named is an empty list. */
export function fakeBoard(answers: Readonly<Record<string, unknown>>) {
  const asked: Asked[] = []
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const path = (input instanceof Request ? input.url : String(input)).replace(/^https?:\/\/[^/]+/, '')
    asked.push({ method: init?.method ?? 'GET', path, body: typeof init?.body === 'string' ? init.body : '' })
    const known = Object.keys(answers)
      .filter((beginning) => path.startsWith(beginning))
      .toSorted((one, other) => other.length - one.length)[0]
    return Response.json(known === undefined ? { items: [], next: null, total: 0 } : answers[known])
  }
  return { asked, fetch }
}

/** Renders a screen as the desk does, with 周敏 (经办, unless other roles are given) at it. */
export function atTheDesk(screen: ReactNode, roles: readonly Role[] = ZHOU.roles): RenderResult {
  const account = { ...ZHOU, roles }
  return render(
    <I18nextProvider i18n={dutyI18n}>
      <QueryClientProvider client={createDeskQueryClient()}>
        <OpenDeskContext value={{ ...desk, session: { ...desk.session, account } }}>
          <ConfigProvider button={{ autoInsertSpace: false }}>
            <App component={false}>{screen}</App>
          </ConfigProvider>
        </OpenDeskContext>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}
