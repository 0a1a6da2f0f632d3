import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { startI18n } from '../shared/i18n.ts'
import '../shared/tokens.css'
import './frame/kiosk.css'
import './frame/head.css'
import './frame/keys.css'
import './frame/states.css'
import './frame/glass.css'
import './home/home.css'
import './home/tiles.css'
import './home/rows.css'
import './home/inner.css'
import './notice/notice.css'
import './notice/body.css'
import { isGlass } from './frame/glass.ts'
import { KioskApp } from './frame/kiosk-app.tsx'
import { containGlass } from './glass/contain.ts'
import { previewAsked } from './preview/preview-asked.ts'
import { createKioskQueryClient } from './frame/query-client.ts'
import { bringEnglish } from './frame/speak.ts'
import { KIOSK_TEXTS } from './frame/resources.ts'

// Only the desk asks for it: the glass in the hall never loads it.
const PreviewApp = lazy(async () => ({ default: (await import('./preview/preview-app.tsx')).PreviewApp }))
const preview = previewAsked(window.location.search)

const root = document.querySelector('#root')
if (root === null) throw new Error('kiosk page without a root element')

// Before the first page is drawn: its listeners must be the first.
if (!preview && isGlass()) containGlass()

const texts = startI18n(KIOSK_TEXTS, 'zh-Hans', ['kiosk', 'terms'])
// After the first page has been asked for and drawn; a failure is mended by the key itself.
window.setTimeout(() => {
  bringEnglish(texts).catch(() => undefined)
}, 3_000)

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={texts}>
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
