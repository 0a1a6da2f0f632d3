import { useTranslation } from 'react-i18next'
import { useHome, useNotices } from '../frame/board-queries.ts'
import { MoreButton } from '../frame/more-button.tsx'
import { NoticeRows } from './notice-rows.tsx'
import { PageState } from '../frame/page-state.tsx'

/** A list of one group, or of everything. */
export function GroupPage(props: { group: string | null }) {
  const { t } = useTranslation('kiosk')
  const home = useHome()
  const asked = useNotices(props.group)
  const group = home.data?.home.groups.find((candidate) => candidate.id === props.group)
  return (
    <PageState asked={asked} data={asked.data}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.items)
        const total = data.pages[0]?.total ?? rows.length
        return (
          <div className="inner">
            <h1 className="title" tabIndex={-1} lang="zh-Hans">
              {group?.name ?? t('list.all')}
            </h1>
            {rows.length === 0 ? (
              <p className="sheet empty">{t('list.empty')}</p>
            ) : (
              <>
                <div className="sheet">
                  <NoticeRows rows={rows} />
                </div>
                <MoreButton
                  shown={rows.length}
                  total={total}
                  hasMore={asked.hasNextPage}
                  isLoading={asked.isFetchingNextPage}
                  onMore={() => void asked.fetchNextPage()}
                />
              </>
            )}
          </div>
        )
      }}
    </PageState>
  )
}
