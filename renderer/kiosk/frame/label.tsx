const MONGOLIAN = /[\u1800-\u18af]/u

/** A short label; Mongolian is set upright, in its own direction, and told apart for screen readers. */
export function Label(props: { children: string }) {
  if (!MONGOLIAN.test(props.children)) return <span>{props.children}</span>
  return (
    <span className="mongolian" lang="mn-Mong">
      {props.children}
    </span>
  )
}
