import { useTranslation } from 'react-i18next'
import { FilesDrop } from '../../../shared/desk/files-drop.tsx'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { takeDownward, takeReceipts } from '../../api/exchange-receipt-api.ts'
import { useExchangeChange } from '../use-exchange-change.ts'
import { OutcomeList } from './outcome-list.tsx'
import { isCountyPackage } from './sort-files.ts'

/** Receipts first: a package of the county may be signed by a key that a receipt or card of before has brought. */
async function takeFiles(files: readonly File[]) {
  const packages = files.filter(({ name }) => isCountyPackage(name))
  const others = files.filter(({ name }) => !isCountyPackage(name))
  const receipts = others.length > 0 ? (await takeReceipts(others)).results : []
  const downward = packages.length > 0 ? (await takeDownward(packages)).results : []
  return { receipts, downward }
}

/** Files of the county from anywhere on this computer. */
export function FilesCard() {
  const { t } = useTranslation('exchange')
  const take = useExchangeChange(takeFiles)
  return (
    <section className="card" aria-labelledby="ex-from-files">
      <h2 id="ex-from-files">{t('receive.fromFiles')}</h2>
      <div className="card-body">
        <FilesDrop
          label={t('receive.choose')}
          hint={t('receive.chooseHint')}
          accept=".json,.zip,.age"
          busy={take.isPending}
          multiple
          onFiles={(files) => take.mutate(files)}
        />
        <RefusalMessage error={take.error} />
        {take.data !== undefined && (
          <OutcomeList receipts={take.data.receipts} downward={take.data.downward} />
        )}
      </div>
    </section>
  )
}
