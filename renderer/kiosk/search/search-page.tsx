import { useTranslation } from 'react-i18next'
import type { ExcerptPart } from '../../../server/display/views.ts'
import { useSearch } from '../frame/board-queries.ts'
import { MoreButton } from '../frame/more-button.tsx'
import { NoticeRow } from '../home/notice-rows.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PageState } from '../frame/page-state.tsx'
import { SearchField } from './search-field.tsx'

function Marked(props: { parts: readonly ExcerptPart[] }) {
  return props.parts.map((part, index) =>
    part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  )
}

/** What a search found, with the words marked. */
export function SearchPage(props: { query: string }) {
  const { t } = useTranslation('kiosk')
  const asked = useSearch(props.query)
  return (
    <div className="inner">
      <SearchField initial={props.query} />
      <PageState asked={asked} data={asked.data}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items)
          const first = data.pages[0]
          const number = first?.total ?? rows.length
          if (rows.length === 0) return <NothingFound query={props.query} />
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
