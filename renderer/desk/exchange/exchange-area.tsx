import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { href } from '../../shared/desk/route.ts'
import { getOutbox } from '../api/exchange-api.ts'
import { listDownwardItems } from '../api/exchange-downward-api.ts'
import { listExchangeTasks } from '../api/exchange-receipt-api.ts'
import { OUTBOX_KEY } from '../query-client.ts'
import { CountyPage } from './county/county-page.tsx'
import { DownwardPage } from './downward/downward-page.tsx'
import { DOWNWARD_KEY, TASKS_KEY } from './exchange-keys.ts'
import './exchange.css'
import { PackagePage } from './package/package-page.tsx'
import { PackagesPage } from './package/packages-page.tsx'
import { PortalPage } from './portal/portal-page.tsx'
import { ReceivePage } from './receive/receive-page.tsx'
import { SendPage } from './send/send-page.tsx'
import { TasksPage } from './task/tasks-page.tsx'

const EXCHANGE_PARTS = ['send', 'packages', 'receive', 'tasks', 'downward', 'county', 'portal'] as const
type ExchangePart = (typeof EXCHANGE_PARTS)[number]

function Tabs({ part }: { readonly part: ExchangePart }) {
  const { t } = useTranslation('exchange')
  const tasks = useQuery({ queryKey: TASKS_KEY, queryFn: listExchangeTasks }).data
  const items = useQuery({ queryKey: DOWNWARD_KEY, queryFn: listDownwardItems }).data
  const counts: Partial<Record<ExchangePart, number>> = {
    tasks: tasks?.openCount ?? 0,
    downward: items?.open.length ?? 0,
  }
  return (
    <nav className="tabs" aria-label={t('tab.label')}>
      {EXCHANGE_PARTS.map((one) => (
        <a
          key={one}
          href={href(one === 'send' ? '/exchange' : `/exchange/${one}`)}
          {...(one === part ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`tab.${one}`)}
          {(counts[one] ?? 0) > 0 && <em>{counts[one]}</em>}
        </a>
      ))}
    </nav>
  )
}

function Body({ part, one }: { readonly part: ExchangePart; readonly one: string | undefined }) {
  switch (part) {
    case 'send':
      return <SendPage />
    case 'packages':
      return one === undefined ? <PackagesPage /> : <PackagePage key={one} sequence={Number(one)} />
    case 'receive':
      return <ReceivePage />
    case 'tasks':
      return <TasksPage />
    case 'downward':
      return <DownwardPage />
    case 'county':
      return <CountyPage />
    case 'portal':
      return <PortalPage />
  }
}

/** The exchange with the county: `/exchange`, `/exchange/packages/<number>`, and a path for each of its parts. */
export function ExchangeArea({ path }: { readonly path: string }) {
  const { t } = useTranslation('exchange')
  const [, , word, one] = path.split('/')
  const part = EXCHANGE_PARTS.find((known) => known === word) ?? 'send'
  const county = useQuery({ queryKey: OUTBOX_KEY, queryFn: getOutbox }).data?.county
  return (
    <>
      <PageHead
        title={t('title')}
        sub={county === undefined ? t('sub') : county === null ? t('subNone') : t('subCounty', county)}
      />
      <Tabs part={part} />
      <Body part={part} one={one} />
    </>
  )
}
