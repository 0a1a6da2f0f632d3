import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REGIMES } from '../../../domain/catalogue/catalogue-item.ts'
import { listCatalogues, listUnits } from '../api/catalogue-api.ts'
import { href } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { CATALOGUES_KEY, UNITS_KEY } from './catalogue-keys.ts'
import { CatalogueRows } from './catalogue-rows.tsx'
import { ImportDrop } from './import/import-drop.tsx'
import { TemplateDialog } from './template-dialog.tsx'

/** Every catalogue, those of each regime apart, and the ways to bring in another. */
export function CatalogueList() {
  const { t } = useTranslation(['catalogue', 'desk'])
  const mayImport = useHasRole('HANDLER', 'ADMINISTRATOR')
  const [templates, setTemplates] = useState(false)
  const catalogues = useQuery({ queryKey: CATALOGUES_KEY, queryFn: listCatalogues })
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits })
  return (
    <>
      <PageHead title={t('desk:catalogue.title')} sub={t('desk:catalogue.sub')}>
        <Button href={href('/catalogue/kiosk-groups')}>{t('catalogue:kioskGroup.link')}</Button>
        {mayImport && <Button onClick={() => setTemplates(true)}>{t('catalogue:template.load')}</Button>}
      </PageHead>
      {mayImport && <ImportDrop />}
      <QueryBody query={catalogues}>
        {(list) =>
          list.length === 0 ? (
            <section className="card">
              <EmptyState title={t('desk:catalogue.empty')}>
                <p className="sub">
                  {mayImport ? t('catalogue:list.emptyHint') : t('desk:catalogue.emptyHintOther')}
                </p>
              </EmptyState>
            </section>
          ) : (
            REGIMES.map((regime) => {
              const own = list.filter((one) => one.regime === regime)
              return own.length === 0 ? null : (
                <CatalogueRows key={regime} regime={regime} catalogues={own} units={units.data ?? []} />
              )
            })
          )
        }
      </QueryBody>
      {templates && <TemplateDialog close={() => setTemplates(false)} />}
    </>
  )
}
