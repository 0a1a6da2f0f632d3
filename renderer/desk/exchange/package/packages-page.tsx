import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { href } from '../../../shared/desk/route.ts'
import { listPackages } from '../../api/exchange-api.ts'
import { PACKAGES_KEY } from '../exchange-keys.ts'
import { GapNote } from './gap-note.tsx'
import { PackageTable } from './package-table.tsx'
import { VerifyPackage } from './verify-package.tsx'

/** Every package that was written: only a receipt turns one green. */
export function PackagesPage() {
  const { t } = useTranslation('exchange')
  const packages = useQuery({ queryKey: PACKAGES_KEY, queryFn: listPackages })
  return (
    <>
      <GapNote />
      <section className="card">
        <QueryBody query={packages}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={t('package.none')}>
                <p className="sub">
                  {t('package.noneHint')} <a href={href('/exchange')}>{t('package.toSend')}</a>
                </p>
              </EmptyState>
            ) : (
              <PackageTable packages={list.toSorted((one, other) => other.sequence - one.sequence)} />
            )
          }
        </QueryBody>
      </section>
      <VerifyPackage />
    </>
  )
}
