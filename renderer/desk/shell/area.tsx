import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { href } from '../../shared/desk/route.ts'

// Each area is its own file of the build, so that a weak PC loads only what is opened.
const TodayPage = lazy(async () => ({ default: (await import('../today/today-page.tsx')).TodayPage }))
const DutiesArea = lazy(async () => ({ default: (await import('../duty/duties-area.tsx')).DutiesArea }))
const NoticeArea = lazy(async () => ({ default: (await import('../notice/notice-area.tsx')).NoticeArea }))
const CatalogueArea = lazy(async () => ({
  default: (await import('../catalogue/catalogue-area.tsx')).CatalogueArea,
}))
const ExchangeArea = lazy(async () => ({
  default: (await import('../exchange/exchange-area.tsx')).ExchangeArea,
}))
const UndisclosedArea = lazy(async () => ({
  default: (await import('../register/undisclosed-area.tsx')).UndisclosedArea,
}))
const ListsArea = lazy(async () => ({ default: (await import('../register/lists-area.tsx')).ListsArea }))
const EmergencyPage = lazy(async () => ({
  default: (await import('../emergency/emergency-page.tsx')).EmergencyPage,
}))
const SearchPage = lazy(async () => ({ default: (await import('../search/search-page.tsx')).SearchPage }))
const DisplaysArea = lazy(async () => ({
  default: (await import('../display/displays-area.tsx')).DisplaysArea,
}))
const BoardsArea = lazy(async () => ({ default: (await import('../board/boards-area.tsx')).BoardsArea }))
const ScreensArea = lazy(async () => ({ default: (await import('../screen/screens-area.tsx')).ScreensArea }))
const ScreenStatusPage = lazy(async () => ({
  default: (await import('../screen-status/screen-status-page.tsx')).ScreenStatusPage,
}))
const MattersArea = lazy(async () => ({ default: (await import('../matter/matters-area.tsx')).MattersArea }))
const ReviewSettingsPage = lazy(async () => ({
  default: (await import('../review/review-settings-page.tsx')).ReviewSettingsPage,
}))
const NumbersPage = lazy(async () => ({ default: (await import('../numbers/numbers-page.tsx')).NumbersPage }))
const SearchWordsPage = lazy(async () => ({
  default: (await import('../search-word/search-words-page.tsx')).SearchWordsPage,
}))
const WordingPage = lazy(async () => ({ default: (await import('../wording/wording-page.tsx')).WordingPage }))
const ArchivePage = lazy(async () => ({ default: (await import('../archive/archive-page.tsx')).ArchivePage }))
const TemplatesArea = lazy(async () => ({
  default: (await import('../template/templates-area.tsx')).TemplatesArea,
}))
const PeoplePage = lazy(async () => ({ default: (await import('../office/people-page.tsx')).PeoplePage }))
const CalendarPage = lazy(async () => ({
  default: (await import('../calendar/calendar-page.tsx')).CalendarPage,
}))
const ListPolicyPage = lazy(async () => ({
  default: (await import('../notice/table/policy-page.tsx')).PolicyPage,
}))
const RulesPage = lazy(async () => ({ default: (await import('../rule/rules-page.tsx')).RulesPage }))
const UnitsPage = lazy(async () => ({ default: (await import('../office/units-page.tsx')).UnitsPage }))
const AuditPage = lazy(async () => ({ default: (await import('../audit/audit-page.tsx')).AuditPage }))
const PrintQueuePage = lazy(async () => ({
  default: (await import('../print/queue/queue-page.tsx')).QueuePage,
}))
const KioskPage = lazy(async () => ({ default: (await import('../kiosk/kiosk-page.tsx')).KioskPage }))
const ReadingRoomPage = lazy(async () => ({
  default: (await import('../reading-room/reading-room-page.tsx')).ReadingRoomPage,
}))
const ReplicasPage = lazy(async () => ({
  default: (await import('../replica/replicas-page.tsx')).ReplicasPage,
}))
const SettingsPage = lazy(async () => ({
  default: (await import('../office/settings-page.tsx')).SettingsPage,
}))

/** The screen of a path. */
export function Area({ path }: { readonly path: string }) {
  const { t } = useTranslation('desk')
  switch (path.split('/')[1]) {
    case 'today':
      return <TodayPage />
    case 'duties':
      return <DutiesArea path={path} />
    case 'notices':
      return <NoticeArea path={path} />
    case 'catalogue':
      return <CatalogueArea path={path} />
    case 'exchange':
      return <ExchangeArea path={path} />
    case 'undisclosed':
      return <UndisclosedArea path={path} />
    case 'lists':
      return <ListsArea path={path} />
    case 'emergency':
      return <EmergencyPage />
    case 'search':
      return <SearchPage />
    case 'displays':
      return <DisplaysArea path={path} />
    case 'boards':
      return <BoardsArea path={path} />
    case 'screen-status':
      return <ScreenStatusPage />
    case 'screens':
      return <ScreensArea path={path} />
    case 'matters':
      return <MattersArea path={path} />
    case 'review':
      return <ReviewSettingsPage />
    case 'numbers':
      return <NumbersPage />
    case 'search-words':
      return <SearchWordsPage />
    case 'wording':
      return <WordingPage />
    case 'printing':
      return <PrintQueuePage />
    case 'archive':
      return <ArchivePage />
    case 'templates':
      return <TemplatesArea path={path} />
    case 'people':
      return <PeoplePage />
    case 'calendar':
      return <CalendarPage />
    case 'list-policies':
      return <ListPolicyPage />
    case 'rules':
      return <RulesPage />
    case 'units':
      return <UnitsPage />
    case 'audit':
      return <AuditPage />
    case 'kiosk':
      return <KioskPage />
    case 'replicas':
      return <ReplicasPage />
    case 'reading-room':
      return <ReadingRoomPage />
    case 'settings':
      return <SettingsPage />
    default:
      return (
        <EmptyState title={t('shell.noSuchPage')}>
          <a href={href('/today')}>{t('shell.toToday')}</a>
        </EmptyState>
      )
  }
}
