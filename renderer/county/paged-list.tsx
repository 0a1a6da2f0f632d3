import type { ReactNode } from 'react'
import { EmptyState } from '../shared/desk/empty-state.tsx'
import { QueryBody } from '../shared/desk/query-body.tsx'
import { MoreRows } from './more-rows.tsx'
import type { PagedRows } from './use-pages.ts'

type ListProps<Row> = {
  /** Heading of a card among others; a list without one is what its page is for. */
  readonly title?: string
  readonly rows: PagedRows<Row>
  /** What to say, or to show, where there is nothing. */
  readonly empty: ReactNode
  readonly children: (rows: readonly Row[]) => ReactNode
}

/** A list that comes page by page, in a card, with the way to more at its end. */
export function PagedList<Row>({ title, rows, empty, children }: ListProps<Row>) {
  const nothing = typeof empty === 'string' ? <EmptyState title={empty} /> : empty
  if (title !== undefined) {
    return (
      <section className="card scroll">
        <h2>{title}</h2>
        <QueryBody query={rows}>
          {(all) =>
            all.length === 0 ? (
              nothing
            ) : (
              <>
                {children(all)}
                <MoreRows rows={rows} />
              </>
            )
          }
        </QueryBody>
      </section>
    )
  }
  return (
    <QueryBody query={rows}>
      {(all) => (
        <>
          <section className="card scroll">{all.length === 0 ? nothing : children(all)}</section>
          {all.length > 0 && <MoreRows rows={rows} />}
        </>
      )}
    </QueryBody>
  )
}

/** Head of a column; one of numbers stands at the right, over its figures. */
export type Head = string | { readonly number: string }

type TableProps<Row> = Omit<ListProps<Row>, 'children'> & {
  readonly heads: readonly Head[]
  readonly className?: string
  /** One row of the table, a `tr` with its key. */
  readonly children: (row: Row) => ReactNode
}

/** A table that comes page by page. */
export function PagedTable<Row>({ heads, className = 'plain', children, ...list }: TableProps<Row>) {
  return (
    <PagedList {...list}>
      {(rows) => (
        <table className={className}>
          <thead>
            <tr>
              {heads.map((head) =>
                typeof head === 'string' ? (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ) : (
                  <th key={head.number} scope="col" className="number">
                    {head.number}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>{rows.map((row) => children(row))}</tbody>
        </table>
      )}
    </PagedList>
  )
}
