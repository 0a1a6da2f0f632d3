import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { href } from '../../shared/desk/route.ts'
import { SendDownPage } from '../downward/send-down-page.tsx'
import { OfficePage } from '../office/office-page.tsx'
import { OfficesPage } from '../office/offices-page.tsx'
import { ReceiptPage } from '../office/receipt-page.tsx'
import { PeoplePage } from '../people/people-page.tsx'
import { RecordPage } from '../record/record-page.tsx'
import { RejectionsPage } from '../report/rejections-page.tsx'
import { TimelinessPage } from '../report/timeliness-page.tsx'
import { EditionPage } from '../search/edition-page.tsx'
import { SearchPage } from '../search/search-page.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { TakeInPage } from '../take-in/take-in-page.tsx'

/** The page of a path. */
export function Area({ path }: { readonly path: string }) {
  const { t } = useTranslation('county')
  const [, area = '', id = '', part = '', number = ''] = path.split('/')
  switch (area) {
    case 'offices':
      if (part === 'receipts') return <ReceiptPage officeId={Number(id)} number={Number(number)} />
      return id === '' ? <OfficesPage /> : <OfficePage key={id} id={Number(id)} />
    case 'take-in':
      return <TakeInPage />
    case 'rejections':
      return <RejectionsPage />
    case 'send-down':
      return <SendDownPage />
    case 'timeliness':
      return <TimelinessPage />
    case 'search':
      return <SearchPage />
    case 'editions':
      return <EditionPage />
    case 'people':
      return <PeoplePage />
    case 'record':
      return <RecordPage />
    case 'settings':
      return <SettingsPage />
    default:
      return (
        <EmptyState title={t('shell.noSuchPage')}>
          <a href={href('/offices')}>{t('shell.toOffices')}</a>
        </EmptyState>
      )
  }
}
