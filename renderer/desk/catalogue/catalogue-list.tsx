import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Catalogue } from '../../../domain/catalogue/catalogue-item.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { importCatalogue, listCatalogues } from '../api/catalogue-api.ts'
import { href } from '../route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { QueryBody } from '../ui/query-body.tsx'
import { CATALOGUES_KEY } from './catalogue-keys.ts'
import { ImportResult } from './import-result.tsx'

function CatalogueRows({ catalogues }: { readonly catalogues: readonly Catalogue[] }) {
  const { t } = useTranslation(['desk', 'terms'])
  return (
    <section className="card">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('catalogue.name')}</th>
            <th scope="col">{t('catalogue.regime')}</th>
            <th scope="col" className="number">
              {t('catalogue.itemCount')}
            </th>
            <th scope="col">{t('catalogue.sourceFile')}</th>
            <th scope="col">{t('catalogue.createdAt')}</th>
          </tr>
        </thead>
        <tbody>
          {catalogues.map((catalogue) => (
            <tr key={catalogue.id}>
              <td>
                <a className="strong" href={href(`/catalogue/${encodeURIComponent(catalogue.id)}`)}>
                  {catalogue.name}
                </a>
              </td>
              <td>{t(`terms:regime.${catalogue.regime}`)}</td>
              <td className="number">{catalogue.itemCount}</td>
              <td className="soft breakable">{catalogue.version.sourceFile}</td>
              <td className="soft nowrap">{instantText(catalogue.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Every catalogue, and the place to take in another. */
export function CatalogueList() {
  const { t } = useTranslation('desk')
  const queries = useQueryClient()
  const mayImport = useHasRole('HANDLER', 'ADMINISTRATOR')
  const catalogues = useQuery({ queryKey: CATALOGUES_KEY, queryFn: listCatalogues })
  const take = useMutation({
    mutationFn: importCatalogue,
    onSuccess: () => queries.invalidateQueries({ queryKey: CATALOGUES_KEY }),
  })
  return (
    <>
      <PageHead title={t('catalogue.title')} sub={t('catalogue.sub')} />
      {mayImport && (
        <FileDrop
          label={t('catalogue.import')}
          hint={t('catalogue.importHint')}
          accept=".xlsx,.csv"
          busy={take.isPending}
          onFile={(file) => take.mutate(file)}
        />
      )}
      <RefusalMessage error={take.error} />
      {take.data !== undefined && <ImportResult result={take.data} />}
      <QueryBody query={catalogues}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('catalogue.empty')}>
              <p className="sub">{mayImport ? t('catalogue.emptyHint') : t('catalogue.emptyHintOther')}</p>
            </EmptyState>
          ) : (
            <CatalogueRows catalogues={list} />
          )
        }
      </QueryBody>
    </>
  )
}
