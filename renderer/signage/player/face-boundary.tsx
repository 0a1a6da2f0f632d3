import { Component, type ReactNode } from 'react'

/** Keeps what cannot be drawn from taking more with it than itself; `instead` stands in its place. */
export class FaceBoundary extends Component<
  { readonly children: ReactNode; readonly onThrew: () => void; readonly instead?: ReactNode },
  { readonly threw: boolean }
> {
  override state = { threw: false }

  static getDerivedStateFromError(): { readonly threw: boolean } {
    return { threw: true }
  }

  override componentDidCatch(): void {
    this.props.onThrew()
  }

  override render(): ReactNode {
    return this.state.threw ? (this.props.instead ?? null) : this.props.children
  }
}
