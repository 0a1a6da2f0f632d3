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
import './language/language-paper.css'
import { certificateAsked } from './certificate/display-certificate-data.ts'
import { DisplayCertificatePage } from './certificate/display-certificate-page.tsx'
import { drawnAsked } from './drawn-pdf/drawn-asked.ts'
import { DrawnPdfPage } from './drawn-pdf/drawn-pdf-page.tsx'
import { slipAsked } from './review-slip/review-slip-data.ts'
import { ReviewSlipPage } from './review-slip/review-slip-page.tsx'
import { SheetPage } from './sheet-page.tsx'
import { TicketPage } from './ticket-page.tsx'
import { ticketAsked } from './ticket.ts'
import './type/bundled-faces.css'
import { offerTypeProbe } from './type/type-probe.ts'
import { writeTypeStacks } from './type/write-type-stacks.ts'

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
writeTypeStacks(document.documentElement)
offerTypeProbe()
// The document is Chinese whatever language the keys around it are in.
document.documentElement.lang = 'zh-Hans'
// Inside another screen, which has keys of its own, only what is wrong with the sheet stands above it.
if (new URLSearchParams(window.location.search).has('preview')) {
  document.documentElement.dataset.preview = 'true'
}

const ticket = ticketAsked(window.location.search)
const drawing = drawnAsked(window.location.search)
const slip = slipAsked(window.location.search)
const certificate = certificateAsked(window.location.search)

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      {ticket !== null ? (
        <TicketPage secret={ticket} />
      ) : drawing !== null ? (
        <DrawnPdfPage {...drawing} />
      ) : slip !== null ? (
        <ReviewSlipPage notice={slip} />
      ) : certificate !== null ? (
        <DisplayCertificatePage id={certificate} />
      ) : (
        <SheetPage search={window.location.search} />
      )}
    </I18nextProvider>
  </StrictMode>,
)
