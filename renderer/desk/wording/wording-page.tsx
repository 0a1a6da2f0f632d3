import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DictionaryKind } from '../../../domain/wording/wording-entry.ts'
import { WORDING_RULES } from '../../../domain/wording/wording-finding.ts'
import { DICTIONARIES_KEY, getDictionaries } from '../api/wording-api.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { DictionaryCard } from './dictionary-card.tsx'
import { TakeDrawer } from './take-drawer.tsx'
import './wording.css'
import '../register/register.css'

const BY_DICTIONARY = new Set<string>(['MISWRITING', 'SENSITIVE', 'LEADER_NAME', 'LEADER_POST'])

/** Dictionaries of the wording check, and the rules that are part of the program. */
export function WordingPage() {
  const { t } = useTranslation('wording')
  const dictionaries = useQuery({ queryKey: DICTIONARIES_KEY, queryFn: getDictionaries })
  const [taking, setTaking] = useState<DictionaryKind | null>(null)
  return (
    <>
      <PageHead title={t('page.title')} sub={t('page.sub')} />
      <QueryBody query={dictionaries}>
        {(view) => (
          <>
            {view.dictionaries.map((dictionary) => (
              <DictionaryCard
                key={dictionary.kind}
                dictionary={dictionary}
                mayChange={view.mayChange}
                take={() => setTaking(dictionary.kind)}
              />
            ))}
            <details className="card wd-card wd-diff">
              <summary>{t('page.rules')}</summary>
              <ul tabIndex={0}>
                {WORDING_RULES.filter((rule) => !BY_DICTIONARY.has(rule)).map((rule) => (
                  <li key={rule}>
                    <b>{t(`rule.${rule}.name`)}</b> {t(`rule.${rule}.why`)}
                  </li>
                ))}
              </ul>
            </details>
          </>
        )}
      </QueryBody>
      <TakeDrawer kind={taking} close={() => setTaking(null)} />
    </>
  )
}
