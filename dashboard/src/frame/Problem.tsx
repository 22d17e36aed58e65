import type { ReactNode } from 'react'
import { Page } from './Page'
import { SignOutButton } from './SignOutButton'

interface ProblemProps {
  readonly title: string
  /** What happened and what to do. */
  readonly text: string
  /** The way on. */
  readonly children: ReactNode
  readonly signedIn?: boolean
}

/** A page that cannot show what was asked for, says why, and offers the way on. */
export function Problem({ title, text, children, signedIn = false }: ProblemProps) {
  return (
    <Page title={title} actions={signedIn && <SignOutButton />}>
      <section className="panel">
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </section>
    </Page>
  )
}
