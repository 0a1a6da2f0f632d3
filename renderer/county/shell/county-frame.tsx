import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeTotals } from '../../../county/web/office/views.ts'
import { href, useRoute } from '../../shared/desk/route.ts'
import { ask } from '../county-api.ts'
import { Area } from './area.tsx'
import { PersonMenu } from './person-menu.tsx'
import { ServerProblem } from './server-problem.tsx'
import { useHasRole, useOpenCounty } from './session-context.ts'

const START = '/offices'

function SideNav({ area }: { readonly area: string }) {
  const { t } = useTranslation(['county', 'desk'])
  const totals = useQuery({
    queryKey: ['office-totals'],
    queryFn: ({ signal }) => ask<OfficeTotals>('office-totals', {}, signal),
    refetchInterval: 60_000,
  }).data
  // An administrator confirms cards that replace a key.
  const takesIn = useHasRole('COLLECTOR', 'ADMINISTRATOR')
  const some = (count: number | undefined) => (count ? String(count) : undefined)
  const groups = [
    {
      title: null,
      entries: [
        { area: 'offices', label: t('nav.offices'), count: some(totals?.gaps) },
        ...(takesIn ? [{ area: 'take-in', label: t('nav.takeIn'), count: undefined }] : []),
        { area: 'rejections', label: t('nav.rejections'), count: some(totals?.rejected) },
        { area: 'send-down', label: t('nav.sendDown'), count: undefined },
      ],
    },
    {
      title: t('nav.look'),
      entries: [
        { area: 'timeliness', label: t('nav.timeliness'), count: undefined },
        { area: 'search', label: t('nav.search'), count: undefined },
      ],
    },
    {
      title: t('nav.program'),
      entries: [
        { area: 'people', label: t('nav.people'), count: undefined },
        { area: 'record', label: t('nav.record'), count: undefined },
        { area: 'settings', label: t('nav.settings'), count: undefined },
      ],
    },
  ]
  return (
    <nav className="side" aria-label={t('desk:nav.label')}>
      {groups.map((group) => (
        <section
          key={group.entries[0]?.area}
          {...(group.title === null ? {} : { 'aria-label': group.title })}
        >
          {group.title !== null && <p className="side-title">{group.title}</p>}
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.area}>
                <a
                  href={href(`/${entry.area}`)}
                  {...(entry.area === area ? { 'aria-current': 'page' as const } : {})}
                >
                  {entry.label}
                  {entry.count !== undefined && <em>{entry.count}</em>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** Top line, navigation, and the page of the present path. */
export function CountyFrame({ lock }: { readonly lock: () => void }) {
  const { t } = useTranslation(['county', 'desk'])
  const { county } = useOpenCounty()
  const { path } = useRoute(START)
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    main.current?.scrollTo({ top: 0 })
  }, [path])
  return (
    <div className="desk-frame">
      <header className="top">
        <a
          className="skip"
          href="#main"
          onClick={(event) => {
            // The hash is the route, so the link must not change it.
            event.preventDefault()
            main.current?.focus()
          }}
        >
          {t('desk:shell.skip')}
        </a>
        <a className="product-name" href={href(START)}>
          {t('product')}
        </a>
        <span className="top-office" title={county.name}>
          {county.name}
        </span>
        <div className="top-state">
          <PersonMenu lock={lock} />
        </div>
      </header>
      <SideNav area={path.split('/')[1] ?? ''} />
      <main ref={main} id="main" tabIndex={0} aria-label={t('desk:shell.main')}>
        <ServerProblem />
        <Area path={path} />
      </main>
    </div>
  )
}
