import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { startI18n } from '../shared/i18n.ts'
import { SIGNAGE_TEXTS } from './resources.ts'
import '../shared/tokens.css'
import './signage.css'
import './face/face.css'
import './face/special-faces.css'
import './preview/desk.css'
import { SignagePage } from './signage-page.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('signage page without a root element')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startI18n(SIGNAGE_TEXTS, 'zh-Hans', ['signage', 'terms'])}>
      <SignagePage path={window.location.pathname} search={window.location.search} />
    </I18nextProvider>
  </StrictMode>,
)
