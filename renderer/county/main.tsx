import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import '../shared/desk/desk.css'
import '../shared/desk/door.css'
import { rememberedLanguage } from '../shared/desk/language.ts'
import '../shared/desk/office.css'
import '../shared/desk/shell.css'
import { startI18n } from '../shared/i18n.ts'
import '../shared/tokens.css'
import { CountyApp } from './app.tsx'
import './county.css'
import { createCountyQueryClient } from './query-client.ts'
import { COUNTY_NAMESPACES, countyResources } from './resources.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('county page without a root element')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startI18n(countyResources(), rememberedLanguage(), COUNTY_NAMESPACES)}>
      <QueryClientProvider client={createCountyQueryClient()}>
        <CountyApp />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
