import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilesDrop } from '../../shared/desk/files-drop.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { STATUS_KEY } from '../../shared/desk/session/session-status.ts'
import { carryBack, canChooseFolder } from './carry-back.ts'
import { handIn } from './hand-in.ts'
import { ScannedCard } from './scanned-card.tsx'
import { type HandedIn, TakenLine } from './taken-line.tsx'

/** Files from a stick: packages and cards, each answered in plain words, receipts one step from the stick again. */
export function TakeInPage() {
  const { t } = useTranslation('county')
  const queries = useQueryClient()
  const [lines, setLines] = useState<readonly HandedIn[]>([])
  const [carried, setCarried] = useState<number | null>(null)
  // One after another: packages of one office must come in the order of the list, and the disk has one arm.
  const queue = useRef(Promise.resolve())
  const next = useRef(0)

  const change = (id: number, part: Partial<HandedIn>) =>
    setLines((before) => before.map((line) => (line.id === id ? { ...line, ...part } : line)))
  const take = (file: File, kind?: 'CARD') => {
    const id = (next.current += 1)
    setCarried(null)
    setLines((before) => [...before, { id, name: file.name, size: file.size, part: 0 }])
    queue.current = queue.current.then(async () => {
      try {
        const answer = await handIn(file, (part) => change(id, { part }), kind)
        change(id, { answer, part: 1 })
      } catch (error) {
        change(id, { error, part: 1 })
      }
      await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] })
    })
  }
  const receipts = lines.flatMap(({ answer }) =>
    answer?.kind === 'PACKAGE'
      ? answer.receipts.map((number) => ({ officeId: answer.office.id, number }))
      : [],
  )
  const busy = lines.some((line) => line.answer === undefined && line.error === undefined)
  return (
    <>
      <PageHead title={t('takeIn.title')} sub={t('takeIn.sub')}>
        {receipts.length > 0 && canChooseFolder() && (
          <Button
            type="primary"
            disabled={busy}
            onClick={() => void carryBack(receipts).then((count) => count !== null && setCarried(count))}
          >
            {t('takeIn.carryBack', { count: receipts.length })}
          </Button>
        )}
      </PageHead>
      <FilesDrop
        label={t('takeIn.choose')}
        hint={t('takeIn.hint')}
        accept=".age,.zip,.json"
        busy={false}
        multiple
        onFiles={(files) => files.forEach((file) => take(file))}
      />
      <ScannedCard onText={(text) => take(new File([text], t('takeIn.scannedName')), 'CARD')} />
      {carried !== null && (
        <p className="note good" role="status">
          {t('takeIn.carried', { count: carried })}
        </p>
      )}
      {lines.length > 0 && (
        <section className="card" aria-live="polite">
          <h2>{t('takeIn.results')}</h2>
          <ol className="taken">
            {lines.toReversed().map((line) => (
              <TakenLine key={line.id} line={line} />
            ))}
          </ol>
        </section>
      )}
      {lines.length === 0 && (
        <section className="card">
          <h2>{t('takeIn.howTitle')}</h2>
          <ol className="card-body how">
            {(['stick', 'answers', 'back'] as const).map((step) => (
              <li key={step}>{t(`takeIn.how.${step}`)}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
