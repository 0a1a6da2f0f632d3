import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import zhDuty from '../../locales/zh-Hans/duty.json'
import enSheet from '../../locales/en/sheet.json'
import mnSheet from '../../locales/mn-Mong/sheet.json'
import zhSheet from '../../locales/zh-Hans/sheet.json'
import zhTerms from '../../locales/zh-Hans/terms.json'
import { LANGUAGES, startI18n } from '../shared/i18n.ts'
import '../shared/tokens.css'
import './page.css'
import './paper.css'
import '../shared/language/script.css'
import './language-paper.css'
import { certificateAsked } from './display-certificate-data.ts'
import { DisplayCertificatePage } from './display-certificate-page.tsx'
import { isDutyList } from './duty-list-data.ts'
import { DutyListPage } from './duty-list-page.tsx'
import { slipAsked } from './review-slip-data.ts'
import { ReviewSlipPage } from './review-slip-page.tsx'
import { SheetPage } from './sheet-page.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('sheet page without a root element')

const texts = {
  'zh-Hans': { sheet: zhSheet, duty: zhDuty, terms: zhTerms },
  en: { sheet: enSheet },
  'mn-Mong': { sheet: mnSheet },
}
const asked = new URLSearchParams(window.location.search).get('lang')
const i18n = startI18n(texts, LANGUAGES.find((language) => language === asked) ?? 'zh-Hans', [
  'sheet',
  'duty',
  'terms',
])
// The document is Chinese whatever language the keys around it are in.
document.documentElement.lang = 'zh-Hans'

const slip = slipAsked(window.location.search)
const certificate = certificateAsked(window.location.search)

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      {isDutyList(window.location.search) ? (
        <DutyListPage hash={window.location.hash} />
      ) : slip !== null ? (
        <ReviewSlipPage notice={slip} hash={window.location.hash} />
      ) : certificate !== null ? (
        <DisplayCertificatePage id={certificate} hash={window.location.hash} />
      ) : (
        <SheetPage search={window.location.search} />
      )}
    </I18nextProvider>
  </StrictMode>,
)
