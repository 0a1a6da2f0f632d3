import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DriveExchangeFile } from '../../../../server/exchange/downward/views.ts'
import type { DriveView } from '../../../../server/exchange/views.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { listDrives } from '../../api/exchange-api.ts'
import { listDriveFiles, takeInFromDrive } from '../../api/exchange-receipt-api.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { driveFilesKey, DRIVES_KEY } from '../exchange-keys.ts'
import { useExchangeChange } from '../use-exchange-change.ts'
import { OutcomeList } from './outcome-list.tsx'

// A stick that is plugged in shows by itself.
const DRIVES_MS = 3000

function Files({ files }: { readonly files: readonly DriveExchangeFile[] }) {
  const { t } = useTranslation('exchange')
  return (
    <ul className="ex-files">
      {files.map((file) => (
        <li key={file.path}>
          <span>{t(`receive.kind.${file.kind}`, { number: file.number })}</span>
          <span className="sub breakable">{file.name}</span>
          <span className="sub nowrap">{byteSize(file.size)}</span>
          {file.known && <span className="pill">{t('receive.known')}</span>}
        </li>
      ))}
    </ul>
  )
}

function Drive({ drive }: { readonly drive: DriveView }) {
  const { t } = useTranslation('exchange')
  const mayTake = useHasRole('HANDLER', 'ADMINISTRATOR')
  const files = useQuery({ queryKey: driveFilesKey(drive.id), queryFn: () => listDriveFiles(drive.id) })
  const take = useExchangeChange(takeInFromDrive)
  const outcomes = [...(take.data?.receipts ?? []), ...(take.data?.downward ?? [])]
  // What was taken in a moment ago need not be offered again; what was refused may be put on anew.
  const done = new Set(outcomes.filter(({ outcome }) => outcome !== 'REFUSED').map(({ name }) => name))
  return (
    <section className="ex-drive" aria-label={drive.name}>
      <h3>{drive.name}</h3>
      <QueryBody query={files}>
        {(data) => {
          const fresh = data.files.filter(({ name, known }) => !known && !done.has(name)).length
          if (data.files.length === 0) return <p className="sub">{t('receive.nothingOn')}</p>
          return (
            <>
              <Files files={data.files} />
              {fresh === 0 && take.data === undefined && <p className="sub">{t('receive.allKnown')}</p>}
              {fresh > 0 && mayTake && (
                <Button type="primary" loading={take.isPending} onClick={() => take.mutate(drive.id)}>
                  {t('receive.take', { count: fresh })}
                </Button>
              )}
            </>
          )
        }}
      </QueryBody>
      <RefusalMessage error={take.error} />
      {take.data !== undefined && <OutcomeList receipts={take.data.receipts} downward={take.data.downward} />}
    </section>
  )
}

/** What lies on the drives that are plugged in for this office. */
export function DriveCard() {
  const { t } = useTranslation('exchange')
  const drives = useQuery({ queryKey: DRIVES_KEY, queryFn: listDrives, refetchInterval: DRIVES_MS })
  return (
    <section className="card" aria-labelledby="ex-from-drive">
      <h2 id="ex-from-drive">{t('receive.fromDrive')}</h2>
      <div className="card-body">
        <QueryBody query={drives}>
          {(data) =>
            data.drives.length === 0 ? (
              <p className="ex-no-drive">{t('receive.noDrive')}</p>
            ) : (
              data.drives.map((drive) => <Drive key={drive.id} drive={drive} />)
            )
          }
        </QueryBody>
      </div>
    </section>
  )
}
