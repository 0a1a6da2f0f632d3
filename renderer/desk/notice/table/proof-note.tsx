import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { href } from '../../../shared/desk/route.ts'
import { Panel } from '../panel.tsx'
import { getProofs, proofsKey } from './table-api.ts'
import './table.css'

/** For whoever decides: what came of the search in the lists of this notice, with the way to the whole proof. */
export function ProofNote({ id }: { readonly id: string }) {
  const { t } = useTranslation('table')
  const proofs = useQuery({ queryKey: proofsKey(id), queryFn: ({ signal }) => getProofs(id, signal) })
  const list = proofs.data ?? []
  if (list.length === 0) return null
  return (
    <Panel title={t('proof.title')}>
      <ul className="nt-lines">
        {list.map(({ id: table, fileName, inText, search }) => (
          <li key={table} className="nt-line">
            <div className="nt-line-title">{fileName}</div>
            <p className={inText && search.found === 0 ? 'tb-good' : 'tb-bad'}>
              {!inText
                ? t('proof.notInText')
                : search.found === 0
                  ? t('proof.searchClean', search)
                  : t('proof.searchFound', search)}
            </p>
          </li>
        ))}
      </ul>
      <a href={href(`/notices/${encodeURIComponent(id)}/table-proof`)}>{t('panel.proof')}</a>
    </Panel>
  )
}
