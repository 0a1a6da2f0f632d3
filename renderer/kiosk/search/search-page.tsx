import { useTranslation } from 'react-i18next'
import { useSearch } from '../frame/board-queries.ts'
import { MoreButton } from '../frame/more-button.tsx'
import { NoticeRow } from '../home/notice-rows.tsx'
import { AlsoCalled } from './also-called.tsx'
import { Marked } from './marked.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PageState } from '../frame/page-state.tsx'
import { SearchField } from './search-field.tsx'
import { useStanding } from '../frame/use-standing.ts'

/** What a search found, with the words marked. */
export function SearchPage(props: { query: string }) {
  const { t } = useTranslation('kiosk')
  const asked = useSearch(props.query)
  const standing = useStanding()
  return (
    <div className="inner">
      <SearchField initial={props.query} />
      <PageState asked={asked} data={asked.data}>
        {(data) => {
          const rows = standing(data.pages.flatMap((page) => page.items))
          const first = data.pages[0]
          const number = first?.total ?? rows.length
          const alsoCalled = <AlsoCalled words={first?.alsoCalled ?? []} />
          if (rows.length === 0 && !asked.hasNextPage) {
            return <NothingFound query={props.query} alsoCalled={alsoCalled} />
          }
          return (
            <>
              <h1 className="title" tabIndex={-1}>
                <span lang="zh-Hans">{t('search.heading', { query: props.query })}</span>
                <span className="title-count">
                  {first?.totalIsLowerBound
                    ? t('search.foundAtLeast', { number })
                    : t('search.found', { number })}
                </span>
              </h1>
              {alsoCalled}
              <div className="sheet">
                <ol className="rows">
                  {rows.map((row) => (
                    <NoticeRow
                      key={row.indexNumber}
                      row={row}
                      title={row.titleParts.length > 0 ? <Marked parts={row.titleParts} /> : null}
                      excerpt={
                        row.excerpt.length > 0 ? (
                          <span className="row-excerpt">
                            <Marked parts={row.excerpt} />
                          </span>
                        ) : null
                      }
                    />
                  ))}
                </ol>
              </div>
              <MoreButton
                shown={rows.length}
                total={first?.totalIsLowerBound ? null : number}
                hasMore={asked.hasNextPage}
                isLoading={asked.isFetchingNextPage}
                onMore={() => void asked.fetchNextPage()}
              />
            </>
          )
        }}
      </PageState>
    </div>
  )
}
