import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import enSignage from '../../locales/en/signage.json'
import zhSignage from '../../locales/zh-Hans/signage.json'
import { startI18n } from '../shared/i18n.ts'
import '../shared/tokens.css'
import './signage.css'
import { SignagePage } from './signage-page.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('signage page without a root element')

const texts = { 'zh-Hans': { signage: zhSignage }, en: { signage: enSignage } }

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startI18n(texts, 'zh-Hans', ['signage'])}>
      <SignagePage search={window.location.search} />
    </I18nextProvider>
  </StrictMode>,
)
