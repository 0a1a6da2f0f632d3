import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ScreensView, ScreenView } from '../../../server/signage/views.ts'
import { getScreens, SCREEN_LIST_KEY } from '../api/screen-api.ts'
import { href } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { NewScreen } from './new-screen.tsx'
import { Rehearsal } from './rehearsal.tsx'
import { ScreenEditor } from './screen-editor.tsx'
import { WeekView } from './week-view.tsx'

const TABS = ['settings', 'week', 'rehearsal'] as const

function Tabs({ id, tab }: { readonly id: string; readonly tab: string }) {
  const { t } = useTranslation('screen')
  return (
    <nav className="tabs" aria-label={t('tab.label')}>
      {TABS.map((one) => (
        <a
          key={one}
          href={href(`/screens/${encodeURIComponent(id)}${one === 'settings' ? '' : `/${one}`}`)}
          {...(one === tab ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`tab.${one}`)}
        </a>
      ))}
    </nav>
  )
}

function OneScreen(props: { readonly view: ScreenView; readonly list: ScreensView; readonly tab: string }) {
  const { view, list, tab } = props
  const { t } = useTranslation('screen')
  const { screen } = view
  return (
    <>
      <PageHead
        title={screen.name}
        sub={[screen.place, view.unitName, t('version', { number: view.version, by: view.by })]
          .filter((part) => part !== '')
          .join('　')}
      />
      <Tabs id={screen.id} tab={tab} />
      {tab === 'week' ? <WeekView view={view} /> : null}
      {tab === 'rehearsal' ? <Rehearsal view={view} /> : null}
      {tab === 'settings' ? (
        <ScreenEditor
          key={view.version}
          start={screen}
          saved={view}
          mayChange={list.mayChange}
          addresses={list.addresses}
        />
      ) : null}
    </>
  )
}

/** One screen: what it is and subscribes to, its week, and any day rehearsed. */
export function ScreenPage({ id, tab }: { readonly id: string; readonly tab: string }) {
  const { t } = useTranslation('screen')
  const query = useQuery({ queryKey: SCREEN_LIST_KEY, queryFn: ({ signal }) => getScreens(signal) })
  return (
    <>
      <p className="sc-back">
        <a href={href('/screens')}>{t('back')}</a>
      </p>
      <QueryBody query={query}>
        {(list) => {
          if (id === 'new') return <NewScreen list={list} />
          const view = list.screens.find(({ screen }) => screen.id === id)
          return view === undefined ? (
            <EmptyState title={t('gone')}>
              <a href={href('/screens')}>{t('back')}</a>
            </EmptyState>
          ) : (
            <OneScreen view={view} list={list} tab={tab} />
          )
        }}
      </QueryBody>
    </>
  )
}
