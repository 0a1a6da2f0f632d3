import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { verifyPackage } from '../../api/exchange-api.ts'
import { FileDrop } from '../../../shared/desk/file-drop.tsx'
import { PackageProved, PackageRefused } from './package-verdict.tsx'

/** Proves a package file that somebody brings, whichever office wrote it. */
export function VerifyPackage() {
  const { t } = useTranslation('exchange')
  const [name, setName] = useState('')
  const verify = useMutation({ mutationFn: verifyPackage })
  return (
    <section className="card verify">
      <h2>{t('verify.title')}</h2>
      <div className="card-body">
        <p className="sub">{t('verify.sub')}</p>
        <FileDrop
          label={t('verify.choose')}
          hint={t('verify.hint')}
          accept=".zip,.age"
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
