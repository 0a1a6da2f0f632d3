import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { startI18n } from '../shared/i18n.ts'
import '../shared/tokens.css'
import './kiosk.css'
import './home.css'
import './notice.css'
import { KioskApp } from './kiosk-app.tsx'
import { createKioskQueryClient } from './query-client.ts'
import { KIOSK_TEXTS } from './resources.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('kiosk page without a root element')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startI18n(KIOSK_TEXTS, 'zh-Hans', ['kiosk', 'terms'])}>
      <QueryClientProvider client={createKioskQueryClient()}>
        <KioskApp />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
