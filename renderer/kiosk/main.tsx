import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { startI18n } from '../shared/i18n.ts'
import '../shared/tokens.css'
import './frame/kiosk.css'
import './home/home.css'
import './notice/notice.css'
import { KioskApp } from './frame/kiosk-app.tsx'
import { previewAsked } from './preview/preview-asked.ts'
import { createKioskQueryClient } from './frame/query-client.ts'
import { KIOSK_TEXTS } from './frame/resources.ts'

// Only the desk asks for it: the glass in the hall never loads it.
const PreviewApp = lazy(async () => ({ default: (await import('./preview/preview-app.tsx')).PreviewApp }))
const preview = previewAsked(window.location.search)

const root = document.querySelector('#root')
if (root === null) throw new Error('kiosk page without a root element')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startI18n(KIOSK_TEXTS, 'zh-Hans', ['kiosk', 'terms'])}>
      <QueryClientProvider client={createKioskQueryClient()}>
        {preview ? (
          <Suspense>
            <PreviewApp asked={preview} />
          </Suspense>
        ) : (
          <KioskApp />
        )}
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
