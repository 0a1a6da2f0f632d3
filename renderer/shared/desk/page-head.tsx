import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly sub?: ReactNode; readonly children?: ReactNode }

/** Title of a screen, one sentence under it, and its main action at the right. */
export function PageHead({ title, sub, children }: Props) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {sub !== undefined && <p className="sub">{sub}</p>}
      </div>
      {children !== undefined && <div className="page-actions">{children}</div>}
    </header>
  )
}
