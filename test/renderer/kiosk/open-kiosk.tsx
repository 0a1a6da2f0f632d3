import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { vi } from 'vitest'
import { KioskApp } from '../../../renderer/kiosk/frame/kiosk-app.tsx'
import { createKioskQueryClient } from '../../../renderer/kiosk/frame/query-client.ts'
import { KIOSK_TEXTS } from '../../../renderer/kiosk/frame/resources.ts'
import { startI18n } from '../../../renderer/shared/i18n.ts'

/** What the office answers under a path; silence is an office computer that is off. */
export type OfficeAnswer = { readonly status: number; readonly body: unknown } | 'silence'

/** A kiosk before an office whose answers a test sets. */
export type OpenKiosk = {
  readonly answers: Map<string, OfficeAnswer>
  /** The office computer is switched off, or on again. */
  readonly away: (isAway: boolean) => void
  readonly pass: (milliseconds: number) => Promise<void>
  readonly open: (hash?: string) => Promise<void>
  readonly close: () => void
}

/** Sets the clock and stands in for the office; nothing is rendered before `open`. */
export function openKiosk(now: string): OpenKiosk {
  vi.useFakeTimers()
  vi.setSystemTime(now)
  const answers = new Map<string, OfficeAnswer>()
  let isAway = false
  vi.stubGlobal('fetch', (address: string): Promise<Response> => {
    const { pathname, search } = new URL(address, 'http://board')
    const answer = answers.get(pathname + search) ??
      answers.get(pathname) ?? { status: 404, body: { code: 'request.not-found' } }
    if (isAway || answer === 'silence') return Promise.reject(new TypeError('nobody answers'))
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }))
  })
  // The elements of happy-dom are not laid out and cannot scroll.
  Element.prototype.scrollTo = () => undefined
  const pass = (milliseconds: number) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(milliseconds)
      // Parts that are loaded when asked for.
      await vi.dynamicImportSettled()
    })
  return {
    answers,
    away: (away) => {
      isAway = away
    },
    pass,
    open: async (hash = '') => {
      window.location.hash = hash
      render(
        <I18nextProvider i18n={startI18n(KIOSK_TEXTS, 'zh-Hans', ['kiosk', 'terms'])}>
          <QueryClientProvider client={createKioskQueryClient()}>
            <KioskApp />
          </QueryClientProvider>
        </I18nextProvider>,
      )
      await pass(100)
    },
    close: () => {
      cleanup()
      vi.unstubAllGlobals()
      vi.useRealTimers()
    },
  }
}
