import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { type ListAsked, useHome, useNotices } from '../frame/board-queries.ts'
import { Go } from '../frame/go.tsx'
import { MoreButton } from '../frame/more-button.tsx'
import { PageState } from '../frame/page-state.tsx'
import { useStanding } from '../frame/use-standing.ts'
import { Contact } from './contact.tsx'
import { NoticeRows } from './notice-rows.tsx'

/** Nothing here yet is not the end: whom to ask, and everything else there is. */
function NothingYet() {
  const { t } = useTranslation('kiosk')
  const office = useHome().data?.home.office
  return (
    <section className="sheet nothing-yet">
      <p>{t('list.empty')}</p>
      <h2 className="subtitle">{t('window.heading')}</h2>
      {office ? <Contact office={office} /> : null}
      <p className="hint">{t('window.other')}</p>
      <Go to={{ page: 'all' }} className="button">
        {t('window.all')}
      </Go>
    </section>
  )
}

/** A page that is a list of notices, newest first, under its title; `before` stands between the two. */
export function NoticeList(props: { asked: ListAsked; title: ReactNode; before?: ReactNode }) {
  const query = useNotices(props.asked)
  const standing = useStanding()
  return (
    <PageState asked={query} data={query.data}>
      {(data) => {
        const rows = standing(data.pages.flatMap((page) => page.items))
        const total = data.pages[0]?.total ?? rows.length
        return (
          <div className="inner">
            <h1 className="title" tabIndex={-1} lang="zh-Hans">
              {props.title}
            </h1>
            {props.before}
            {rows.length === 0 && !query.hasNextPage ? (
              <NothingYet />
            ) : (
              <>
                <div className="sheet">
                  <NoticeRows rows={rows} />
                </div>
                <MoreButton
                  shown={rows.length}
                  total={total}
                  hasMore={query.hasNextPage}
                  isLoading={query.isFetchingNextPage}
                  onMore={() => void query.fetchNextPage()}
                />
              </>
            )}
          </div>
        )
      }}
    </PageState>
  )
}
