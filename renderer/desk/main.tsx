import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { startI18n } from '../shared/i18n.ts'
import '../shared/tokens.css'
import { DeskApp } from './app.tsx'
import '../shared/desk/desk.css'
import '../shared/desk/door.css'
import { rememberedLanguage } from '../shared/desk/language.ts'
import { createDeskQueryClient } from './query-client.ts'
import { DESK_NAMESPACES, deskResources } from './resources.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('desk page without a root element')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startI18n(deskResources(), rememberedLanguage(), DESK_NAMESPACES)}>
      <QueryClientProvider client={createDeskQueryClient()}>
        <DeskApp />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
