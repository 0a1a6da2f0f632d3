import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { verifyPackage } from '../api/exchange-api.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { PackageProved, PackageRefused } from './package-verdict.tsx'

/** Proves a package file that somebody brings, whichever office wrote it. */
export function VerifyPackage() {
  const { t } = useTranslation('desk')
  const [name, setName] = useState('')
  const verify = useMutation({ mutationFn: verifyPackage })
  return (
    <section className="card verify">
      <h2>{t('exchange.verify')}</h2>
      <div className="card-body">
        <p className="sub">{t('exchange.verifySub')}</p>
        <FileDrop
          label={t('exchange.chooseFile')}
          hint={t('exchange.verifyHint')}
          accept=".zip"
          busy={verify.isPending}
          onFile={(file) => {
            setName(file.name)
            verify.mutate(file)
          }}
        />
        {verify.error !== null && <PackageRefused name={name} error={verify.error} />}
        {verify.data !== undefined && <PackageProved name={name} proof={verify.data.proof} />}
      </div>
    </section>
  )
}
