import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PackageView } from '../../../../server/exchange/views.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { href } from '../../../shared/desk/route.ts'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { listPackageChanges, listPackages, packageFileAddress } from '../../api/exchange-api.ts'
import { dayAndTime } from '../../notice/format.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { packageChangesKey, PACKAGES_KEY } from '../exchange-keys.ts'
import { CarriageLines } from './carriage-lines.tsx'
import { ChangeTable } from './change-table.tsx'
import { PackageState } from './package-state.tsx'
import { rangeText } from './range-text.ts'

function Facts({ one }: { readonly one: PackageView }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  return (
    <section className="card" aria-labelledby="ex-package">
      <h2>
        <span id="ex-package" className="ex-h2">
          {t('package.name', { sequence: one.sequence })}
        </span>
        <span>
          <a className="button-link" href={packageFileAddress(one.sequence)} download={one.fileName}>
            {t('package.download')}
          </a>
        </span>
      </h2>
      <div className="card-body ex-facts">
        <div>
          <PackageState one={one} />
        </div>
        <dl>
          <div>
            <dt>{t('package.column.holds')}</dt>
            <dd>
              {t('package.all', {
                editions: one.editionCount,
                withdrawals: one.withdrawalCount,
                attachments: one.attachmentCount,
                statistics: one.statisticCount,
              })}
            </dd>
          </div>
          {one.offer !== null && (
            <div>
              <dt>{t('package.column.range')}</dt>
              <dd>
                {rangeText(i18n, one.offer)}
                <p className="sub">{t(`package.reason.${one.offer.reason}`)}</p>
                {one.offer.heldBack > 0 && (
                  <p className="sub">{t('package.heldBack', { count: one.offer.heldBack })}</p>
                )}
              </dd>
            </div>
          )}
          <div>
            <dt>{t('package.column.file')}</dt>
            <dd>
              <span className="breakable">{one.fileName}</span>　{byteSize(one.size)}
              <p className="sub">
                {one.encryptedFor === null
                  ? t('package.open')
                  : t('package.encrypted', { name: one.encryptedFor })}
              </p>
              <p className="sub code breakable">{t('package.digest', { digest: one.sha256 })}</p>
            </dd>
          </div>
          <div>
            <dt>{t('package.column.written')}</dt>
            <dd>
              {dayAndTime(one.createdAt, i18n.language, clock.now)}　{one.createdBy.name}
              {one.ofFormerInstance && <p className="sub">{t('package.former')}</p>}
            </dd>
          </div>
          {one.carriages.length > 0 && (
            <div>
              <dt>{t('package.column.sent')}</dt>
              <dd>
                <CarriageLines carriages={one.carriages} />
              </dd>
            </div>
          )}
        </dl>
      </div>
    </section>
  )
}

function Changes({ sequence }: { readonly sequence: number }) {
  const { t } = useTranslation('exchange')
  const pages = useInfiniteQuery({
    queryKey: packageChangesKey(sequence),
    queryFn: ({ pageParam }) => listPackageChanges(sequence, pageParam),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const here = all.reduce((sum, page) => sum + page.changes.length, 0)
      return last.changes.length > 0 && here < last.total ? here : undefined
    },
  })
  return (
    <section className="card" aria-labelledby="ex-changes">
      <h2 id="ex-changes">{t('change.title')}</h2>
      <QueryBody query={pages}>
        {(data) => {
          const changes = data.pages.flatMap((page) => page.changes)
          const total = data.pages[0]?.total ?? 0
          return changes.length === 0 ? (
            <EmptyState title={t('change.none')} />
          ) : (
            <>
              <ChangeTable changes={changes} />
              {pages.hasNextPage && (
                <p className="ex-more">
                  <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                    {t('change.more', { count: total - changes.length })}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </QueryBody>
    </section>
  )
}

/** One package: its facts, its ways, and its changes row by row. */
export function PackagePage({ sequence }: { readonly sequence: number }) {
  const { t } = useTranslation('exchange')
  const packages = useQuery({ queryKey: PACKAGES_KEY, queryFn: listPackages })
  return (
    <>
      <p className="ex-back">
        <a href={href('/exchange/packages')}>{t('package.back')}</a>
      </p>
      <QueryBody query={packages}>
        {(list) => {
          const one = list.find((other) => other.sequence === sequence)
          return one === undefined ? (
            <EmptyState title={t('package.gone')} />
          ) : (
            <>
              <Facts one={one} />
              {one.offer === null ? null : <Changes sequence={sequence} />}
            </>
          )
        }}
      </QueryBody>
    </>
  )
}
