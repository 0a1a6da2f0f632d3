import { useTranslation } from 'react-i18next'
import { href } from './route.ts'

/** Areas of a program under one heading; `count` is what waits there. */
export type AreaGroup = {
  readonly title: string | null
  readonly entries: readonly {
    readonly area: string
    readonly label: string
    readonly count?: string | undefined
  }[]
}

/** The areas of a program, with what waits in each. */
export function AreaLinks({
  groups,
  area,
}: {
  readonly groups: readonly AreaGroup[]
  readonly area: string
}) {
  const { t } = useTranslation('desk')
  return (
    <nav className="side" aria-label={t('nav.label')}>
      {groups.map((group) => (
        <section
          key={group.entries[0]?.area}
          {...(group.title === null ? {} : { 'aria-label': group.title })}
        >
          {group.title !== null && <p className="side-title">{group.title}</p>}
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.area}>
                <a
                  href={href(`/${entry.area}`)}
                  {...(entry.area === area ? { 'aria-current': 'page' as const } : {})}
                >
                  {entry.label}
                  {entry.count !== undefined && <em>{entry.count}</em>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
