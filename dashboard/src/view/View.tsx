import type { ReactNode } from 'react'
import './view.css'
import './words'

interface ViewProps {
  readonly title: string
  /** The question that the view answers. */
  readonly question?: string
  /** What is chosen here, at the right of the title. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A view of the class beside "now": its title, what can be chosen, its parts. */
export function View({ title, question, tools, children }: ViewProps) {
  return (
    <main className="view">
      <div className="view-head">
        <div>
          <h2>{title}</h2>
          {question && <p className="quiet">{question}</p>}
        </div>
        {tools && <div className="view-tools">{tools}</div>}
      </div>
      {children}
    </main>
  )
}

interface PartProps {
  readonly title: string
  readonly hint?: string | undefined
  readonly tools?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** One part of a view, under a heading of its own. */
export function Part({ title, hint, tools, className = '', children }: PartProps) {
  return (
    <section className={`part ${className}`} aria-label={title}>
      <div className="part-head">
        <h3>{title}</h3>
        {tools}
      </div>
      {hint && <p className="quiet">{hint}</p>}
      {children}
    </section>
  )
}
